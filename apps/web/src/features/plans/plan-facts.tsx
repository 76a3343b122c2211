import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { useFormats } from '../../words/use-formats.js';
import { actWords } from '../events/event-words.js';

/** By which acts and from when to when a plan holds. */
export function PlanFacts({ plan }: { readonly plan: Answer<'plans'>['plans'][number] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const facts = [
    [t('plan.act'), plan.act && actWords(plan.act)],
    [t('plan.inForceFrom'), plan.inForceFrom && formats.longDay(plan.inForceFrom)],
    [t('plan.horizon'), formats.longDay(plan.horizon)],
    [t('plan.closingAct'), plan.closingAct && actWords(plan.closingAct)],
  ] as const;
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
