import { useTranslation } from 'react-i18next';
import { Figure } from '../../ui/figures.js';
import { useFormats } from '../../words/use-formats.js';
import type { Run } from './run.js';

type Adjusts = NonNullable<Run['adjusts']>;

/** What a run that adjusts says: what was paid, what is due in all, and so what is paid more or recovered. */
export function AdjustedFigures({
  total,
  adjusts: { before, difference },
}: {
  readonly total: string;
  readonly adjusts: Adjusts;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const isLess = difference.startsWith('-');
  return (
    <>
      <Figure name={t('premium.paidBefore')} value={formats.money(before)} />
      <Figure name={t('premium.dueInAll')} value={formats.money(total)} tone="primary" />
      <Figure
        name={t(isLess ? 'premium.toRecover' : 'premium.toPayMore')}
        value={formats.money(isLess ? difference.slice(1) : difference)}
      />
    </>
  );
}

/** The share that a run adjusts. */
export function adjustedShare({ entries: [entry] }: Pick<Run, 'entries'>) {
  return { objectiveId: entry?.objectiveId ?? '', shareId: entry?.shareId ?? '' };
}
