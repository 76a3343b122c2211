import { dayTold, romeDayOf, type Decider, type LocalDate } from '#domain';
import { chained, digestOf, type JsonObject, type NewEvent } from '#event-store';
import type { CommandContext } from './context.js';
import { eventId } from './event-id.js';
import type { Folded } from './fold.js';
import type { Decided, Issued } from './kinds.js';

const SCHEMA_VERSION = 1;

/** Where it is written, and by whose rules it was decided. */
interface WrittenTo<Event> {
  readonly stream: string;
  readonly body: string;
  readonly decider: Pick<Decider<never, never, Event>, 'happened'>;
}

/**
 * What was decided, as it is written: ids that a second sending repeats, metadata, and the stream's hash chain.
 * The id of an event is UUIDv5 (RFC 9562) of its command's id, its place among the command's events, and all that it
 * says, the hash before it included: were anything left out, another process deciding the same command anew would be told "written" by the store and
 * go on from a hash that is not in the log.
 */
export function recordable<Event extends Decided>(
  { stream, body, decider }: WrittenTo<Event>,
  at: Pick<Folded<unknown>, 'revision' | 'hash'>,
  decided: readonly Event[],
  command: Issued,
  context: CommandContext,
): NewEvent[] {
  const whole: JsonObject = {
    $correlationId: context.correlationId,
    $causationId: context.causationId,
    commandId: context.commandId,
    commandHash: commandHash(stream, command, context),
    actor: { id: command.by.id, office: command.by.office },
    onBehalfOf: context.onBehalfOf ?? null,
    body,
    occurredOn: dayOf(command, context),
    recordedAt: command.at,
    schemaVersion: SCHEMA_VERSION,
  };
  // of a day that is told the right is asked, of that of an act alone it is not
  const isToldBesideAct = context.occurredOn !== undefined && context.occurredOn === command.act?.date;
  const common = isToldBesideAct ? { ...whole, dayTold: true } : whole;
  const events = decided.map((event, index) => {
    const { type, data } = event;
    const occurredOn = decider.happened?.(event) ?? null;
    const metadata = occurredOn === null ? common : { ...common, occurredOn };
    return {
      id: (said: string) => eventId(`${stream}/${index}/${said}`, context.commandId),
      type,
      data: data as JsonObject, // the rules' events are plain JSON by construction
      metadata,
    };
  });
  return chained(stream, at.revision + 1, at.hash, events);
}

/** When it happened in the world: as the command says, or with the act that it cites, or on the day it was decided. */
export function dayOf(command: Issued, context: CommandContext): LocalDate {
  return dayTold(command, context.occurredOn ?? command.occurredOn)?.on ?? romeDayOf(command.at);
}

/** Tells whether a key comes with the same content again: who, on which stream, and what was sent, but not when. */
export function commandHash(stream: string, command: Issued, context: CommandContext): string {
  const { by, type } = command;
  return digestOf({ stream, by: by.id, type, request: context.request ?? contentOf(command) });
}

function contentOf(command: Issued): JsonObject {
  const { at: _, by: __, ...content } = command;
  return content as JsonObject;
}
