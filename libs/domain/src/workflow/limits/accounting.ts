import type { Participant } from '../chain-definition.js';
import type { WorkflowDefinition } from '../definition.js';
import { membersOf } from '../members-of.js';
import { mistake, type DefinitionPath, type WorkflowMistake } from '../mistake.js';
import {
  entriesOf,
  functionOf,
  isOf,
  nameOf,
  othersAt,
  stepsOf,
  whoAt,
  type Named,
  type PlacedStep,
} from '../participants.js';

const CODE = 'limit/liquidation-not-checked';

/**
 * Why the word of the accounting service can be dispensed with at each of its steps of a premium run; nothing where it
 * cannot at one of them. Silence has its own limit.
 */
export function dispensable(definition: WorkflowDefinition): readonly WorkflowMistake[] {
  const checks = stepsOf(definition, ['premium-run']).filter(({ step }) =>
    step.who.some(isOf('accounting', definition)),
  );
  const reasons = checks.map((placed) => [...outvoted(placed, definition), ...replaced(placed, definition)]);
  return reasons.some((found) => found.length === 0) ? [] : reasons.flat();
}

/** Where whoever checks the act is alone to sign it too: the act of the service that liquidates is passed on to accounting. */
export function signedByAccounting(definition: WorkflowDefinition): readonly WorkflowMistake[] {
  const isAccounting = isOf('accounting', definition);
  const told = (who: readonly Participant[], path: DefinitionPath, step: string) =>
    who.every(isAccounting)
      ? [mistake('limit/liquidation-by-accounting', [...path, 'who'], { step }, entriesOf(who, definition))]
      : [];
  const steps = stepsOf(definition, ['premium-run']).filter(({ step }) => step.act !== null);
  const bySteps = steps.map(({ step, path }) => told(step.who, path, step.id));
  if (steps.length > 0) return bySteps.some((found) => found.length === 0) ? [] : bySteps.flat();
  return definition.objective.transitions.flatMap(({ verb, act, who }, index) =>
    verb === 'liquidate' && act !== null ? told(who, ['objective', 'transitions', index], verb) : [],
  );
}

/** Others at the step are enough. */
function outvoted(placed: PlacedStep, definition: WorkflowDefinition): readonly WorkflowMistake[] {
  const { step, path } = placed;
  const { agreement } = step;
  const others = whoAt(placed).filter(({ participant }) => isAnother(participant, definition));
  const who = others.map(({ participant }) => nameOf(participant)).join(', ');
  const facts = { step: step.id, who };
  const needs = entriesOf(step.who, definition);
  if (others.length === 0) return [];
  switch (agreement.kind) {
    case 'one':
      return others.map((other) => instead('alone', placed, other, definition));
    case 'all':
      return [];
    case 'quorum': {
      const most = others.reduce((sum, { participant }) => sum + mostOf(participant, definition), 0);
      const told = { case: 'votes', ...facts, count: agreement.count };
      return most < agreement.count ? [] : [mistake(CODE, [...path, 'agreement', 'count'], told, needs)];
    }
    case 'weighted': {
      const sum = others.reduce((total, { participant }) => total + weightIn(agreement.weights, participant), 0);
      const told = { case: 'votes', ...facts, count: agreement.threshold };
      return sum < agreement.threshold
        ? []
        : [mistake(CODE, [...path, 'agreement', 'threshold'], told, [...needs, [...path, 'agreement']])];
    }
  }
}

/** How many may vote; where the file does not say it, more than are needed. */
function mostOf(participant: Participant, { offices }: WorkflowDefinition): number {
  return ('office' in participant ? membersOf(participant.office, offices) : null) ?? Number.POSITIVE_INFINITY;
}

function weightIn(weights: Readonly<Record<string, number>>, participant: Participant): number {
  return 'office' in participant ? (weights[participant.office] ?? 0) : 0;
}

/** Whether it is known to be somebody else; of an office that there is not, or a relation to a run, it is told that nobody is meant. */
function isAnother(participant: Participant, definition: WorkflowDefinition): boolean {
  if ('relation' in participant) return false;
  if ('role' in participant) return true;
  return definition.offices.some(({ id, function: of }) => id === participant.office && of !== 'accounting');
}

/** Somebody else comes to decide instead. */
function replaced(placed: PlacedStep, definition: WorkflowDefinition): readonly WorkflowMistake[] {
  return othersAt(placed).flatMap((other) => {
    if (!isAnother(other.participant, definition)) return [];
    const isSubstitute = other.path.at(-1) === 'substitute';
    if (isSubstitute && isOfSegretario(other.participant, definition)) return [];
    return [instead(isSubstitute ? 'substitute' : 'late', placed, other, definition)];
  });
}

/**
 * Where whoever heads the service is paid by the run, the word of a head who is not there is the Segretario's (art. 49 c. 2,
 * 97 c. 4 lett. d and 5 TUEL), who may have it as the substitute, and nobody else.
 */
function isOfSegretario(participant: Participant, definition: WorkflowDefinition): boolean {
  if ('role' in participant) return ['segretario', 'vicesegretario'].includes(participant.role);
  return ['segretario', 'segretario-substitute'].includes(functionOf(participant, definition) ?? '');
}

function instead(
  how: 'alone' | 'late' | 'substitute',
  { step }: PlacedStep,
  { participant, path }: Named,
  definition: WorkflowDefinition,
): WorkflowMistake {
  const needs = entriesOf([...step.who, participant], definition);
  return mistake(CODE, path, { case: how, step: step.id, who: nameOf(participant) }, needs);
}
