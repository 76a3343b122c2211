import { isPaidUnder } from '../objective/standing.js';
import type { WorkflowDefinition } from './definition.js';
import { LEADS_TO } from './leads-to.js';
import type { LifecycleState, LifecycleVerb, Transition } from './lifecycle.js';
import { mistake, type DefinitionPath, type WorkflowMistake } from './mistake.js';
import { nameOf } from './participants.js';
import { SAID_OF, UNPAID } from './said-of.js';

/** Nothing is said of a verb that the engine would not obey: whom it does not ask, an act it does not take, a state it does not leave. */
export function checkVerbs(definition: WorkflowDefinition): WorkflowMistake[] {
  return definition.objective.transitions.flatMap((transition, index) => {
    // of a verb that is another than was meant that alone is told
    if (!LEADS_TO[transition.verb].includes(transition.to)) return [];
    const path = ['objective', 'transitions', index];
    return [
      ...whoIsNotAsked(transition, path, definition),
      ...actIsNotAsked(transition, path, definition),
      ...neverFrom(transition, path, definition),
    ];
  });
}

function whoIsNotAsked(
  { verb, who }: Transition,
  at: DefinitionPath,
  definition: WorkflowDefinition,
): WorkflowMistake[] {
  const said = SAID_OF[verb];
  const path = [...at, 'who'];
  if (said.who === 'assignee') {
    return who.flatMap((one, index) =>
      'relation' in one && one.relation === 'assignee'
        ? []
        : [mistake('workflow/who-not-asked', [...path, index], { case: 'assignee', verb, who: nameOf(one) })],
    );
  }
  if (who.length === 0) return [];
  const chain = chainOf(verb, definition);
  if (chain !== null) return [mistake('workflow/who-not-asked', path, { verb, chain })];
  return said.who === 'nobody' ? [mistake('workflow/who-not-asked', path, { case: 'act', verb })] : [];
}

function actIsNotAsked(
  { verb, act }: Transition,
  at: DefinitionPath,
  definition: WorkflowDefinition,
): WorkflowMistake[] {
  if (act === null || SAID_OF[verb].act) return [];
  const chain = chainOf(verb, definition);
  return [
    mistake('workflow/act-not-asked', [...at, 'act'], chain === null ? { verb } : { case: 'chain', verb, chain }),
  ];
}

function neverFrom(
  { verb, from }: Transition,
  at: DefinitionPath,
  { objective }: WorkflowDefinition,
): WorkflowMistake[] {
  const isPaid = verb === 'close' && isPaidUnder(objective.transitions);
  const can = SAID_OF[verb].from.filter((state) => !isPaid || !UNPAID.includes(state));
  const known = objective.states.filter(({ id }) => can.includes(id)).map(({ id }) => id);
  return from.flatMap((state, index) => {
    // what leaves the report, a limit tells
    if (can.includes(state) || state === 'removed') return [];
    const why = reasonOf(verb, state, isPaid);
    const facts = { ...(why && { case: why }), verb, state, known: known.join(', ') };
    return [mistake('workflow/never-from', [...at, 'from', index], facts)];
  });
}

function reasonOf(verb: LifecycleVerb, state: LifecycleState, isPaid: boolean): string | null {
  if (isPaid && UNPAID.includes(state)) return 'unpaid';
  return verb === 'submit-rendicontazione' && state === 'assigned' ? 'unacknowledged' : null;
}

/** The chain that a body has, and whose end brings it. */
function chainOf(verb: LifecycleVerb, { chains }: WorkflowDefinition): string | null {
  const { chain } = SAID_OF[verb];
  return chain !== undefined && chains[chain] !== undefined ? chain : null;
}
