import { shareInWords } from '#contract';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { numberOf } from '../objectives/number-of.js';
import { useOfficeNames } from '../offices/offices.js';

export type Run = Answer<'premiumRuns'>['premiumRuns'][number];

/** How a run is called: which money it shares out, or that it pays what another has set aside, or adjusts what it paid. */
export function useRunTitle(): (run: Pick<Run, 'scope' | 'planId' | 'settles' | 'adjusts' | 'entries'>) => string {
  const { t } = useTranslation();
  const nameOf = useOfficeNames();
  return ({ scope, planId, settles, adjusts, entries }) => {
    if (adjusts !== null)
      return t('premium.adjustment', { number: numberOf(entries[0]?.objectiveId ?? planId), plan: planId });
    const run =
      scope.kind === 'share'
        ? t('premium.ofShare', { share: shareInWords(scope.shareId, nameOf), plan: planId })
        : `${t(`premium.scopes.${scope.kind}`)} ${planId}`;
    return settles === null ? run : t('premium.settlement', { run });
  };
}
