import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toPremiumRun } from '../../places.js';
import { Table, type Column } from '../../ui/table.js';
import { useFormats } from '../../words/use-formats.js';
import { usePersonNames } from '../approvals/use-person-names.js';
import { useOfficeNames } from '../offices/offices.js';
import { PaidObjective } from './paid-objective.js';
import type { Run } from './run.js';

type Part = Run['awaited'][number];

/** What is not paid before an evaluation is definitive: for which objective and office, how much, whose lacks, and which run pays it. */
export function AwaitedParts({ run: { planId, awaited, reserve } }: { readonly run: Run }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const personName = usePersonNames();
  const columns = useMemo<readonly Column<Part>[]>(
    () => [
      {
        id: 'objective',
        header: t('premium.objective'),
        heading: true,
        cell: ({ objectiveId }) => <PaidObjective planId={planId} objectiveId={objectiveId} />,
      },
      {
        id: 'area',
        header: t('premium.area'),
        cell: ({ areaId, credits }) =>
          (credits.length === 0 ? [areaId] : credits.map(({ office }) => office)).map(nameOf).join(', '),
      },
      {
        id: 'missing',
        header: t('premium.missing'),
        cell: ({ missing, isPayable, paidBy }) =>
          isPayable
            ? t(paidBy === null ? 'premium.payable' : 'premium.noneMissing')
            : missing === null
              ? t('premium.pending')
              : missing.map(personName).join(', '),
      },
      {
        id: 'paidBy',
        header: t('premium.paidBy'),
        cell: ({ paidBy }) =>
          paidBy === null ? t('premium.notYet') : <Link to={toPremiumRun(paidBy)}>{t('premium.laterRun')}</Link>,
      },
      {
        id: 'amount',
        header: t('premium.amount'),
        numeric: true,
        cell: ({ amount }) => <strong className="nowrap">{formats.money(amount)}</strong>,
      },
    ],
    [t, formats, nameOf, personName, planId],
  );
  const isSetAside = Number(reserve) > 0;
  // where nothing was set aside, what lacks no more is in nobody's way
  const shown = isSetAside ? awaited : awaited.filter(({ isPayable }) => !isPayable);
  if (shown.length === 0) return null;
  return (
    <section>
      <p>{t(isSetAside ? 'premium.setAsideLead' : 'premium.awaitedLead')}</p>
      <Table
        caption={t(isSetAside ? 'premium.setAside' : 'premium.awaited')}
        columns={isSetAside ? columns : columns.filter(({ id }) => id !== 'paidBy')}
        rows={shown}
        keyOf={({ shareId }) => shareId}
      />
    </section>
  );
}
