import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';

export type Run = Answer<'premiumRun'>;

/** Which money is shared out, in words. */
export function useScopeWords(): (scope: Run['scope']) => string {
  const { t } = useTranslation();
  return ({ kind }) => t(`premium.scopes.${kind}`);
}
