import { categories, streamPrefix } from '#domain';
import type { EventStore } from '#event-store';

const SHA256 = /^[0-9a-f]{64}$/;

/** Every document that events cite, by SHA-256, each with the stream that cites it first. */
export async function citedDocuments(store: EventStore, body: string): Promise<ReadonlyMap<string, string>> {
  const cited = new Map<string, string>();
  const prefixes = categories.map((category) => streamPrefix(category, body));
  for await (const { stream, data } of store.readAll({ prefixes }))
    for (const sha256 of hashesIn(data)) if (!cited.has(sha256)) cited.set(sha256, stream);
  return cited;
}

/** Wherever they stand: an event newer than this code may cite documents in another place. */
function* hashesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name === 'sha256' && typeof inner === 'string' && SHA256.test(inner)) yield inner;
    else yield* hashesIn(inner);
  }
}
