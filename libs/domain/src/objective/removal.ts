import { requireDate } from '../calendar/civil.js';
import { romeDayOf } from '../calendar/rome.js';
import { Refused } from '../refused.js';
import { requireText } from '../text.js';
import { requireNotLiquidated, requireShare, requireThere } from './guards.js';
import { removalCauses, type Opinion, type RemovalCause } from './lifecycle-messages.js';
import { liftedByRemoval, missedBeforeRemoval } from './lifted-by-removal.js';
import type { ObjectiveCommandOf, ObjectiveEvent } from './messages.js';
import type { ObjectiveState, ShareState } from './state.js';
import { requireTransition } from './transitions.js';

/**
 * Stralcio: by an act, heard the Nucleo, for a cause that nobody here could help. The share stays where it is listed. What was
 * missed since the act is lifted.
 */
export function remove(command: ObjectiveCommandOf<'objective.remove'>, state: ObjectiveState): ObjectiveEvent[] {
  const { shareId, act, at } = command;
  const share = requireShare(state, shareId);
  requireThere(share);
  const removed = removal(command, share, state);
  return [...missedBeforeRemoval(act, share, at), removed, ...liftedByRemoval(act, share)];
}

function removal(
  command: ObjectiveCommandOf<'objective.remove'>,
  share: ShareState,
  state: ObjectiveState,
): ObjectiveEvent {
  const { shareId, cause, note, act, weight, variationId } = command;
  const { bearing = [], bearingCredited = [] } = command;
  if (variationId !== undefined) return removedBy({ ...command, variationId }, share);
  requireTransition(state, share, 'remove', command);
  if (!isBeyondControl(cause)) {
    throw new Refused('objective/cause-under-control', { cause, causes: removalCauses.join(', ') });
  }
  requireText(note, 'note');
  const opinion = requireOpinion(command);
  requireWeightInTime(command);
  const data = {
    shareId,
    cause,
    note,
    act,
    opinion,
    weight,
    ...(bearing.length > 0 && { bearing }),
    ...(bearingCredited.length > 0 && { bearingCredited }),
  };
  return { type: 'objective.removed.v1', data };
}

/**
 * The plan has decided it, with the act and the opinion that its chain asks for, when its lifecycle allowed it: what was handed
 * in, certified or scored since holds it back no more. What was paid since stays, and the variation says so.
 */
function removedBy(
  {
    shareId,
    cause,
    note,
    act,
    opinion,
    weight,
    variationId,
  }: ObjectiveCommandOf<'objective.remove'> & { variationId: string },
  share: ShareState,
): ObjectiveEvent {
  requireNotLiquidated(share);
  if (share.adjusting !== null) {
    throw new Refused('objective/adjustment-needed', { share: shareId, run: share.adjusting.runId });
  }
  if (!isBeyondControl(cause)) {
    throw new Refused('objective/cause-under-control', { cause, causes: removalCauses.join(', ') });
  }
  if (opinion === null) throw new Refused('objective/opinion-missing', { share: shareId });
  return { type: 'objective.removed.v1', data: { shareId, cause, note, act, opinion, weight, variationId } };
}

/**
 * Whoever removes is not whom it asks: the opinion stands in a document that can be looked up, and who goes against it says why.
 *
 * @throws Refused `objective/opinion-missing`, `objective/opinion-after-act`
 */
function requireOpinion({ shareId, opinion, act }: ObjectiveCommandOf<'objective.remove'>): Opinion {
  if (opinion?.document === undefined) throw new Refused('objective/opinion-missing', { share: shareId });
  const { note, on, document, favourable, against } = opinion;
  requireText(note, 'opinion.note');
  requireDate(on, 'opinion.on');
  requireText(document.kind, 'opinion.document.kind');
  requireText(document.number, 'opinion.document.number');
  requireDate(document.date ?? '', 'opinion.document.date');
  if (!favourable) requireText(against ?? '', 'opinion.against');
  const last = document.date !== null && document.date > on ? document.date : on;
  if (act.date === null || last <= act.date) return opinion;
  throw new Refused('objective/opinion-after-act', { value: last, to: act.date });
}

/**
 * What is struck out for a cause beyond control may be so on any day, but what others weigh moves until the last day of variations alone.
 *
 * @throws Refused `objective/weight-after-cut-off`
 */
function requireWeightInTime({ shareId, weight, act, cutOff, on, at }: ObjectiveCommandOf<'objective.remove'>): void {
  const decidedOn = act.date ?? on ?? romeDayOf(at);
  if (weight === 'neutralise' || cutOff === undefined || decidedOn <= cutOff) return;
  throw new Refused('objective/weight-after-cut-off', { share: shareId, to: cutOff, decidedOn });
}

function isBeyondControl(cause: string): cause is RemovalCause {
  return (removalCauses as readonly string[]).includes(cause);
}
