import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../client/ask.js';
import { toObjective } from '../../places.js';
import { Table, type Column } from '../../ui/table.js';
import { useFormats } from '../../words/use-formats.js';

type Row = Answer<'planTable'>['missions'][number]['strategicObjectives'][number]['rows'][number];

/** The rows of one strategic objective, in the columns of the published plan. */
export function PlanRows({ title, rows, realised }: PlanRowsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const columns = useMemo<readonly Column<Row>[]>(
    () => [
      {
        id: 'operational',
        header: t('plan.operational'),
        heading: true,
        cell: (row) => (
          <>
            {row.number}. <Link to={toObjective(row.objectiveId)}>{row.title}</Link>
          </>
        ),
      },
      {
        id: 'area',
        header: t('plan.area'),
        cell: ({ area, unit }) => (
          <span>
            {area} {unit !== null && <span className="quiet">{unit}</span>}
          </span>
        ),
      },
      {
        id: 'expected',
        header: t('plan.expected'),
        cell: ({ expected }) => (
          <div>
            {expected.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        ),
      },
      {
        id: 'weight',
        header: t('objective.weight'),
        numeric: true,
        cell: ({ weight, weightBefore, funding }) =>
          weight === null ? (
            <span className="quiet funding">{funding}</span>
          ) : (
            <span>
              {formats.decimal(weight)}{' '}
              {weightBefore !== null && (
                <span className="quiet">{t('plan.weightBefore', { weight: formats.decimal(weightBefore) })}</span>
              )}
            </span>
          ),
      },
      { id: 'realised', header: realised, cell: (row) => row.realised },
    ],
    [t, formats, realised],
  );
  return (
    <div className="plan-rows">
      <Table caption={title} columns={columns} rows={rows} keyOf={({ shareId }) => shareId} />
    </div>
  );
}

interface PlanRowsProps {
  readonly title: string;
  readonly rows: readonly Row[];
  /** Head of the last column. */
  readonly realised: string;
}
