import { agreementInWords, outcomeNames, relationNames } from '#domain';
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
type Vote = ApprovalWaiting['votes'][number];

/** The steps as the definition has them: which agreed, which waits, who spoke at both, which come later. */
export function ApprovalSteps({ approval }: { readonly approval: ApprovalDetail }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { steps, passed, waiting } = approval;
  return (
    <ol className="chain">
      {steps.map((step) => {
        const state = passed.includes(step.id) ? 'done' : waiting?.step === step.id ? 'now' : 'later';
        const votes = state === 'now' ? (waiting?.votes ?? []) : (approval.agreed[step.id] ?? []);
        return (
          <li key={step.id} className={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="chain-name">{step.name[language]}</span>
            <StepWords step={step} panel={panelNow(approval, step, votes)} />
            <Tag tone={state === 'done' ? 'good' : state === 'now' ? 'primary' : 'plain'}>
              {t(`approval.step.${state}`)}
            </Tag>
            {votes.length > 0 && <Votes votes={votes} />}
          </li>
        );
      })}
    </ol>
  );
}

interface PanelNow {
  readonly offices: readonly string[];
  readonly reroutedFrom: string | null;
  readonly rule: string;
}

/** Whose a step was where it agreed, is where it waits, and will be as it looked at the opening. */
function panelNow({ panels, waiting }: ApprovalDetail, { id }: Step, votes: readonly Vote[]): PanelNow | undefined {
  if (waiting?.step === id && waiting.who.length > 0) {
    const offices = waiting.who.map(({ office }) => office);
    return { offices, reroutedFrom: waiting.reroutedFrom, rule: waiting.rule ?? 'own-office' };
  }
  const panel = panels[id];
  if (panel === undefined || votes.length === 0) return panel && { ...panel, rule: 'own-office' };
  const offices = [...new Set(votes.map(({ office }) => office))];
  return { offices, reroutedFrom: panel.reroutedFrom, rule: 'own-office' };
}

function StepWords({ step, panel }: { readonly step: Step; readonly panel: PanelNow | undefined }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const nameOf = useOfficeNames();
  const ruleWords = useRuleWords();
  const { who, agreement, order, term, act } = step;
  const asked = panel?.offices.map((office) => ({ office })) ?? who;
  const seated = asked.map((one) => ({
    name: participantWords(one, nameOf, language),
    office: 'office' in one ? one.office : null,
    members: null,
  }));
  const words = [
    agreementInWords({ agreement, order }, seated, language),
    term !== null && t('workflow.term', { count: term.workingDays }),
    act !== null && t('workflow.act', { kinds: act.kinds.join(', ') }),
    panel?.reroutedFrom != null &&
      t('approval.rerouted', { office: nameOf(panel.reroutedFrom), rule: ruleWords(panel.rule) }),
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

function Votes({ votes }: { readonly votes: readonly Vote[] }) {
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
