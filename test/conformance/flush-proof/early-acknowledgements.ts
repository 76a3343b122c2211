import type { Acknowledgement } from './acknowledgements.js';
import type { Call } from './trace.js';

/** LMDB's first two pages, one of which is written last and makes a transaction what the file holds. */
const META_BYTES = 2 * 4096;

const EVENT_ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const FLUSHES = ['fdatasync', 'fsync'];

/**
 * Acknowledgements that left before everything they promise was on the disk, each with the reason.
 *
 * For each event that is acknowledged, in this order, each step returned before the next is entered: the page that holds it
 * is written; the file is flushed; the page that makes the transaction valid is written through to the disk (or
 * written and flushed); the acknowledgement.
 *
 * @param idsAt  the ids of the events of the append that is acknowledged with this position
 */
export function earlyAcknowledgements(
  calls: readonly Call[],
  acknowledgements: readonly Acknowledgement[],
  idsAt: ReadonlyMap<number, readonly string[]>,
): readonly string[] {
  if (calls.some(({ name }) => name === 'io_uring_enter'))
    return ['The node writes by io_uring, which this trace does not see.'];
  const onFile = calls.filter(({ path }) => path.endsWith('/data.mdb'));
  const writes = onFile.filter(({ bytes }) => bytes.length > 0);
  const flushes = onFile.filter(({ name, result }) => FLUSHES.includes(name) && result === 0);
  const metas = writes.filter(({ offset }) => offset >= 0 && offset < META_BYTES);
  const pageOf = firstWriteOfEach(writes.filter((write) => !metas.includes(write)));

  function reason(id: string, left: number): string | undefined {
    const page = pageOf.get(id);
    if (!page || !(page.returned < left)) return 'before it was written';
    const meta = metas.find(({ entered }) => entered > page.returned);
    const flushed = (from: number, until: number): boolean =>
      flushes.some(({ entered, returned }) => entered > from && returned < until);
    if (!flushed(page.returned, Math.min(left, meta?.entered ?? Infinity))) return 'before it was flushed';
    if (!meta || !(meta.returned < left)) return 'before its transaction was made valid';
    if (!meta.synchronous && !flushed(meta.returned, left))
      return 'before what makes its transaction valid was flushed';
    return undefined;
  }

  return acknowledgements.flatMap(({ position, left }) =>
    (idsAt.get(position) ?? []).flatMap((id) => {
      const why = reason(id, left);
      return why === undefined ? [] : [`event ${id} was acknowledged ${why} (line ${left + 1} of the trace)`];
    }),
  );
}

/** Pages are copied when they change: the first write of an event is that of its own transaction. */
function firstWriteOfEach(writes: readonly Call[]): ReadonlyMap<string, Call> {
  const first = new Map<string, Call>();
  for (const write of writes)
    for (const [id] of write.bytes.toString('latin1').matchAll(EVENT_ID)) if (!first.has(id)) first.set(id, write);
  return first;
}
