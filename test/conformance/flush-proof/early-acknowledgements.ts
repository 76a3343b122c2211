import type { Acknowledgement } from './acknowledgements.js';
import type { Call } from './trace.js';

/** LMDB's first two pages, one of which is written last and makes a transaction what the file holds. */
const META_BYTES = 2 * 4096;

const EVENT_ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const FLUSHES = ['fdatasync', 'fsync'];

/**
 * Acknowledgements that left before everything they promise was on the disk, each with the reason.
 *
 * For each event that is acknowledged, in this order, each step returned before the next is entered: what holds it is
 * written; that file is flushed, by the write itself or after it; the acknowledgement. Where it was written to the tables
 * at once, these lie between: the page that makes the transaction valid is written, and flushed likewise.
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
  const ahead = new OnFile(calls.filter(({ path }) => path.endsWith('/write-ahead')));
  const tables = new OnFile(calls.filter(({ path }) => path.endsWith('/data.mdb')));
  const metas = tables.writes.filter(({ offset }) => offset >= 0 && offset < META_BYTES);
  const recordOf = firstWriteOfEach(ahead.writes);
  const pageOf = firstWriteOfEach(tables.writes.filter((write) => !metas.includes(write)));

  function reason(id: string, left: number): string | undefined {
    const record = recordOf.get(id);
    if (!record) return reasonInTables(id, left);
    if (!(record.returned < left)) return 'before it was written';
    return ahead.isFlushed(record, left) ? undefined : 'before it was flushed';
  }

  function reasonInTables(id: string, left: number): string | undefined {
    const page = pageOf.get(id);
    if (!page || !(page.returned < left)) return 'before it was written';
    const meta = metas.find(({ entered }) => entered > page.returned);
    if (!tables.isFlushed(page, Math.min(left, meta?.entered ?? Infinity))) return 'before it was flushed';
    if (!meta || !(meta.returned < left)) return 'before its transaction was made valid';
    if (!tables.isFlushed(meta, left)) return 'before what makes its transaction valid was flushed';
    return undefined;
  }

  return acknowledgements.flatMap(({ position, left }) =>
    (idsAt.get(position) ?? []).flatMap((id) => {
      const why = reason(id, left);
      return why === undefined ? [] : [`event ${id} was acknowledged ${why} (line ${left + 1} of the trace)`];
    }),
  );
}

/** What was done to one file. */
class OnFile {
  readonly writes: readonly Call[];
  private readonly flushes: readonly Call[];

  constructor(calls: readonly Call[]) {
    this.writes = calls.filter(({ bytes }) => bytes.length > 0);
    this.flushes = calls.filter(({ name, result }) => FLUSHES.includes(name) && result === 0);
  }

  /** Whether what a write wrote was on the disk before a line of the trace. */
  isFlushed(write: Call, until: number): boolean {
    if (write.synchronous) return write.result === write.bytes.length;
    return this.flushes.some(({ entered, returned }) => entered > write.returned && returned < until);
  }
}

/** What is written twice, such as a page that changes, counts from its first write: that of its own append. */
function firstWriteOfEach(writes: readonly Call[]): ReadonlyMap<string, Call> {
  const first = new Map<string, Call>();
  for (const write of writes)
    for (const [id] of write.bytes.toString('latin1').matchAll(EVENT_ID)) if (!first.has(id)) first.set(id, write);
  return first;
}
