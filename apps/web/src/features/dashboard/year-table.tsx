import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { Table, type Column } from '../../ui/table.js';
import { useFormats } from '../../words/use-formats.js';

interface Month {
  readonly areaId: string;
  readonly area: string;
  readonly month: string;
  readonly open: number;
  readonly met: number;
  readonly missed: number;
  readonly late: number;
}

/** The same year in figures: by area and month. */
export function YearTable({ dashboard: { calendar, areas } }: { readonly dashboard: Answer<'dashboard'> }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const rows = useMemo(() => {
    const months = new Map<string, Month>();
    for (const { dueOn, areaId, open, met, missed, late } of calendar) {
      const month = dueOn.slice(0, 7);
      const area = areas.find((each) => each.areaId === areaId)?.name ?? areaId;
      const before = months.get(`${areaId} ${month}`) ?? { areaId, area, month, open: 0, met: 0, missed: 0, late: 0 };
      months.set(`${areaId} ${month}`, {
        ...before,
        open: before.open + open,
        met: before.met + met,
        missed: before.missed + missed,
        late: before.late + late,
      });
    }
    return [...months.values()].toSorted((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
  }, [calendar, areas]);
  const columns = useMemo<readonly Column<Month>[]>(
    () => [
      {
        id: 'month',
        header: t('dashboard.month'),
        sortBy: ({ month }) => month,
        cell: ({ month }) => `${formats.month(new Date(`${month}-01`))} ${month.slice(0, 4)}`,
      },
      { id: 'area', header: t('dashboard.area'), heading: true, sortBy: ({ area }) => area, cell: ({ area }) => area },
      ...(['missed', 'open', 'late', 'met'] as const).map((standing) => ({
        id: standing,
        header: t(`dashboard.legend.${standing}`),
        numeric: true,
        sortBy: (row: Month) => row[standing],
        cell: (row: Month) => row[standing],
      })),
    ],
    [t, formats],
  );
  return (
    <Table
      caption={t('dashboard.yearAsTable')}
      captionHidden
      columns={columns}
      rows={rows}
      keyOf={({ areaId, month }) => `${areaId} ${month}`}
    />
  );
}
