import { idOfStream } from '#domain';
import type { Position, RecordedEvent } from '#event-store';
import { categoryOf, type Projection, type Rows } from './projection.js';
import { rowSet, type RowSet } from './row-set.js';

/** An event that was left out of the tables, with the reason; null where it only follows such an event in its stream. */
export interface Parked {
  readonly event: RecordedEvent;
  readonly error: string | null;
}

/**
 * Folds events into rows as the live tables have them. An event that fails changes nothing, and neither does any later
 * event of its stream; other streams go on.
 *
 * @param parked    streams that stand still already; those that stop now are added
 * @param refusals  events that shall fail here because their rows could not be stored
 */
export function foldBatch(
  projection: Projection,
  events: readonly RecordedEvent[],
  rows: RowSet,
  parked: Set<string>,
  refusals: ReadonlyMap<Position, string>,
): readonly Parked[] {
  const stopped: Parked[] = [];
  for (const event of events) {
    if (!concerns(projection, event)) continue;
    if (parked.has(event.stream)) {
      stopped.push({ event, error: null });
      continue;
    }
    const refusal = refusals.get(event.position);
    try {
      if (refusal !== undefined) throw new Error(refusal);
      const own = rows.rowsOf(idOfStream(event.stream));
      requireNext(projection, event, own);
      rows.apply(projection.project(event, own));
    } catch (error) {
      parked.add(event.stream);
      stopped.push({ event, error: error instanceof Error ? error.message : String(error) });
    }
  }
  return stopped;
}

/** The rows that some events alone would have given, for questions about the past. Revisions may be missing. */
export function replay(projections: readonly Projection[], events: Iterable<RecordedEvent>): RowSet {
  const rows = rowSet();
  for (const event of events) {
    for (const projection of projections) {
      if (concerns(projection, event)) {
        rows.apply(projection.project(event, rows.rowsOf(idOfStream(event.stream))));
      }
    }
  }
  return rows;
}

export function concerns({ categories }: Projection, { stream }: RecordedEvent): boolean {
  const category = categoryOf(stream);
  return categories.some((wanted) => wanted === category);
}

/** Events lost on the way show here, however well the checkpoint looks. */
function requireNext({ revisionIn }: Projection, event: RecordedEvent, own: Rows): void {
  if (revisionIn === undefined) return;
  const seen = revisionIn(own);
  if (event.revision === seen + 1) return;
  throw new Error(
    `read/revision-gap: the rows of ${event.stream} are at ${seen} and its next event is ${event.revision}`,
  );
}
