import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../client/ask.js';
import { query } from '../client/queries.js';
import { numberOf } from '../features/objectives/number-of.js';
import { StatusTag } from '../features/objectives/status-tag.js';
import { useAreas, useOfficeNames } from '../features/offices/offices.js';
import { toObjective } from '../places.js';
import { Answered } from '../ui/answered.js';
import { Select, TextField } from '../ui/field.js';
import { Page } from '../ui/page.js';
import { useFilters } from '../ui/use-filters.js';
import { Progress } from '../ui/progress.js';
import { Table, type Column } from '../ui/table.js';
import { useFormats } from '../words/use-formats.js';

type Objective = Answer<'objectives'>['objectives'][number];
type Status = Objective['status'];

const statuses: readonly Status[] = [
  'defined',
  'assigned',
  'acknowledged',
  'in-progress',
  'rendicontazione-submitted',
  'rendicontazione-returned',
  'rendicontazione-approved',
  'scored',
  'definitive',
  'liquidated',
  'suspended',
  'removed',
  'closed',
];

/** One line of an objective for each share. */
interface Line {
  readonly objective: Objective;
  readonly share: Objective['shares'][number];
}

/** All objectives, share by share; the filters are in the address. */
export function ObjectivesScreen() {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const areas = useAreas();
  const [asked, choose] = useFilters();
  const [words, setWords] = useState('');
  const [area, status] = [asked.get('area') ?? '', asked.get('status') ?? ''];
  const objectives = useQuery(query('objectives', { query: { limit: 500 } }));
  const lines = useMemo(() => {
    const all = (objectives.data?.objectives ?? []).flatMap((objective) =>
      objective.shares.map((share) => ({ objective, share })),
    );
    return all.filter(
      ({ objective, share }) =>
        (area === '' || share.areaId === area) &&
        (status === '' || share.status === status) &&
        (words === '' || objective.title.toLowerCase().includes(words.trim().toLowerCase())),
    );
  }, [objectives.data, area, status, words]);
  const columns = useMemo<readonly Column<Line>[]>(
    () => [
      {
        id: 'number',
        header: t('objective.number'),
        sortBy: ({ objective }) => numberOf(objective.objectiveId),
        cell: ({ objective }) => <span className="nowrap">{numberOf(objective.objectiveId)}</span>,
      },
      {
        id: 'title',
        header: t('objective.name'),
        heading: true,
        sortBy: ({ objective }) => objective.title,
        cell: ({ objective }) => <Link to={toObjective(objective.objectiveId)}>{objective.title}</Link>,
      },
      {
        id: 'area',
        header: t('objective.area'),
        sortBy: ({ share }) => nameOf(share.areaId),
        cell: ({ share }) => [nameOf(share.areaId), share.unit].filter(Boolean).join(', '),
      },
      {
        id: 'weight',
        header: t('objective.weight'),
        numeric: true,
        sortBy: ({ share }) => Number(share.weight ?? 0),
        cell: ({ share }) => formats.decimal(share.weight),
      },
      {
        id: 'progress',
        header: t('objective.progress'),
        sortBy: ({ share }) => Number(share.progress ?? -1),
        cell: ({ share }) => <Progress percent={share.progress} />,
      },
      {
        id: 'status',
        header: t('objective.status_'),
        sortBy: ({ share }) => statuses.indexOf(share.status),
        cell: ({ share }) => <StatusTag status={share.status} reopened={share.reopened} />,
      },
    ],
    [t, formats, nameOf],
  );
  const found = new Set(lines.map(({ objective }) => objective.objectiveId)).size;
  return (
    <Page title={t('objective.title')}>
      <form className="panel filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <TextField
          label={t('objective.search')}
          type="search"
          value={words}
          onChange={(e) => setWords(e.target.value)}
        />
        <Select label={t('objective.filterArea')} value={area} onChange={(e) => choose('area', e.target.value)}>
          <option value="">{t('app.all')}</option>
          {areas.map((office) => (
            <option key={office} value={office}>
              {nameOf(office)}
            </option>
          ))}
        </Select>
        <Select label={t('objective.filterStatus')} value={status} onChange={(e) => choose('status', e.target.value)}>
          <option value="">{t('app.all')}</option>
          {statuses.map((each) => (
            <option key={each} value={each}>
              {t(`objective.status.${each}`)}
            </option>
          ))}
        </Select>
      </form>
      <Answered asked={objectives}>
        {() => (
          <Table
            caption={t('objective.count', { count: found })}
            none={t('objective.none')}
            columns={columns}
            rows={lines}
            keyOf={({ objective, share }) => `${objective.objectiveId} ${share.shareId}`}
          />
        )}
      </Answered>
    </Page>
  );
}
