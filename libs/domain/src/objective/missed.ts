import type { DeadlineStanding } from './state.js';

/** Nobody answered it in time. */
export function missed(shareId: string, { deadlineId, instance, dueOn }: DeadlineStanding) {
  return { type: 'objective.deadline-missed.v1', data: { shareId, deadlineId, instance, dueOn } } as const;
}
