import type { DoneBy } from '../decider.js';
import type { ObjectiveEvent } from './messages.js';
import type { ObjectiveState, ShareState } from './state.js';

/**
 * What is reported of a share, and why something of it is late: what is judged is made of it. To acknowledge a share says nothing
 * of it, to propose one says what is owed: neither is judged with the outcome.
 */
const WORK: ReadonlySet<string> = new Set<ObjectiveEvent['type']>([
  'objective.progress-reported.v1',
  'objective.progress-rectified.v1',
  'objective.fulfilled-late.v1',
  'objective.justification-submitted.v1',
  'objective.rendicontazione-submitted.v1',
  'objective.rendicontazione-submitted.v2',
]);

/**
 * The share on which somebody works with what an event tells, and who: whoever did judges nothing of it, whatever office they
 * hold later. Null: none, or nobody says who.
 */
export function workOn(
  { type, data }: { readonly type: string; readonly data: object },
  by: Partial<DoneBy> | undefined,
): { readonly shareId: string; readonly person: string } | null {
  const person = by?.actor?.id;
  if (person === undefined || person === 'system' || !WORK.has(type)) return null;
  return 'shareId' in data && typeof data.shareId === 'string' ? { shareId: data.shareId, person } : null;
}

export function knowingAuthors(state: ObjectiveState, event: ObjectiveEvent, by: DoneBy | undefined): ObjectiveState {
  const work = workOn(event, by);
  if (work === null) return state;
  const { shareId, person } = work;
  const isNew = (share: ShareState) => share.shareId === shareId && !share.authors.includes(person);
  if (!state.shares.some(isNew)) return state;
  const shares = state.shares.map((share) =>
    isNew(share) ? { ...share, authors: [...share.authors, person] } : share,
  );
  return { ...state, shares };
}
