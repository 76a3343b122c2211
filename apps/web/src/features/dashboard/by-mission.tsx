import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { Progress } from '../../ui/progress.js';
import { Table, type Column } from '../../ui/table.js';
import { useFormats } from '../../words/use-formats.js';

type Mission = Answer<'dashboard'>['missions'][number];

/** The missions that have objectives. */
export function ByMission({ missions }: { readonly missions: readonly Mission[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const rows = useMemo(() => missions.filter(({ objectives }) => objectives > 0), [missions]);
  const columns = useMemo<readonly Column<Mission>[]>(
    () => [
      {
        id: 'mission',
        header: t('dashboard.mission'),
        heading: true,
        sortBy: ({ number }) => number,
        cell: ({ number, title }) => (
          <>
            <span className="number">{number}</span> {title}
          </>
        ),
      },
      {
        id: 'objectives',
        header: t('dashboard.objectives'),
        numeric: true,
        sortBy: ({ objectives }) => objectives,
        cell: ({ objectives }) => objectives,
      },
      {
        id: 'weight',
        header: t('dashboard.weightAlone'),
        numeric: true,
        sortBy: ({ weight }) => Number(weight),
        cell: ({ weight }) => formats.decimal(weight),
      },
      {
        id: 'progress',
        header: t('dashboard.progress'),
        sortBy: ({ progress }) => Number(progress ?? -1),
        cell: ({ progress }) => <Progress percent={progress} />,
      },
    ],
    [t, formats],
  );
  return (
    <Table caption={t('dashboard.byMission')} columns={columns} rows={rows} keyOf={({ number }) => String(number)} />
  );
}
