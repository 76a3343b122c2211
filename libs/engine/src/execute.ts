import { decideInOrder, Refused, romeDayOf, type LocalDate } from '#domain';
import { WrongRevision, type NewEvent, type RecordedEvent } from '#event-store';
import { appendSurely } from './append-surely.js';
import { citesActs, misdated } from './cited-acts.js';
import type { CommandContext, Executed } from './context.js';
import { Contended, KeyReused, StaleRevision } from './errors.js';
import { doneBy, fold, type Folded } from './fold.js';
import type { Decided, Issued } from './kinds.js';
import { commandHash, recordable } from './record.js';
import { kept, refreshed, type Read } from './refreshed.js';

/** How often a command is decided when others keep writing to the same stream. */
const DECISIONS = 3;

/** How many events that a caller has not seen are looked at to tell what changed. */
const EXPLAINED = 100;

/** What a command is carried out on. */
export interface Target<State, Command, Event> extends Read<State, Command, Event> {
  readonly body: string;
}

/** Load, decide, append at the revision that was read; decide again on a lost race. */
export async function execute<State, Command extends Issued, Event extends Decided>(
  target: Target<State, Command, Event>,
  command: Command,
  context: CommandContext,
): Promise<Executed> {
  const { store, baselines, stream } = target;
  const known = kept(target);
  let fresh = known === undefined;
  let folded = known ?? (await refreshed(target));
  let decisions = 0;
  let cited: Refused | null | undefined;
  for (;;) {
    const before = answeredBefore(stream, folded, command, context);
    if (before !== null) return before;
    if (cited === undefined) cited = citesActs(command) ? await misdated(target, command) : null;
    const verdict = cited === null ? verdictOn(target, folded, command, context) : { no: cited };
    if ('events' in verdict && verdict.events.length > 0) {
      const events = recordable(target, folded, verdict.events, command, context);
      try {
        const appended = await appendSurely(store, stream, events, folded.revision < 0 ? 'no-stream' : folded.revision);
        baselines.set(
          stream,
          fold(target.decider, folded, recorded(stream, folded, events, appended.position, command)),
        );
        return { repeated: false, events: events.map(({ type }) => type), ...appended };
      } catch (error) {
        if (!(error instanceof WrongRevision)) throw error;
        if (++decisions === DECISIONS) throw new Contended(stream);
      }
    } else if (fresh) {
      if ('no' in verdict) throw await explained(target, verdict.no);
      return { revision: folded.revision, position: folded.position, repeated: false, events: [] };
    }
    // a lost race, or a "no" from memory alone: look at the log before the last word
    folded = await refreshed(target);
    fresh = true;
  }
}

/** Whoever comes with an old revision is told what has happened since. */
export async function explained<State, Command, Event>(
  { store }: Target<State, Command, Event>,
  no: Refused | StaleRevision,
): Promise<Refused | StaleRevision> {
  if (no instanceof Refused) return no;
  const { stream, expected, actual } = no;
  const changed = new Set<string>();
  const unseen = { from: Math.max(expected + 1, 0), limit: EXPLAINED };
  let newest: RecordedEvent | undefined;
  for await (const event of store.read(stream, unseen)) {
    changed.add(event.type);
    newest = event;
  }
  // of many not all were looked at
  const { recordedAt: at, ...metadata } = newest?.revision === actual ? newest.metadata : {};
  const by = doneBy(metadata);
  const last = by && typeof at === 'string' ? { office: by.actor.office, at } : undefined;
  return new StaleRevision(stream, expected, actual, [...changed], last);
}

/** What a command was answered before, from the log itself. @throws KeyReused */
export function answeredBefore(
  stream: string,
  folded: Folded<unknown>,
  command: Issued,
  context: CommandContext,
): Executed | null {
  const done = folded.commands.get(context.commandId, folded.revision);
  if (done === undefined) return null;
  if (done.hash !== commandHash(stream, command, context)) throw new KeyReused(stream, context.commandId);
  return { revision: done.revision, position: done.position, repeated: true, events: done.events };
}

export type Verdict<Event> = { readonly events: readonly Event[] } | { readonly no: Refused | StaleRevision };

/** What the rules say, without the last word: the stream may have moved on. */
export function verdictOn<State, Command extends Issued, Event>(
  { decider, stream }: Target<State, Command, Event>,
  { state, revision }: Folded<State>,
  command: Command,
  context: CommandContext,
): Verdict<Event> {
  const { expectedRevision } = context;
  if (expectedRevision !== undefined && expectedRevision !== revision) {
    return { no: new StaleRevision(stream, expectedRevision, revision) };
  }
  try {
    requireHappened(command, context, decider.since?.(command, state) ?? null);
    return { events: decideInOrder(decider, command, state, context.occurredOn) };
  } catch (error) {
    if (error instanceof Refused) return { no: error };
    throw error;
  }
}

/** A fact may be recorded late, never ahead of its day, nor on one before it could happen at all. */
function requireHappened({ at }: Issued, { occurredOn }: CommandContext, from: LocalDate | null): void {
  if (occurredOn === undefined) return;
  const today = romeDayOf(at);
  const told = { field: 'occurredOn', value: occurredOn };
  if (occurredOn > today) throw new Refused('objective/occurred-in-future', { ...told, today });
  if (from !== null && occurredOn < from) throw new Refused('objective/occurred-before-year', { ...told, from });
}

function recorded(
  stream: string,
  folded: Folded<unknown>,
  events: readonly NewEvent[],
  position: bigint,
  command: Issued,
): RecordedEvent[] {
  return events.map(({ id, type, data, metadata }, index) => ({
    id,
    type,
    data,
    metadata,
    stream,
    revision: folded.revision + 1 + index,
    position,
    createdAt: command.at,
  }));
}
