import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';

export type Run = Answer<'premiumRun'>;

/** How a run is called: which money it shares out, or that it pays what another has set aside. */
export function useRunTitle(): (run: Pick<Run, 'scope' | 'planId' | 'settles'>) => string {
  const { t } = useTranslation();
  return ({ scope, planId, settles }) => {
    const run = `${t(`premium.scopes.${scope.kind}`)} ${planId}`;
    return settles === null ? run : t('premium.settlement', { run });
  };
}
