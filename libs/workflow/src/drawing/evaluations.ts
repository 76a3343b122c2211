import type { Evaluating, WorkflowDefinition } from '#domain';
import { lines } from './lifecycle.js';
import { escaped, type DrawingLanguage } from './text.js';

const WORDS = {
  it: {
    opened: 'Da valutare',
    proposed: 'Proposta',
    notified: 'Notificata',
    heard: 'Audizione',
    judged: 'Giudicata',
    final: 'Giudizio finale',
    asked: 'Conciliazione',
    definitive: 'Definitiva',
    propose: 'propone',
    receipt: 'ricevuta',
    observations: 'osservazioni entro',
    hearing: 'audizione, dovuta sotto',
    judge: 'giudica',
    chain: 'la catena «Valutazione»',
    request: 'chiesta entro',
    conciliate: 'conferma o rivede',
    runsOut: 'termine trascorso',
    day: 'giorno lavorativo',
    days: 'giorni lavorativi',
    person: 'chi è valutato',
    anybody: 'chi è nominato',
    or: ' o ',
  },
  en: {
    opened: 'To evaluate',
    proposed: 'Proposed',
    notified: 'Notified',
    heard: 'Hearing',
    judged: 'Judged',
    final: 'Final judgement',
    asked: 'Conciliation',
    definitive: 'Definitive',
    propose: 'proposes',
    receipt: 'receipt',
    observations: 'observations within',
    hearing: 'hearing, due below',
    judge: 'judges',
    chain: 'the chain “Evaluation”',
    request: 'asked for within',
    conciliate: 'confirms or revises',
    runsOut: 'the term ran out',
    day: 'working day',
    days: 'working days',
    person: 'whoever is evaluated',
    anybody: 'whoever is named',
    or: ' or ',
  },
} as const;

/** The way of a person's evaluation as a Mermaid state diagram. Empty: the body evaluates nobody. */
export function drawEvaluations({ evaluations, offices }: WorkflowDefinition, language: DrawingLanguage): string {
  if (evaluations === undefined) return '';
  const words = WORDS[language];
  const named = (all: readonly Evaluating[] | undefined) =>
    all === undefined
      ? words.anybody
      : all.map(({ office }) => offices.find(({ id }) => id === office)?.names[0] ?? office).join(words.or);
  const { observations, conciliation, hearingBelow } = evaluations;
  const inDays = ({ workingDays }: typeof observations) =>
    `${workingDays} ${workingDays === 1 ? words.day : words.days}`;
  const [evaluates, conducts] = [named(evaluations.evaluators), named(evaluations.conductors)];
  const states = (['opened', 'proposed', 'notified', 'heard', 'judged', 'final', 'asked', 'definitive'] as const).map(
    (id) => `state "${escaped(words[id])}" as ${id}`,
  );
  const moves = [
    ['[*]', 'opened', conducts],
    ['opened', 'proposed', `${words.propose} (${evaluates})`],
    ['proposed', 'notified', words.receipt],
    ['notified', 'notified', `${words.observations} ${inDays(observations)} (${words.person})`],
    ['notified', 'heard', `${words.hearing} ${hearingBelow}`],
    ['notified', 'judged', `${words.judge} (${evaluates})`],
    ['heard', 'judged', `${words.judge} (${evaluates})`],
    ['judged', 'final', words.chain],
    ['final', 'asked', `${words.request} ${inDays(conciliation)} (${words.person})`],
    ['asked', 'definitive', `${words.conciliate} (${named(evaluations.conciliators)})`],
    ['final', 'definitive', `${words.runsOut} (${conducts})`],
  ] as const;
  return lines('stateDiagram-v2', [
    ...states,
    ...moves.map(([from, to, label]) => `${from} --> ${to} : ${escaped(label)}`),
    'definitive --> [*]',
  ]);
}
