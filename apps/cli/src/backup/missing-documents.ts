import { citedDocuments } from '#audit';
import type { EventStore } from '#event-store';

/**
 * Documents that events cite and that are not there: each by SHA-256, with the stream that cites it.
 *
 * @param paths  of what is there, `evidence/ab/cdef…`
 */
export async function missingDocuments(
  store: EventStore,
  body: string,
  paths: readonly string[],
): Promise<readonly string[]> {
  const there = new Set(
    paths.filter((path) => path.startsWith('evidence/')).map((path) => path.slice(9).replace('/', '')),
  );
  const cited = await citedDocuments(store, body);
  return [...cited].flatMap(([sha256, stream]) => (there.has(sha256) ? [] : [`${sha256} (cited by ${stream})`]));
}

/** In a sentence, with the first few. */
export function missingWords(missing: readonly string[]): string {
  const [shown, rest] = [missing.slice(0, 3).join(', '), missing.length - 3];
  const what =
    missing.length === 1 ? '1 document that events cite is' : `${missing.length} documents that events cite are`;
  return `${what} missing from evidence/: ${shown}${rest > 0 ? ` and ${rest} more` : ''}. Look for them in an older backup and put them back as evidence/ab/cdef….`;
}
