import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../client/ask.js';
import { toObjective } from '../../places.js';
import { Table, type Column } from '../../ui/table.js';
import { Tag } from '../../ui/tag.js';
import { useFormats } from '../../words/use-formats.js';
import { dueText } from '../objectives/due-words.js';
import { numberOf } from '../objectives/number-of.js';
import { useOfficeNames } from '../offices/offices.js';

type Item = Answer<'dashboard'>['overdue'][number];

/** Deadlines: when, of what, whose. */
export function DueTable({ caption, none, items }: DueTableProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const columns = useMemo<readonly Column<Item>[]>(
    () => [
      {
        id: 'dueOn',
        header: t('dashboard.dueOn'),
        sortBy: ({ dueOn }) => dueOn,
        cell: ({ dueOn }) => <span className="nowrap">{formats.day(dueOn)}</span>,
      },
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
        id: 'office',
        header: t('dashboard.office'),
        sortBy: ({ office }) => nameOf(office),
        cell: ({ office }) => nameOf(office),
      },
      {
        id: 'what',
        header: t('dashboard.what'),
        cell: (due) => (
          <>
            {dueText(due, t)} {due.frozen && <Tag>{t('share.frozen')}</Tag>}
            {due.justification !== null && <Tag>{t(`share.justification.${due.justification}`)}</Tag>}
          </>
        ),
      },
    ],
    [t, formats, nameOf],
  );
  return (
    <Table
      caption={caption}
      none={none}
      columns={columns}
      rows={items}
      keyOf={({ objectiveId, shareId, deadlineId, instance }) => `${objectiveId} ${shareId} ${deadlineId} ${instance}`}
    />
  );
}

interface DueTableProps {
  readonly caption: string;
  readonly none: string;
  readonly items: readonly Item[];
}
