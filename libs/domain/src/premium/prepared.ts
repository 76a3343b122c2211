import type { Approval } from '../approval/approval.js';
import type { DoneBy } from '../decider.js';
import type { Prepared } from '../organisation/staff.js';

/** Who computed a run, and in whose place; nobody where the system did, or the log does not say. */
export function preparedBy(by: DoneBy | undefined): readonly Prepared[] {
  if (by === undefined || by.actor.id === 'system') return [];
  const { actor, onBehalfOf } = by;
  const persons = onBehalfOf === null || onBehalfOf === actor.office ? [actor.id] : [actor.id, onBehalfOf];
  return persons.map((person) => ({ person, office: actor.office }));
}

/** A run on its way; one that set out in an earlier release did not keep who had prepared it. */
export function knowingPrepared(approval: Approval, prepared: readonly Prepared[]): Approval {
  if (approval.parties.prepared !== undefined || prepared.length === 0) return approval;
  return { ...approval, parties: { ...approval.parties, prepared } };
}
