import type { Participant } from '../chain-definition.js';
import type { ApprovalSubject, OfficeFunction, WorkflowDefinition } from '../definition.js';
import { mistake, type WorkflowMistake } from '../mistake.js';
import { entriesOf, functionOf, isOf, nameOf, othersAt, stepsOf, whoAt, type PlacedStep } from '../participants.js';
import { isAlwaysBarred, isNobody } from '../relations-of.js';
import { isHearing } from './chains.js';
import type { LimitCode } from './laws.js';
import { ownControl } from './own-control.js';

/** What the law asks of single steps: whose they are, and that nobody judges what is their own. */
export function limitsOfSteps(definition: WorkflowDefinition): WorkflowMistake[] {
  return stepsOf(definition).flatMap((placed) => [
    ...takenByOthers(placed, 'evaluation-body', 'limit/certified-by-others', definition),
    ...(isActOfBody(placed) ? takenByOthers(placed, 'political-body', 'limit/act-by-others', definition) : []),
    ...correctedByOthers(placed, definition),
    ...ownControl(placed),
    ...withoutSubstitute(placed, definition),
    ...silent(placed, definition),
  ]);
}

/** To liquidate is not the political body's act: of a run that alone is told. */
function isActOfBody({ subject, step }: PlacedStep): boolean {
  return step.act !== null && subject !== 'premium-run';
}

/** What belongs to a body of the law is not done by another office instead. */
function takenByOthers(
  placed: PlacedStep,
  fn: OfficeFunction,
  code: LimitCode,
  definition: WorkflowDefinition,
): WorkflowMistake[] {
  const { step } = placed;
  const isOfBody = isOf(fn, definition);
  if (!step.who.some(isOfBody)) return [];
  // where all must agree, the body has agreed whoever else has
  const beside = step.agreement.kind === 'all' ? [] : whoAt(placed);
  return [...beside, ...othersAt(placed)]
    .filter(({ participant }) => !isOfBody(participant))
    .map(({ participant, path }) => {
      const needs = entriesOf([...step.who, participant], definition);
      return mistake(code, path, { step: step.id, who: nameOf(participant) }, needs);
    });
}

function correctedByOthers({ subject, step, path }: PlacedStep, definition: WorkflowDefinition): WorkflowMistake[] {
  const at = step.outcomes.indexOf('correct-degree');
  if (subject !== 'rendicontazione' || at === -1 || step.who.every(isOf('evaluation-body', definition))) return [];
  return [
    mistake(
      'limit/degree-corrected-by-others',
      [...path, 'outcomes', at],
      { step: step.id },
      entriesOf(step.who, definition),
    ),
  ];
}

/** Where those who decide may have proposed or answer for what is decided, or be paid on it. */
const CONTROLS: readonly ApprovalSubject[] = [
  'plan',
  'objective',
  'rendicontazione',
  'justification',
  'evaluation',
  'premium-run',
];

/** An office that may be a party needs somebody who acts instead of it, or nobody can. */
function withoutSubstitute({ subject, step, path }: PlacedStep, definition: WorkflowDefinition): WorkflowMistake[] {
  if (!CONTROLS.includes(subject) || step.substitute !== null || isHearing(step)) return [];
  const { agreement, who } = step;
  const goesOnWithoutOne = who.length > 1 && (agreement.kind === 'one' || agreement.kind === 'quorum');
  const party = who.find((participant) => {
    // of whom it is told that they never may, or that nobody is meant, a substitute would be no remedy
    if (isAlwaysBarred(participant, subject) || isNobody(participant, subject)) return false;
    if (subject === 'plan') return isDrafter(participant, definition);
    const fn = functionOf(participant, definition);
    return fn !== 'evaluation-body' && fn !== 'political-body';
  });
  if (goesOnWithoutOne || party === undefined) return [];
  return [
    mistake(
      'limit/no-substitute',
      path,
      { ...(subject === 'plan' && { case: subject }), step: step.id, who: nameOf(party) },
      [...entriesOf(who, definition), path],
    ),
  ];
}

/** A plan is drafted and proposed by the Segretario, or by whoever administers. */
function isDrafter(participant: Participant, definition: WorkflowDefinition): boolean {
  if ('role' in participant) return ['segretario', 'amministratore'].includes(participant.role);
  return isOf('segretario', definition)(participant);
}

/** Silence is no decision of a body of the law, no act and no judgement on people or their pay. */
function silent({ subject, step, path }: PlacedStep, definition: WorkflowDefinition): WorkflowMistake[] {
  const index = step.onTimeout.findIndex((action) => action.do === 'approve-silently');
  if (index === -1) return [];
  const found = silenceForbidden({ subject, step }, definition);
  if (found === null) return [];
  const { code, whose } = found;
  const facts = { step: step.id, subject, ...(whose && { who: nameOf(whose) }) };
  return [mistake(code, [...path, 'onTimeout', index], facts)];
}

/** Why silence may not pass a step; null: it may. */
export function silenceForbidden(
  { subject, step: { who, substitute, act, ...step } }: Pick<PlacedStep, 'subject' | 'step'>,
  definition: WorkflowDefinition,
): { readonly code: LimitCode; readonly whose?: Participant } | null {
  const all = substitute === null ? who : [...who, substitute];
  const evaluating = all.find(isOf('evaluation-body', definition));
  if (evaluating !== undefined) return { code: 'limit/silent-evaluation-body', whose: evaluating };
  const political = all.find(isOf('political-body', definition));
  if (political !== undefined) return { code: 'limit/silent-political-body', whose: political };
  if (act !== null) return { code: 'limit/silent-act' };
  const judges = subject === 'evaluation' ? !isHearing({ ...step, who }) : subject === 'premium-run';
  if (judges) return { code: 'limit/silent-evaluation' };
  // whose role it is, only the day tells: the evaluation body may be among them
  const role = all.find((participant) => 'role' in participant);
  return role === undefined ? null : { code: 'limit/silent-evaluation-body', whose: role };
}
