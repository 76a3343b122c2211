import type { ActReference, Actor, ChainDefinition, Decider, Instant, LocalDate, Staff } from '#domain';
import { AT, DAY } from './organisations.js';

export const OUTSIDER: Actor = { id: 'outsider', office: 'elsewhere' };
const label = (text: string) => ({ it: text, en: text });

/** Something that is done: decided by whoever, of a state that others have brought about. */
export interface Guarded {
  readonly stream: string;
  /** By the outsider, and what came before. */
  readonly before: readonly Told[];
  /** The last event of the deed as the outsider does it: the rules keep nobody from that. */
  readonly event: Told;
  /** The day on which it happened, as the request tells it; undefined: it does not. */
  readonly told: LocalDate | undefined;
  readonly act: ActReference | null;
  /** @throws Refused as the rules do */
  decide(by: Actor, onBehalfOf: string | null): void;
}

export interface Told {
  readonly type: string;
  readonly data: object;
  /** Absent: the outsider. */
  readonly by?: Actor;
}

export function before(staff: Staff) {
  return { by: OUTSIDER, at: '2023-01-10T08:00:00.000Z' as Instant, staff };
}

function tenureOf({ id, office }: Actor): Staff['tenures'][number] {
  return { person: id, office, roles: [], from: '2022-01-01', to: null, act: null };
}

interface Played<State> {
  readonly state: State;
  readonly events: readonly Told[];
}

export function played<State, Command extends { readonly by: Actor }, Event extends Told>(
  rules: Decider<State, Command, Event>,
  first: readonly Event[],
  commands: readonly Command[],
): Played<State> {
  let state = first.reduce((known, event) => rules.evolve(known, event, DAY), rules.initial);
  const events: Told[] = [...first];
  for (const command of commands) {
    for (const event of rules.decide(command, state)) {
      const { by } = command;
      events.push({ ...event, by });
      state = rules.evolve(state, event, DAY, { actor: by, onBehalfOf: null });
    }
  }
  return { state, events };
}

/** What the outsider makes of it; of a proposal the approval that it opens. */
export function done<State, Command extends { readonly by: Actor }, Event extends Told>(
  rules: Decider<State, Command, Event>,
  { state, events }: Played<State>,
  command: Command,
) {
  const decided = rules.decide(command, state);
  const event = decided.find(({ type }) => type === 'premium.approval-opened.v1') ?? decided.at(-1);
  if (event === undefined) throw new Error('Nothing was decided.');
  return { before: events, event };
}

export function chain(version: number): ChainDefinition {
  return {
    id: 'catena',
    version,
    steps: [
      {
        id: 'verifica',
        name: label('Verifica'),
        who: [{ office: OUTSIDER.office }],
        agreement: { kind: 'one' },
        order: 'parallel',
        term: null,
        onTimeout: [],
        substitute: null,
        outcomes: ['approve', 'return'],
        act: null,
      },
    ],
  } as ChainDefinition;
}

/** Where the outsider holds their office, too. */
export function besideOutsider(staff: Staff): Staff {
  return { ...staff, tenures: [...staff.tenures, tenureOf(OUTSIDER)] };
}

export function issuedBy(by: Actor, staff: Staff, told: LocalDate | undefined) {
  return { by, at: AT, staff, ...(told !== undefined && { on: told }) };
}
