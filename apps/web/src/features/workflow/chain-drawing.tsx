import { relationNames, type Participant } from '#domain';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { Tag } from '../../ui/tag.js';
import { useFormats } from '../../words/use-formats.js';
import { useOfficeNames } from '../offices/offices.js';

type Chain = NonNullable<Answer<'workflow'>['definition']['chains']['plan']>;

/** Who must agree, step after step; where a report stands is marked. */
export function ChainDrawing({ chain, current }: { readonly chain: Chain; readonly current: string | null }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const nameOfOffice = useOfficeNames();
  const nameOf = (participant: Participant) => {
    if ('office' in participant) return nameOfOffice(participant.office);
    return 'role' in participant ? participant.role : relationNames[participant.relation][language];
  };
  return (
    <ol className="chain">
      {chain.steps.map((step) => (
        <li
          key={step.id}
          className={step.id === current ? 'now' : 'later'}
          aria-current={step.id === current ? 'step' : undefined}
        >
          <span className="chain-name">{step.name[language]}</span>
          <span className="quiet">
            {step.who.map(nameOf).join(', ')}
            {step.agreement.kind === 'quorum' && `, ${t('workflow.quorum', { count: step.agreement.count })}`}
            {step.substitute !== null && ` · ${t('workflow.substitute', { office: nameOf(step.substitute) })}`}
            {step.term !== null && ` · ${t('workflow.term', { count: step.term.workingDays })}`}
            {step.act !== null && ` · ${t('workflow.act', { kinds: step.act.kinds.join(', ') })}`}
          </span>
          {step.id === current && <Tag tone="primary">{t('workflow.here')}</Tag>}
        </li>
      ))}
    </ol>
  );
}
