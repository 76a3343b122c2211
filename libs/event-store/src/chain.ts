import { canonical } from './canonical.js';
import { digestOfText } from './digest.js';
import type { Json, JsonObject, NewEvent, RecordedEvent, Revision } from './event-store.js';

/** What an event is, and where in its stream. */
interface Place {
  readonly stream: string;
  readonly revision: Revision;
  readonly id: string;
  readonly type: string;
  /** Hash of the event before it in the stream; null for revision 0. */
  readonly previousHash: string | null;
}

/** An event at its place in a stream, as its hash covers it. */
export interface Link extends Place {
  readonly data: JsonObject;
  /** As recorded; its own `hash`, when present, is left out. */
  readonly metadata: JsonObject;
}

/**
 * Hash of one event: SHA-256 over the canonical JSON (RFC 8785) of its place, content and previous hash.
 *
 * @returns 64 hexadecimal digits in lower case
 */
export function hashOf(link: Link): string {
  return sealOf(link, canonical(link.data), canonical(unhashed(link.metadata)));
}

/** The canonical form of a link, whose names are here in their order, of a content that is in canonical form already. */
function sealOf({ stream, revision, id, type, previousHash }: Place, data: string, metadata: string): string {
  const [from, at] = [canonical(previousHash), canonical(revision)];
  return digestOfText(
    `{"data":${data},"id":${canonical(id)},"metadata":${metadata},"previousHash":${from},"revision":${at},"stream":${canonical(stream)},"type":${canonical(type)}}`,
  );
}

function unhashed(metadata: JsonObject): JsonObject {
  if (!('hash' in metadata)) return metadata;
  const { hash: _, ...covered } = metadata;
  return covered;
}

/** An event that is to be chained. */
export interface Unchained extends Omit<NewEvent, 'id'> {
  /** Or what makes it of all that the event says, the hash before it included. */
  readonly id: string | ((said: string) => string);
}

/**
 * Chains events to the end of a stream: each gets `metadata.previousHash` and `metadata.hash`.
 *
 * @param nextRevision  revision the first of them will have; the append must expect the one before
 * @param previousHash  `metadata.hash` of the stream's last event, null when the stream is new
 */
export function chained(
  stream: string,
  nextRevision: Revision,
  previousHash: string | null,
  events: readonly Unchained[],
): NewEvent[] {
  let previous = previousHash;
  return events.map(({ id: given, type, data, metadata }, index) => {
    // not `{ ...metadata, previousHash }`: V8 gives a copy that grows a shape of its own each time, which takes microseconds
    const linked: Record<string, Json> = Object.assign({}, unhashed(metadata), { previousHash: previous });
    const [content, surroundings] = [canonical(data), canonical(linked)];
    const id = typeof given === 'string' ? given : given(`${type}/${surroundings}/${content}`);
    const place = { stream, revision: nextRevision + index, id, type, previousHash: previous };
    linked['hash'] = previous = sealOf(place, content, surroundings);
    return { id, type, data, metadata: linked };
  });
}

/** Why a chain does not hold, with the first revision at which it breaks. */
export type ChainVerdict =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly revision: Revision;
      readonly reason: 'chain/revision-missing' | 'chain/link-differs' | 'chain/hash-differs';
    };

/**
 * Checks the chain of one whole stream, from revision 0, in the order of its revisions.
 *
 * `chain/revision-missing`: a revision is absent or out of order; `chain/link-differs`: the event does not name the
 * hash of the one before; `chain/hash-differs`: its content is not what was hashed.
 */
export function verifyStream(events: Iterable<RecordedEvent>): ChainVerdict {
  let revision = 0;
  let previousHash: string | null = null;
  for (const event of events) {
    if (event.revision !== revision) return { ok: false, revision, reason: 'chain/revision-missing' };
    if (event.metadata['previousHash'] !== previousHash) return { ok: false, revision, reason: 'chain/link-differs' };
    const hash = hashOf(Object.assign({}, event, { previousHash }));
    if (event.metadata['hash'] !== hash) return { ok: false, revision, reason: 'chain/hash-differs' };
    previousHash = hash;
    revision += 1;
  }
  return { ok: true };
}
