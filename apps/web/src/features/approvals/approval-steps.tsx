import { agreementInWords, membersOf, relationNames, roleInWords } from '#domain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { query } from '../../client/queries.js';
import { Tag, type Tone } from '../../ui/tag.js';
import { useFormats } from '../../words/use-formats.js';
import { withoutTwins } from '../acts/without-twins.js';
import { useOfficeNames } from '../offices/offices.js';
import { useRuleWords } from '../separation/use-rule-words.js';
import { useMay } from '../session/session.js';
import { standingOfStep, type Asked, type StepState } from './step-standing.js';
import { VotesShown } from './votes-shown.js';
import { weighed } from './weighed.js';

export type ApprovalDetail = Answer<'approval'>;
type Step = ApprovalDetail['steps'][number];
type Offices = Answer<'workflow'>['definition']['offices'];

const tones: Readonly<Record<StepState, Tone>> = {
  done: 'good',
  silent: 'attention',
  now: 'primary',
  returned: 'attention',
  rejected: 'bad',
  later: 'plain',
  never: 'plain',
};
const marks: Readonly<Record<StepState, 'done' | 'now' | 'later'>> = {
  done: 'done',
  silent: 'done',
  now: 'now',
  returned: 'later',
  rejected: 'later',
  later: 'later',
  never: 'later',
};

/** The steps as the definition has them: which agreed, which waits or ended it, who spoke, which come later. */
export function ApprovalSteps({ approval }: { readonly approval: ApprovalDetail }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const offices = useOfficesOf(approval.workflow);
  return (
    <ol className="chain">
      {approval.steps.map((step) => {
        const { state, votes, silence, asked, notHeard } = standingOfStep(approval, step.id);
        return (
          <li key={step.id} className={marks[state]} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="chain-name">{step.name[language]}</span>
            <StepWords step={step} asked={asked} offices={offices} />
            <Tag tone={tones[state]}>{t(`approval.step.${state}`)}</Tag>
            <VotesShown votes={votes} silence={silence} notHeard={notHeard} />
          </li>
        );
      })}
    </ol>
  );
}

/** Of the version that it goes by: how many sit in each. */
function useOfficesOf(workflow: ApprovalDetail['workflow']): Offices {
  const may = useMay();
  const params = { workflowId: workflow?.id ?? 'none', version: workflow?.version ?? 1 };
  const enabled = workflow !== null && may('workflow.read');
  return useQuery({ ...query('workflow', { params }), enabled }).data?.definition.offices ?? [];
}

function StepWords({ step, asked, offices }: StepWordsProps) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const nameOf = useOfficeNames();
  const ruleWords = useRuleWords();
  const { term, act } = step;
  const { together, alone, took, reroutedFrom, rule } = asked;
  const instead = (office: string) =>
    rule === null ? t('approval.insteadOf', { office }) : t('approval.rerouted', { office, rule: ruleWords(rule) });
  const someone = together.length + alone.length + took.length > 0;
  const named = someone ? together.map((office) => ({ office })) : step.who;
  const seated = named.map((one) => {
    const office = 'office' in one ? one.office : null;
    return {
      name: participantWords(one, nameOf, language),
      office,
      members: office === null ? null : membersOf(office, offices),
    };
  });
  const either = agreementInWords(
    { agreement: { kind: 'one' }, order: 'parallel' },
    namedAlone(alone, nameOf),
    language,
  );
  const words = [
    seated.length > 0 && agreementInWords({ ...step, agreement: weighed(step.agreement, together) }, seated, language),
    alone.length > 0 && (seated.length > 0 ? t('approval.orAlone', { who: either }) : either),
    took.map(nameOf).join(', '),
    term !== null && t('workflow.term', { count: term.workingDays }),
    act !== null && t('workflow.act', { kinds: withoutTwins(act.kinds).join(', ') }),
    reroutedFrom !== null && instead(nameOf(reroutedFrom)),
  ];
  return <span className="quiet">{words.filter(Boolean).join(' · ')}</span>;
}

interface StepWordsProps {
  readonly step: Step;
  readonly asked: Asked;
  readonly offices: Offices;
}

function namedAlone(offices: readonly string[], nameOf: (office: string) => string) {
  return offices.map((office) => ({ name: nameOf(office), office, members: null }));
}

/** Who a step names, in words. */
export function participantWords(
  participant: Step['who'][number],
  nameOf: (office: string) => string,
  language: 'it' | 'en',
): string {
  if ('office' in participant) return nameOf(participant.office);
  if ('role' in participant) return roleInWords(participant.role, language);
  return relationNames[participant.relation as keyof typeof relationNames]?.[language] ?? participant.relation;
}
