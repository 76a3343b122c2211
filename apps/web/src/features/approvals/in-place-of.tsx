import { useTranslation } from 'react-i18next';
import { useFormats } from '../../words/use-formats.js';
import { useOfficeNames } from '../offices/offices.js';
import { useRuleWords } from '../separation/use-rule-words.js';
import type { ApprovalWaiting } from './approval-of.js';

/** In whose place, or beside whom, somebody is asked at the step that waits, and why; nothing where everybody is in their own. */
export function InPlaceOf({ waiting: { reroutedFrom, rule, called } }: { readonly waiting: ApprovalWaiting }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const ruleWords = useRuleWords();
  return (
    <>
      {reroutedFrom !== null && (
        <span className="quiet seat">
          {t('approval.rerouted', { office: nameOf(reroutedFrom), rule: ruleWords(rule) })}
        </span>
      )}
      {called !== undefined && called.silent.length > 0 && (
        <span className="quiet seat">
          {called.on !== null && t('approval.calledOn', { day: formats.longDay(called.on) })}{' '}
          {t(`approval.called.${called.as}`, { offices: called.silent.map(nameOf).join(', ') })}
        </span>
      )}
    </>
  );
}
