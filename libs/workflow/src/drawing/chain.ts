import {
  agreementInWords,
  membersOf,
  relationNames,
  roleInWords,
  subjectNames,
  timeoutsInWords,
  type ApprovalSubject,
  type OfficeDefinition,
  type Participant,
  type StepDefinition,
  type WorkflowDefinition,
} from '#domain';
import { lines } from './lifecycle.js';
import { escaped, nodeId, type DrawingLanguage } from './text.js';

const WORDS = {
  it: {
    approved: 'Approvato',
    returned: 'In integrazione',
    rejected: 'Respinto',
    return: 'rinvia',
    reject: 'respinge',
    substitute: 'sostituto',
    samePersons: 'anche chi ha compiuto i passi precedenti',
    otherPersons: 'non chi ha compiuto',
    day: 'giorno lavorativo',
    days: 'giorni lavorativi',
    act: 'con atto',
    corrects: 'può rettificare il grado',
  },
  en: {
    approved: 'Approved',
    returned: 'In integration',
    rejected: 'Rejected',
    return: 'return',
    reject: 'reject',
    substitute: 'substitute',
    samePersons: 'also who took the steps before',
    otherPersons: 'not who took',
    day: 'working day',
    days: 'working days',
    act: 'by act',
    corrects: 'may correct the degree',
  },
} as const;

/** A chain as a Mermaid flowchart: who must agree at each step, and where its outcomes lead. Empty: there is none. */
export function drawChain(definition: WorkflowDefinition, subject: ApprovalSubject, language: DrawingLanguage): string {
  const steps = definition.chains[subject]?.steps ?? [];
  if (steps.length === 0) return '';
  const words = WORDS[language];
  const ids = ['start', ...steps.map(({ id }) => nodeId(id)), 'approved'];
  const boxes = steps.map((step) => `${nodeId(step.id)}["${boxOf(step, definition.offices, language)}"]`);
  const onward = ids.slice(1).map((id, index) => `${ids[index]} --> ${id}`);
  const sends = (outcome: 'return' | 'reject', to: string, label: string) =>
    steps.flatMap(({ id, outcomes }) => (outcomes.includes(outcome) ? [`${nodeId(id)} -. ${label} .-> ${to}`] : []));
  const returns = sends('return', 'returned', words.return);
  const rejections = sends('reject', 'rejected', words.reject);
  return lines('flowchart TD', [
    `start(["${escaped(subjectNames[subject][language])}"])`,
    ...boxes,
    `approved(["${words.approved}"])`,
    ...(returns.length > 0 ? [`returned(["${words.returned}"])`] : []),
    ...(rejections.length > 0 ? [`rejected(["${words.rejected}"])`] : []),
    ...onward,
    ...returns,
    ...rejections,
  ]);
}

function boxOf(step: StepDefinition, offices: readonly OfficeDefinition[], language: DrawingLanguage): string {
  const words = WORDS[language];
  const named = (participant: Participant) => nameIn(participant, offices, language);
  const who = step.who.map((participant) => {
    const office = 'office' in participant ? participant.office : null;
    return { name: named(participant), office, members: office === null ? null : membersOf(office, offices) };
  });
  const details = [
    agreementInWords(step, who, language),
    step.substitute === null ? null : `${words.substitute}: ${named(step.substitute)}`,
    independenceIn(step, words),
    step.term === null ? null : `${step.term.workingDays} ${step.term.workingDays === 1 ? words.day : words.days}`,
    timeoutsInWords(step.onTimeout, named, language),
    step.outcomes.includes('correct-degree') ? words.corrects : null,
    step.act === null ? null : `${words.act}: ${step.act.kinds.join(', ')}`,
  ];
  return [step.name[language], ...details.filter((detail) => detail !== null)].map(escaped).join('<br/>');
}

/** What is written; what holds without a word is left out. */
function independenceIn({ independentOf = 'earlier' }: StepDefinition, words: (typeof WORDS)[DrawingLanguage]) {
  if (independentOf === 'earlier') return null;
  return independentOf === 'nobody' ? words.samePersons : `${words.otherPersons}: ${independentOf.join(', ')}`;
}

function nameIn(participant: Participant, offices: readonly OfficeDefinition[], language: DrawingLanguage): string {
  if ('relation' in participant) return relationNames[participant.relation][language];
  if ('role' in participant) return roleInWords(participant.role, language);
  return offices.find(({ id }) => id === participant.office)?.names[0] ?? participant.office;
}
