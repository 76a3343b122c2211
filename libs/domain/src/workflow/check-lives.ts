import type { WorkflowDefinition } from './definition.js';
import { LEADS_TO } from './leads-to.js';
import {
  lifecycleStates,
  lifecycleVerbs,
  type LifecycleState,
  type LifecycleVerb,
  type Transition,
} from './lifecycle.js';
import { livesUnder, type Beginning, type Place } from './lives.js';
import { mistake, type WorkflowMistake } from './mistake.js';
import { SAID_OF } from './said-of.js';

/** What is no way to the end: what goes back is where it was, what rests or is taken out was not done. */
const ASIDE: readonly LifecycleVerb[] = [
  'return-proposal',
  'withdraw-proposal',
  'suspend',
  'remove',
  'return-rendicontazione',
  'reopen',
];

/**
 * Every life of a share, played through: each state is come to, and from each it goes on to its close. What keeps it is told
 * once, with what would lead on, and played on as if that were there.
 */
export function checkLives(definition: WorkflowDefinition): WorkflowMistake[] {
  const { states } = definition.objective;
  const beginnings = beginningsOf(definition);
  const { found, places: played, transitions } = ledOn(definition, beginnings);
  const left = leftOut(definition, transitions, played, beginnings);
  const places = left?.places ?? played;
  const come = new Set(places.flatMap(comeTo));
  const [first = ''] = states.map(({ id }) => id);
  const begins = beginnings[0];
  return [
    ...found,
    ...(left === null ? [] : [left.mistake]),
    ...states.flatMap(({ id: state }, index) => {
      const path = ['objective', 'states', index];
      const facts = { state, first };
      if (!come.has(state)) return [mistake('workflow/unreachable-state', path, facts, [['objective']])];
      if (state !== begins || state === first) return [];
      return [mistake('workflow/unreachable-state', path, { ...facts, case: 'first' }, [['objective']])];
    }),
  ];
}

/** Where a share stands, and what it is made: what is made definitive once it was paid stays among what was paid. */
function comeTo({ state, ways }: Place): readonly LifecycleState[] {
  return [state, ...[...ways.keys()].map(({ verb }) => LEADS_TO[verb][0])];
}

/** Where objectives begin: as a proposal, and as the plan brings them. */
export function beginningsOf({ objective: { states, transitions } }: WorkflowDefinition): readonly Beginning[] {
  const drafted = states.some(({ id }) => id === 'draft') || transitions.some(({ from }) => from.includes('draft'));
  return drafted ? ['draft', 'approved'] : ['approved'];
}

interface LedOn {
  readonly found: readonly WorkflowMistake[];
  /** With what lacks. */
  readonly places: readonly Place[];
  readonly transitions: readonly Transition[];
}

/** The one verb that no transition has and without which several states are never come to: that is one mistake. */
function leftOut(
  { objective }: WorkflowDefinition,
  transitions: readonly Transition[],
  places: readonly Place[],
  beginnings: readonly Beginning[],
): { readonly mistake: WorkflowMistake; readonly places: readonly Place[] } | null {
  const ids = objective.states.map(({ id }) => id);
  const lacking = (all: readonly Place[]) => ids.filter((id) => !all.some((place) => comeTo(place).includes(id)));
  const missed = lacking(places);
  if (missed.length < 2) return null;
  const unused = lifecycleVerbs.filter(
    (verb) => missed.includes(LEADS_TO[verb][0]) && !transitions.some((one) => one.verb === verb),
  );
  for (const verb of unused) {
    const from = SAID_OF[verb].from.filter((state) => ids.includes(state) && isAt(places, state));
    const [state] = from;
    const more = livesUnder([...transitions, wayOf(verb, from)], beginnings);
    if (state === undefined || lacking(more).length > 0) continue;
    const facts = { case: 'leftOut', verb, state, to: LEADS_TO[verb][0], states: missed.join(', ') };
    return {
      mistake: mistake('workflow/way-missing', ['objective', 'transitions'], facts, [['objective']]),
      places: more,
    };
  }
  return null;
}

