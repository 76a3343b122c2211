import type { LocalDate } from '#domain';
import type { JsonObject, NewEvent, Revision } from '#event-store';
import { citesActs, misdated } from './cited-acts.js';
import type { CommandContext } from './context.js';
import { answeredBefore, explained, verdictOn, type Target } from './execute.js';
import type { Decided, Issued } from './kinds.js';
import { recordable } from './record.js';
import { refreshed } from './refreshed.js';

/** An event that a command would append, as it would be written. */
export interface PlannedEvent {
  readonly stream: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly occurredOn: LocalDate;
}

/** What a command would do now. */
export interface Rehearsal {
  /** Of the stream as it stands; -1 where there is none. */
  readonly revision: Revision;
  /** Empty where nothing would change, or where the same command has been carried out before. */
  readonly events: readonly PlannedEvent[];
}

/**
 * A dry run has come to its end. Thrown, not returned: whatever would follow the command must not happen either.
 */
export class Rehearsed extends Error {
  override readonly name = 'Rehearsed';
  constructor(readonly rehearsal: Rehearsal) {
    super('a dry run: nothing was written');
  }
}

/**
 * The verdict on a command over the stream as the log has it now; nothing is written and no command id is used up.
 *
 * @throws Refused, StaleRevision, KeyReused as `execute` would
 */
export async function rehearse<State, Command extends Issued, Event extends Decided>(
  target: Target<State, Command, Event>,
  command: Command,
  context: CommandContext,
): Promise<Rehearsal> {
  const { stream } = target;
  const { supposing } = context;
  const look = () => refreshed(target);
  const folded = await (supposing?.read(stream, look) ?? look());
  const { revision } = folded;
  if (answeredBefore(stream, folded, command, context) !== null) return { revision, events: [] };
  const cited = citesActs(command) ? await misdated(target, command, supposing) : null;
  const verdict = cited === null ? verdictOn(target, folded, command, context) : { no: cited };
  if ('no' in verdict) throw await explained(target, verdict.no);
  const events = recordable(target, folded, verdict.events, command, context);
  supposing?.add(stream, target.decider, folded, events);
  return { revision, events: events.map((event) => planned(stream, event)) };
}

function planned(stream: string, { type, data, metadata }: NewEvent): PlannedEvent {
  // `recordable` has just written it there
  return { stream, type, data, occurredOn: metadata['occurredOn'] as LocalDate };
}
