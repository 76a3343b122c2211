import { missedAt, type Instant, type ObjectiveEvent } from '#domain';
import type { Change } from '../runtime/table.js';
import { matching, stopped } from './occasions.js';
import { dueTable, type DueRow } from './table.js';

type Lifted = Extract<ObjectiveEvent, { type: 'objective.miss-lifted.v1' }>['data'];

/** What was missed by day alone is not: an act of before moves it, lets work rest, or has removed the share. */
export function* missLifted(ref: Lifted, recordedAt: Instant, own: readonly DueRow[]): Iterable<Change> {
  const { movedTo, fulfilledOn, act, variationId = null, dueOn: missedOn, restsUntil, isRemoved } = ref;
  const told = { on: act.date ?? missedOn, recordedAt, act, variationId, dueOn: missedOn };
  const lifted = isRemoved === undefined ? told : { ...told, isRemoved };
  if (isRemoved) {
    for (const row of matching(own, ref)) {
      yield dueTable.put({ ...row, ...unsaid, status: 'void', lifted, answered_on: fulfilledOn ?? null });
    }
    return;
  }
  if (restsUntil !== undefined) {
    const rests = { ...unsaid, frozen: true, missed_at: missedAt({ dueOn: restsUntil }), lifted };
    // whether it was done in time is known once work goes on
    const done = { status: fulfilledOn === undefined ? 'open' : 'met', answered_on: fulfilledOn ?? null } as const;
    for (const row of matching(own, ref)) yield dueTable.put({ ...row, ...rests, ...done });
    return;
  }
  if (movedTo?.instance === ref.instance) {
    const { dueOn } = movedTo;
    for (const row of matching(own, ref)) {
      const due_on = { due_on: dueOn, missed_at: missedAt({ dueOn }), lifted };
      const rests = row.rest !== null && dueOn >= row.rest.from && stopped(row.rest);
      yield dueTable.put({ ...row, ...unsaid, status: 'open', ...due_on, ...rests, ...doneBy(dueOn, fulfilledOn) });
    }
    return;
  }
  for (const row of matching(own, ref)) yield dueTable.put({ ...row, ...unsaid, status: 'moved', lifted });
  if (movedTo === null) return;
  const { dueOn } = movedTo;
  for (const row of matching(own, { deadlineId: ref.deadlineId, instance: movedTo.instance })) {
    const due_on = { due_on: dueOn, ...(!row.frozen && { missed_at: missedAt({ dueOn }) }) };
    yield dueTable.put({ ...row, ...due_on, ...doneBy(dueOn, fulfilledOn) });
  }
}

/** Of what was never missed nobody is asked why. */
const unsaid = {
  answered_on: null,
  justification: null,
  said_again: false,
  effect: null,
  weighing: null,
  judged_by: null,
  late_reason: null,
  late_note: null,
} as const;

export function doneBy(dueOn: string, fulfilledOn: string | undefined): Partial<DueRow> {
  if (fulfilledOn === undefined) return {};
  return { status: fulfilledOn <= dueOn ? 'met' : 'late', answered_on: fulfilledOn };
}
