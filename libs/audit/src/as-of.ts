import { objective, streamName, type Instant, type ObjectiveEvent, type ObjectiveState } from '#domain';
import type { EventStore, RecordedEvent } from '#event-store';

/** Up to which event history is read; both bounds hold where both are given. */
export interface Until {
  /** Recorded at that instant or before. */
  readonly instant?: Instant;
  /** This revision and those before, from 0. */
  readonly revision?: number;
}

export interface ObjectiveThen {
  readonly state: ObjectiveState;
  /** Of the last event that counts, and when it was recorded. */
  readonly revision: number;
  readonly recordedAt: Instant;
}

/**
 * An objective as it was known then, folded from its own events by the rules: independent of any table.
 *
 * @param objectiveId  as in HTTP, `2022-20.4.1a`
 * @returns null when nothing was known of it yet
 */
export async function objectiveAsOf(
  store: EventStore,
  body: string,
  objectiveId: string,
  until: Until = {},
): Promise<ObjectiveThen | null> {
  let then: ObjectiveThen | null = null;
  for await (const event of store.read(streamName('objective', body, objectiveId))) {
    const recordedAt = recordedAtOf(event);
    if (until.revision !== undefined && event.revision > until.revision) break;
    if (until.instant !== undefined && Date.parse(recordedAt) > Date.parse(until.instant)) break;
    // the log gives back what the rules once wrote
    const fact = { type: event.type, data: event.data } as ObjectiveEvent;
    const state: ObjectiveState = objective.evolve(then?.state ?? objective.initial, fact);
    then = { state, revision: event.revision, recordedAt };
  }
  return then;
}

function recordedAtOf({ metadata, createdAt }: RecordedEvent): Instant {
  const { recordedAt } = metadata;
  return typeof recordedAt === 'string' ? recordedAt : createdAt;
}
