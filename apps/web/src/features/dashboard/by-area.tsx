import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../client/ask.js';
import { Progress } from '../../ui/progress.js';
import { Table, type Column } from '../../ui/table.js';
import { Tag } from '../../ui/tag.js';
import { WeightBar } from './weight-bar.js';

type Area = Answer<'dashboard'>['areas'][number];

export function ByArea({ areas }: { readonly areas: readonly Area[] }) {
  const { t } = useTranslation();
  const columns = useMemo<readonly Column<Area>[]>(
    () => [
      {
        id: 'area',
        header: t('dashboard.area'),
        heading: true,
        sortBy: ({ name }) => name,
        cell: ({ areaId, name }) => <Link to={`/objectives?area=${areaId}`}>{name}</Link>,
      },
      {
        id: 'weight',
        header: t('dashboard.weight'),
        sortBy: ({ weight }) => Number(weight),
        cell: ({ weight, ceiling }) => <WeightBar weight={weight} ceiling={ceiling} />,
      },
      {
        id: 'progress',
        header: t('dashboard.progress'),
        sortBy: ({ progress }) => Number(progress ?? -1),
        cell: ({ progress }) => <Progress percent={progress} />,
      },
      {
        id: 'overdue',
        header: t('dashboard.overdue'),
        numeric: true,
        sortBy: ({ overdue }) => overdue,
        cell: ({ overdue }) => (overdue === 0 ? 0 : <Tag tone="bad">{overdue}</Tag>),
      },
      {
        id: 'awaiting',
        header: t('dashboard.awaiting'),
        numeric: true,
        sortBy: ({ awaitingApproval }) => awaitingApproval,
        cell: ({ awaitingApproval }) => (awaitingApproval === 0 ? 0 : <Tag tone="primary">{awaitingApproval}</Tag>),
      },
    ],
    [t],
  );
  return <Table caption={t('dashboard.byArea')} columns={columns} rows={areas} keyOf={({ areaId }) => areaId} />;
}
