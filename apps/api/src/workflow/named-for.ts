import type { Action } from '#auth';
import {
  approvalSubjects,
  lifecycleVerbs,
  othersAt,
  stepsOf,
  whoAt,
  type ApprovalSubject,
  type EvaluationTerms,
  type LifecycleVerb,
  type Participant,
  type WorkflowDefinition,
} from '#domain';
import type { WorkflowInForce } from './workflow-in-force.js';

/** Where a definition names who does something. */
interface Places {
  /** Transitions of an objective. */
  readonly verbs?: readonly LifecycleVerb[];
  /** Steps of these chains. */
  readonly steps?: readonly ApprovalSubject[];
  /** The substitutes of these transitions. */
  readonly inPlace?: readonly LifecycleVerb[];
  /** Also who stands in for the Segretario by office, beside those of the verbs: nobody settles or moves what is their own. */
  readonly deputies?: true;
  /** Beside the role of Segretario, who stands in by office where the Segretario is a party. */
  readonly besideSegretario?: true;
  readonly evaluating?: readonly (keyof EvaluationTerms & ('evaluators' | 'conciliators' | 'conductors'))[];
}

const evaluatingParts = ['evaluators', 'conciliators', 'conductors'] as const;

/** By what it takes to ask for it. */
const PLACES_OF: Readonly<Partial<Record<Action, Places>>> = {
  'objective.propose': { verbs: ['propose'] },
  'objective.withdraw-proposal': { verbs: ['propose', 'withdraw-proposal'] },
  'objective.return-proposal': { verbs: ['return-proposal'], steps: ['objective'] },
  'objective.validate': { verbs: ['validate'], steps: ['objective'] },
  'objective.assign': { verbs: ['assign'], deputies: true },
  'objective.suspend': { verbs: ['suspend'], deputies: true },
  'objective.resume': { verbs: ['resume'] },
  'objective.remove': { verbs: ['remove'], deputies: true },
  'objective.return-rendicontazione': { steps: ['rendicontazione'] },
  'objective.approve-rendicontazione': { steps: ['rendicontazione', 'justification'] },
  'objective.make-definitive': { verbs: ['make-definitive'], deputies: true },
  'objective.reopen': { verbs: ['reopen'], deputies: true },
  'objective.close': { verbs: ['close'] },
  'premium.liquidate': { verbs: ['liquidate'], inPlace: ['liquidate'] },
  // in the place of whoever runs premiums by their role, where they are paid
  'premium.compute': { inPlace: ['liquidate'] },
  'premium.propose': { inPlace: ['liquidate'] },
  'plan.decide': { steps: ['plan'] },
  'variation.decide': { steps: ['variation'] },
  'approval.act': { steps: approvalSubjects },
  'approval.reassign': { besideSegretario: true },
  'approval.migrate': { besideSegretario: true },
  // their own office, whichever it is that the definition knows
  'organisation.delegate': { verbs: lifecycleVerbs, steps: approvalSubjects, evaluating: evaluatingParts },
  'evaluation.conduct': { evaluating: ['conductors'] },
  'evaluation.take-part': { evaluating: ['evaluators', 'conciliators'], steps: ['evaluation'] },
};

/** The transition that an action makes of one share, or of what is proposed: for whom it is depends on how that stands. */
export const moveOf: Readonly<Partial<Record<Action, LifecycleVerb>>> = {
  'objective.withdraw-proposal': 'withdraw-proposal',
  'objective.assign': 'assign',
  'objective.suspend': 'suspend',
  'objective.resume': 'resume',
  'objective.remove': 'remove',
  'objective.make-definitive': 'make-definitive',
  'objective.reopen': 'reopen',
};

export const actionsNamed = Object.keys(PLACES_OF) as readonly Action[];

/** Whether transitions alone say whose it is, and no step of a chain. */
export function isOfTransitions(action: Action): boolean {
  const { verbs, steps } = PLACES_OF[action] ?? {};
  return verbs !== undefined && steps === undefined;
}

/** Whether a definition leaves a part of it to whoever has the permission, or all. */
export function isLeftToRoles(action: Action, definition: WorkflowDefinition): boolean {
  const { evaluating = [], besideSegretario = false } = PLACES_OF[action] ?? {};
  return (
    action === 'organisation.delegate' ||
    besideSegretario ||
    firstNamedFor(action, definition).length === 0 ||
    evaluating.some((part) => definition.evaluations?.[part] === undefined)
  );
}

/** Whom a definition names for an action; nobody where it names none, or has no place for it. */
export function namedFor(action: Action, definition: WorkflowDefinition): readonly Participant[] {
  const { inPlace = [] } = PLACES_OF[action] ?? {};
  const substitutes = definition.objective.transitions.flatMap(({ verb, substitute }) =>
    inPlace.includes(verb) && substitute != null ? [substitute] : [],
  );
  return [...firstNamedFor(action, definition), ...substitutes];
}

/**
 * Whom the version in force names, or an earlier one: what began with it keeps it. Whoever chooses who judges, and by which rules, has
 * begun nothing: that is the Segretario's, or of who stands in for them today.
 */
export function namedByAny(
  action: Action,
  { definition, versions }: Pick<WorkflowInForce, 'definition' | 'versions'>,
): readonly Participant[] {
  const asked = PLACES_OF[action]?.besideSegretario === true ? [definition] : versions;
  return asked.flatMap((one) => namedFor(action, one));
}

/** …before anybody stands in for them. */
function firstNamedFor(action: Action, definition: WorkflowDefinition): readonly Participant[] {
  const {
    verbs = [],
    steps = [],
    evaluating = [],
    deputies = false,
    besideSegretario = false,
  } = PLACES_OF[action] ?? {};
  const moving = definition.objective.transitions.filter(({ verb }) => verbs.includes(verb)).flatMap(({ who }) => who);
  const taking = stepsOf(definition, steps).flatMap((placed) => [...whoAt(placed), ...othersAt(placed)]);
  const standingIn = definition.offices
    .filter((office) => office.function === 'segretario-substitute')
    .map(({ id }) => ({ office: id }));
  // where the file names no office for it, who has the role stands in
  const deputising = standingIn.length > 0 ? standingIn : [{ role: 'vicesegretario' }];
  return [
    ...moving,
    ...(besideSegretario ? deputising : []),
    ...(deputies && moving.length > 0 ? deputising : []),
    ...taking.map(({ participant }) => participant),
    ...evaluating.flatMap((part) => definition.evaluations?.[part] ?? []),
  ];
}
