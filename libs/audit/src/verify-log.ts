import { categories, streamPrefix } from '#domain';
import { verifyStream, type ChainVerdict, type EventStore, type RecordedEvent } from '#event-store';

/** Where the chain of a stream does not hold. */
export interface ChainProblem {
  readonly stream: string;
  /** The first revision at which it breaks, from 0. */
  readonly revision: number;
  readonly code: Extract<ChainVerdict, { ok: false }>['reason'];
}

export interface Verification {
  readonly streams: number;
  readonly events: number;
  /** By name of stream; none when every event is as it was written and follows the one before. */
  readonly problems: readonly ChainProblem[];
}

/**
 * Checks the hash chain of every stream of a body, one stream in memory at a time. A stream that was cut off at its
 * end, or is gone as a whole, is not found out here: what its last event was is known only outside the log.
 *
 * @param onProgress  streams checked so far, and how many there are
 */
export async function verifyLog(
  store: EventStore,
  body: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Verification> {
  const names = await streamsOf(store, body);
  const problems: ChainProblem[] = [];
  let events = 0;
  for (const [index, stream] of names.entries()) {
    const recorded = await eventsOf(store, stream);
    events += recorded.length;
    const verdict = verifyStream(recorded);
    if (!verdict.ok) problems.push({ stream, revision: verdict.revision, code: verdict.reason });
    onProgress(index + 1, names.length);
  }
  return { streams: names.length, events, problems };
}

async function streamsOf(store: EventStore, body: string): Promise<readonly string[]> {
  const names = new Set<string>();
  const prefixes = categories.map((category) => streamPrefix(category, body));
  for await (const { stream } of store.readAll({ prefixes })) names.add(stream);
  return [...names].toSorted();
}

async function eventsOf(store: EventStore, stream: string): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of store.read(stream)) events.push(event);
  return events;
}
