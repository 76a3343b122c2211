import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../client/ask.js';
import { toObjective } from '../../places.js';
import { Table, type Column } from '../../ui/table.js';
import { useFormats } from '../../words/use-formats.js';
import { numberOf } from '../objectives/number-of.js';
import { useOfficeNames } from '../offices/offices.js';

type Awaiting = Answer<'dashboard'>['awaitingApproval'][number];

/** Reports under way through their chain, and whose turn it is. */
export function AwaitingTable({ items }: { readonly items: readonly Awaiting[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const columns = useMemo<readonly Column<Awaiting>[]>(
    () => [
      {
        id: 'objective',
        header: t('dashboard.objective'),
        heading: true,
        sortBy: ({ title }) => title,
        cell: ({ objectiveId, title }) => (
          <Link to={toObjective(objectiveId)}>
            <span className="number">{numberOf(objectiveId)}</span> {title}
          </Link>
        ),
      },
      {
        id: 'area',
        header: t('dashboard.area'),
        sortBy: ({ areaId }) => nameOf(areaId),
        cell: ({ areaId }) => nameOf(areaId),
      },
      { id: 'step', header: t('dashboard.step'), cell: ({ name }) => name[formats.language] },
      {
        id: 'whose',
        header: t('dashboard.whose'),
        sortBy: ({ office }) => nameOf(office),
        cell: ({ office }) => nameOf(office),
      },
      {
        id: 'since',
        header: t('dashboard.since'),
        sortBy: ({ since }) => since,
        cell: ({ since }) => formats.dayOfInstant(since),
      },
    ],
    [t, formats, nameOf],
  );
  return (
    <Table
      caption={t('dashboard.awaitingTitle')}
      none={t('dashboard.noneAwaiting')}
      columns={columns}
      rows={items}
      keyOf={({ objectiveId, shareId }) => `${objectiveId} ${shareId}`}
    />
  );
}