function ledOn({ objective, chains }: WorkflowDefinition, beginnings: readonly Beginning[]): LedOn {
  const needs = [['objective']];
  const path = ['objective', 'transitions'];
  const found: WorkflowMistake[] = [];
  let { transitions } = objective;
  if (!transitions.some(({ verb }) => verb === 'close')) {
    found.push(mistake('workflow/never-closed', path, {}, needs));
    transitions = [...transitions, wayOf('close', lifecycleStates)];
  }
  const isProposed = transitions.some(({ verb }) => verb === 'propose');
  if (isProposed && chains.objective && !transitions.some(isFrom('validate', 'proposed'))) {
    const facts = { verb: 'validate', state: 'proposed', to: 'validated' };
    found.push(mistake('workflow/way-missing', path, facts, needs));
    transitions = [...transitions, wayOf('validate', ['proposed'])];
  }
  const told = new Set<LifecycleState>();
  const ids = objective.states.map(({ id }) => id);
  const play = (more: readonly Transition[] = []) => livesUnder([...transitions, ...more], beginnings);
  for (;;) {
    const places = play();
    const last = lastOf(stuckAt(places, told));
    if (last.length === 0) return { found, places, transitions };
    for (const state of last) {
      const ends = (verb: LifecycleVerb) => !isAt(stuckAt(play([wayOf(verb, [state])]), told), state);
      // what it leads to may be stuck for a cause of its own, which is told then
      const leads = (verb: LifecycleVerb) =>
        ids.includes(LEADS_TO[verb][0]) && play([wayOf(verb, [state])]).some((one) => goesOn(one, state, verb));
      const on = lifecycleVerbs.filter((verb) => isOn(verb, state));
      const verb = on.find(ends) ?? on.find(leads);
      const index = ids.indexOf(state);
      const at = index === -1 ? path : ['objective', 'states', index];
      const facts = { state, ...(verb && { verb, to: LEADS_TO[verb][0] }) };
      found.push(mistake('workflow/dead-end', at, facts, needs));
      if (verb !== undefined) transitions = [...transitions, wayOf(verb, [state])];
      told.add(state);
    }
  }
}

function wayOf(verb: LifecycleVerb, from: readonly LifecycleState[]): Transition {
  const [to] = LEADS_TO[verb];
  return { verb, from, to, who: [], act: null };
}

function isFrom(verb: LifecycleVerb, state: LifecycleState) {
  return (one: Transition): boolean => one.verb === verb && one.from.includes(state);
}

/** Where a share stays that has come there, for a cause that is not told yet. */
function stuckAt(places: readonly Place[], told: ReadonlySet<LifecycleState>): readonly Place[] {
  const ended = new Set(places.filter(({ state }) => state === 'closed' || told.has(state)));
  for (let before = -1; before < ended.size;) {
    before = ended.size;
    for (const place of places) if (onFrom(place).some((next) => ended.has(next))) ended.add(place);
  }
  return places.filter((place) => !ended.has(place));
}

/** Of places that lead one to another the states of the last: the others go on once those do. What leads on never leads back. */
function lastOf(stuck: readonly Place[]): readonly LifecycleState[] {
  const last = stuck.filter((place) => onFrom(place).every(({ state }) => state === place.state));
  return lifecycleStates.filter((state) => isAt(last, state));
}

function isAt(places: readonly Place[], state: LifecycleState): boolean {
  return places.some((place) => place.state === state);
}

/** Whether a verb takes a share from a state to another one. */
function goesOn(place: Place, from: LifecycleState, by: LifecycleVerb): boolean {
  return place.state === from && [...place.ways].some(([{ verb }, next]) => verb === by && next.state !== from);
}

function onFrom({ state, ways }: Place): readonly Place[] {
  return [...ways].flatMap(([{ verb }, next]) => (isOn(verb, state) ? [next] : []));
}

/** What is proposed again is where it was. */
function isOn(verb: LifecycleVerb, from: LifecycleState): boolean {
  return !ASIDE.includes(verb) && (verb !== 'propose' || from === 'draft');
}
