import {
  relationNames,
  subjectNames,
  type Agreement,
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
    days: 'giorni lavorativi',
    silent: 'silenzio-assenso',
    act: 'con atto',
    of: 'di',
    all: 'tutti',
    or: ' o ',
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
    days: 'working days',
    silent: 'silent approval',
    act: 'by act',
    of: 'of',
    all: 'all',
    or: ' or ',
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
  const silent = step.onTimeout.some((action) => action.do === 'approve-silently');
  const details = [
    agreementIn(step.agreement, step.who.map(named), language),
    step.substitute === null ? null : `${words.substitute}: ${named(step.substitute)}`,
    independenceIn(step, words),
    step.term === null ? null : `${step.term.workingDays} ${words.days}${silent ? `, ${words.silent}` : ''}`,
    step.act === null ? null : `${words.act}: ${step.act.kinds.join(', ')}`,
  ];
  return [step.name[language], ...details.filter((detail) => detail !== null)].map(escaped).join('<br/>');
}

/** What is written; what holds without a word is left out. */
function independenceIn({ independentOf = 'earlier' }: StepDefinition, words: (typeof WORDS)[DrawingLanguage]) {
  if (independentOf === 'earlier') return null;
  return independentOf === 'nobody' ? words.samePersons : `${words.otherPersons}: ${independentOf.join(', ')}`;
}

function agreementIn(agreement: Agreement, names: readonly string[], language: DrawingLanguage): string {
  const { of, all, or } = WORDS[language];
  switch (agreement.kind) {
    case 'one':
      return names.join(or);
    case 'all':
      return `${names.join(', ')} (${all})`;
    case 'quorum':
      return `${agreement.count} ${of}: ${names.join(', ')}`;
    case 'weighted':
      return `${names.join(', ')} (≥ ${agreement.threshold})`;
  }
}

function nameIn(participant: Participant, offices: readonly OfficeDefinition[], language: DrawingLanguage): string {
  if ('relation' in participant) return relationNames[participant.relation][language];
  if ('role' in participant) return participant.role;
  return offices.find(({ id }) => id === participant.office)?.names[0] ?? participant.office;
}
