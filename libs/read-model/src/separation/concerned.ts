import type { ComputedRun, VariationEvent } from '#domain';
import type { RecordedEvent } from '#event-store';
import { factOf } from '../facts.js';
import type { Rows } from '../runtime/projection.js';
import { controlSideTable } from './tables.js';

/** The objectives on which something was done that is told in a stream of its own: of a run, of a variation. */
export function objectivesConcerned(event: RecordedEvent, rows: Rows): readonly string[] {
  const fact = factOf(event);
  // the computation itself is the first of its stream
  if (fact.type === 'premium.computed.v1') return objectivesOfRun(fact.data);
  return [...new Set(rows.of(controlSideTable).flatMap(({ objectives }) => objectives))];
}

export function objectivesOfRun({ entries, awaited = [] }: Pick<ComputedRun, 'entries' | 'awaited'>) {
  return [...new Set([...entries, ...awaited].map(({ objectiveId }) => objectiveId))];
}

type Requested = Extract<VariationEvent, { readonly type: 'variation.requested.v1' }>['data'];

export function objectivesVaried({ planId, touched }: Pick<Requested, 'planId' | 'touched'>): readonly string[] {
  return Object.keys(touched).map((number) => `${planId}-${number}`);
}
