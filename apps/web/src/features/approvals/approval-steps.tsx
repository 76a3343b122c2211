import { outcomeNames, relationNames } from '#domain';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { Tag } from '../../ui/tag.js';
import { useFormats } from '../../words/use-formats.js';
import { actWords } from '../events/event-words.js';
import { useOfficeNames } from '../offices/offices.js';
import { useRuleWords } from '../separation/use-rule-words.js';
import type { ApprovalWaiting } from './approval-of.js';
import { usePersonNames } from './use-person-names.js';

export type ApprovalDetail = Answer<'approval'>;
type Step = ApprovalDetail['steps'][number];

/** The steps as the definition has them: which agreed, which waits and who spoke there, which come later. */
export function ApprovalSteps({ approval }: { readonly approval: ApprovalDetail }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { steps, passed, waiting } = approval;
  return (
    <ol className="chain">
      {steps.map((step) => {
        const state = passed.includes(step.id) ? 'done' : waiting?.step === step.id ? 'now' : 'later';
        return (
          <li key={step.id} className={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="chain-name">{step.name[language]}</span>
            <StepWords step={step} panel={approval.panels[step.id]} />
            <Tag tone={state === 'done' ? 'good' : state === 'now' ? 'primary' : 'plain'}>
              {t(`approval.step.${state}`)}
            </Tag>
            {state === 'now' && waiting !== null && waiting.votes.length > 0 && <Votes waiting={waiting} />}
          </li>
        );
      })}
    </ol>
  );
}

function StepWords({
  step,
  panel,
}: {
  readonly step: Step;
  readonly panel: ApprovalDetail['panels'][string] | undefined;
}) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const nameOf = useOfficeNames();
  const ruleWords = useRuleWords();
  const { who, agreement, order, term, act } = step;
  const named = panel?.offices.map(nameOf) ?? who.map((one) => participantWords(one, nameOf, language));
  const words = [
    named.join(', '),
    agreement.kind === 'all' && t('approval.agreement.all'),
    agreement.kind === 'quorum' && t('approval.agreement.quorum', { count: agreement.count }),
    agreement.kind === 'weighted' && t('approval.agreement.weighted', { count: agreement.threshold }),
    order === 'in-order' && who.length > 1 && t('approval.inOrder'),
    term !== null && t('workflow.term', { count: term.workingDays }),
    act !== null && t('workflow.act', { kinds: act.kinds.join(', ') }),
    panel?.reroutedFrom != null &&
      t('approval.rerouted', { office: nameOf(panel.reroutedFrom), rule: ruleWords('own-office') }),
  ];
  return <span className="quiet">{words.filter(Boolean).join(' · ')}</span>;
}

/** Who a step names, in words. */
export function participantWords(
  participant: Step['who'][number],
  nameOf: (office: string) => string,
  language: 'it' | 'en',
): string {
  if ('office' in participant) return nameOf(participant.office);
  if ('role' in participant) return participant.role;
  return relationNames[participant.relation as keyof typeof relationNames]?.[language] ?? participant.relation;
}

function Votes({ waiting: { votes } }: { readonly waiting: ApprovalWaiting }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const personName = usePersonNames();
  return (
    <div>
      <p className="quiet">{t('approval.agreed')}</p>
      <ul>
        {votes.map(({ person, office, outcome, note, act, at }) => (
          <li key={`${person} ${office}`}>
            {[...new Set([personName(person), nameOf(office)])].join(', ')}: {outcomeNames[outcome][formats.language]},{' '}
            {formats.dayOfInstant(at)}
            {act !== null && `, ${actWords(act)}`}
            {note !== '' && ` · ${note}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
