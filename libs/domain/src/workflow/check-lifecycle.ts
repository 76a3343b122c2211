import type { ApprovalSubject, WorkflowDefinition } from './definition.js';
import type { Lifecycle, LifecycleState, LifecycleVerb, Transition } from './lifecycle.js';
import { mistake, repeated, type DefinitionPath, type WorkflowMistake } from './mistake.js';
import { nameOf, sameParticipant } from './participants.js';
import { reachableFrom } from './paths.js';

/** Where a verb leads, whatever a body calls it. */
const LEADS_TO: Readonly<Record<LifecycleVerb, readonly LifecycleState[]>> = {
  propose: ['proposed'],
  'return-proposal': ['draft'],
  validate: ['validated'],
  approve: ['approved'],
  assign: ['assigned'],
  acknowledge: ['in-progress'],
  suspend: ['suspended'],
  resume: ['in-progress', 'assigned'],
  remove: ['removed'],
  'submit-rendicontazione': ['rendicontazione-submitted'],
  'return-rendicontazione': ['rendicontazione-returned'],
  'approve-rendicontazione': ['rendicontazione-approved'],
  'make-definitive': ['definitive'],
  liquidate: ['liquidated'],
  close: ['closed'],
  reopen: ['rendicontazione-submitted'], // the report is judged anew; a step may send it back
};

/** What the system does by itself once a chain was passed or sent back. */
const DONE_BY_CHAIN: Readonly<Partial<Record<LifecycleVerb, readonly ApprovalSubject[]>>> = {
  validate: ['objective'],
  'return-proposal': ['objective', 'plan'],
  approve: ['plan'],
  'return-rendicontazione': ['rendicontazione'],
  'approve-rendicontazione': ['rendicontazione'],
};

/**
 * What goes on without anybody named: a rest ends with its last day, a variation assigns what it adds; who may assign and
 * close besides, the permissions say. That a degree is definitive somebody says: no term of the log tells of appeals.
 */
const BY_ITSELF: readonly LifecycleVerb[] = ['assign', 'close', 'resume'];

type OnWay = readonly [LifecycleState, LifecycleVerb];

/** The way of every share of a plan, whatever else befalls it: nobody reports on what nobody was given. */
const WAY: readonly OnWay[] = [
  ['approved', 'assign'],
  ['assigned', 'acknowledge'],
  ['in-progress', 'submit-rendicontazione'],
  ['rendicontazione-submitted', 'approve-rendicontazione'],
];

/** Every state is reached and leads to an end, every verb means what it says, and the way from the plan to the degree is there. */
export function checkLifecycle(definition: WorkflowDefinition): WorkflowMistake[] {
  const { objective } = definition;
  const sameStates = repeated(objective.states.map(({ id }) => id)).map(({ value, index }) =>
    mistake('workflow/same-id', ['objective', 'states', index, 'id'], { id: value }),
  );
  const ofTransitions = objective.transitions.flatMap((transition, index) =>
    checkTransition(transition, index, definition),
  );
  return [
    ...sameStates,
    ...ofTransitions,
    ...ambiguous(objective),
    ...neverClosed(objective),
    ...lost(objective),
    ...barred(definition),
    ...unratified(objective),
  ];
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
  const chains = DONE_BY_CHAIN[verb] ?? [];
  const done = who.length > 0 || BY_ITSELF.includes(verb) || chains.some((subject) => definition.chains[subject]);
  const parts = [path, ['chains'], ...chains.map((subject) => ['chains', subject])];
  const idle = done ? [] : [mistake('workflow/nobody-does', path, { verb, chains: chains.join(', ') }, parts)];
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

/** Where an objective would stay, because what comes next is nobody's: a proposal too, of which a chain decides. */
function barred({ objective: { transitions }, chains }: WorkflowDefinition): WorkflowMistake[] {
  const isProposed = transitions.some(({ verb }) => verb === 'propose');
  const ofProposals: readonly OnWay[] = isProposed && chains.objective ? [['proposed', 'validate']] : [];
  return [...ofProposals, ...WAY].flatMap(([state, verb]) => {
    if (transitions.some((one) => one.verb === verb && one.from.includes(state))) return [];
    const facts = { verb, state, to: LEADS_TO[verb].join(', ') };
    return [mistake('workflow/way-missing', ['objective', 'transitions'], facts, [['objective']])];
  });
}

/** What nothing closes is told once, not at each of its states. */
function neverClosed({ transitions }: Lifecycle): WorkflowMistake[] {
  if (transitions.some(({ to }) => to === 'closed')) return [];
  return [mistake('workflow/never-closed', ['objective', 'transitions'], {}, [['objective']])];
}

/** What no act has ratified cannot rest longer than what one has. */
function unratified({ suspension }: Lifecycle): WorkflowMistake[] {
  const { maximumDays: most = 0, unratifiedDays: days = 0 } = suspension ?? {};
  if (days <= most) return [];
  return [mistake('workflow/unratified-too-long', ['objective', 'suspension', 'unratifiedDays'], { days, most })];
}

function lost({ states, transitions }: Lifecycle): WorkflowMistake[] {
  const ids = states.map(({ id }) => id);
  const [first] = ids;
  if (first === undefined) return [];
  const reached = reachableFrom(first, transitions);
  const backwards = transitions.flatMap(({ verb, from, to, ...rest }) =>
    from.map((state) => ({ verb, from: [to], to: state, ...rest })),
  );
  const isClosed = transitions.some(({ to }) => to === 'closed');
  const ends = isClosed ? reachableFrom('closed', backwards) : new Set(ids);
  return ids.flatMap((state, index) => {
    const path = ['objective', 'states', index];
    if (state === 'closed' && !isClosed) return [];
    if (!reached.has(state)) return [mistake('workflow/unreachable-state', path, { state, first }, [['objective']])];
    return ends.has(state) ? [] : [mistake('workflow/dead-end', path, { state }, [['objective']])];
  });
}
