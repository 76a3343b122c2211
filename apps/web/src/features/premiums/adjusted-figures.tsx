import { useTranslation } from 'react-i18next';
import { Figure } from '../../ui/figures.js';
import { useFormats } from '../../words/use-formats.js';
import type { Run } from './scope-words.js';

/** What a run that adjusts says: what was paid, what is due in all, and so what is paid more or recovered. */
export function AdjustedFigures({ total, before }: { readonly total: string; readonly before: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const difference = Number(total) - Number(before);
  return (
    <>
      <Figure name={t('premium.paidBefore')} value={formats.money(before)} />
      <Figure name={t('premium.dueInAll')} value={formats.money(total)} tone="primary" />
      <Figure
        name={t(difference < 0 ? 'premium.toRecover' : 'premium.toPayMore')}
        value={formats.money(Math.abs(difference).toFixed(2))}
      />
    </>
  );
}

/** The share that a run adjusts. */
export function adjustedShare({ entries: [entry] }: Pick<Run, 'entries'>) {
  return { objectiveId: entry?.objectiveId ?? '', shareId: entry?.shareId ?? '' };
}
