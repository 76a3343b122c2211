import type { WorkflowDefinition } from './definition.js';
import { LEADS_TO } from './leads-to.js';
import type { Lifecycle, LifecycleVerb, Transition } from './lifecycle.js';
import { mistake, repeated, type DefinitionPath, type WorkflowMistake } from './mistake.js';
import { nameOf, sameParticipant } from './participants.js';
import { SAID_OF } from './said-of.js';

/**
 * What goes on without anybody named: a rest ends with its last day, a variation assigns what it adds, and its act
 * alone may approve a plan; who may assign and close besides, the permissions say. That a degree is definitive somebody says: no term of the log tells of appeals.
 */
const BY_ITSELF: readonly LifecycleVerb[] = ['approve', 'assign', 'close', 'resume'];

/** Every state is there once, every verb means what it says and has somebody who does it. */
export function checkLifecycle(definition: WorkflowDefinition): WorkflowMistake[] {
  const { objective } = definition;
  const sameStates = repeated(objective.states.map(({ id }) => id)).map(({ value, index }) =>
    mistake('workflow/same-id', ['objective', 'states', index, 'id'], { id: value }),
  );
  const ofTransitions = objective.transitions.flatMap((transition, index) =>
    checkTransition(transition, index, definition),
  );
  return [...sameStates, ...ofTransitions, ...ambiguous(objective), ...unratified(objective)];
}

function checkTransition(transition: Transition, index: number, definition: WorkflowDefinition): WorkflowMistake[] {
  const { verb, from, to, who } = transition;
  const path = ['objective', 'transitions', index];
  const states = definition.objective.states.map(({ id }) => id);
  const unknown = [...from.map((state, at) => [state, [...path, 'from', at]] as const), [to, [...path, 'to']] as const]
    .filter(([state]) => !states.includes(state))
    .map(([state, at]) => mistake('workflow/unknown-state', at, { state, known: states.join(', ') }, [['objective']]));
  const elsewhere = LEADS_TO[verb].includes(to)
    ? []
    : [mistake('workflow/verb-leads-elsewhere', [...path, 'to'], { verb, to, known: LEADS_TO[verb].join(', ') })];
  const { chain } = SAID_OF[verb];
  const done = who.length > 0 || BY_ITSELF.includes(verb) || (chain !== undefined && definition.chains[chain]);
  const parts = [path, ['chains'], ...(chain === undefined ? [] : [['chains', chain]])];
  const idle = done ? [] : [mistake('workflow/nobody-does', path, { verb, chains: chain ?? '' }, parts)];
  return [...unknown, ...elsewhere, ...idle, ...ofSubstitute(transition, path)];
}

/** Of another verb who stands in is a rule for every body: nobody would act. */
function ofSubstitute({ verb, who, substitute }: Transition, at: DefinitionPath): WorkflowMistake[] {
  if (substitute == null) return [];
  const path = [...at, 'substitute'];
  if (verb !== 'liquidate') return [mistake('workflow/substitute-elsewhere', path, { verb })];
  const same = who.some((one) => sameParticipant(one, substitute));
  return same ? [mistake('workflow/same-substitute', path, { case: 'verb', verb, who: nameOf(substitute) })] : [];
}

/** From one state a verb leads to one. */
function ambiguous({ transitions }: Lifecycle): WorkflowMistake[] {
  const seen = new Set<string>();
  return transitions.flatMap(({ verb, from }, index) =>
    from.flatMap((state, at) => {
      const key = `${verb} ${state}`;
      if (!seen.has(key)) {
        seen.add(key);
        return [];
      }
      const path = ['objective', 'transitions', index, 'from', at];
      return [mistake('workflow/ambiguous-transition', path, { verb, state })];
    }),
  );
}

/** What no act has ratified cannot rest longer than what one has. */
function unratified({ suspension }: Lifecycle): WorkflowMistake[] {
  const { maximumDays: most = 0, unratifiedDays: days = 0 } = suspension ?? {};
  if (days <= most) return [];
  return [mistake('workflow/unratified-too-long', ['objective', 'suspension', 'unratifiedDays'], { days, most })];
}
