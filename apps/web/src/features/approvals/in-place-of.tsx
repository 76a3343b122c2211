import { useTranslation } from 'react-i18next';
import { useOfficeNames } from '../offices/offices.js';
import { useRuleWords } from '../separation/use-rule-words.js';
import type { ApprovalWaiting } from './approval-of.js';

/** Whose place the substitute takes at the step that waits, and why; nothing where everybody is in their own. */
export function InPlaceOf({ waiting: { reroutedFrom, rule } }: { readonly waiting: ApprovalWaiting }) {
  const { t } = useTranslation();
  const nameOf = useOfficeNames();
  const ruleWords = useRuleWords();
  if (reroutedFrom === null) return null;
  return (
    <span className="quiet seat">
      {t('approval.rerouted', { office: nameOf(reroutedFrom), rule: ruleWords(rule) })}
    </span>
  );
}
