import { requireDate } from '../calendar/civil.js';
import { romeDayOf } from '../calendar/rome.js';
import { checkObjective } from '../plan/check-objective.js';
import { Refused } from '../refused.js';
import { requireMayAnswer } from '../separation/may-answer.js';
import { requireText } from '../text.js';
import type { Instant, LocalDate } from '../values.js';
import { daysTaken, assignedFrom, requireExplained } from './days-taken.js';
import { requireOwn, requireShare, requireThere } from './guards.js';
import type { ObjectiveCommandOf, ObjectiveEvent } from './messages.js';
import { begunOn, holderBefore, type Holding } from './moves.js';
import { partiesOf } from './parties.js';
import { seriesBound } from './series-bound.js';
import type { ObjectiveState, ShareState } from './state.js';
import { requireActFor, requireNamed, requirePossible } from './transitions.js';

export function define(command: ObjectiveCommandOf<'objective.define'>, state: ObjectiveState): ObjectiveEvent[] {
  const { planId, objective, horizon, workflow } = command;
  if (state.objective !== null) requireValidated(state, state.objective.id);
  requireText(planId, 'planId');
  requireDate(horizon, 'horizon');
  checkObjective(objective);
  return [{ type: 'objective.defined.v1', data: { planId, objective, horizon, ...(workflow && { workflow }) } }];
}

/** What was proposed gets into the plan once it was validated. */
function requireValidated(state: ObjectiveState, objectiveId: string): void {
  const [share] = state.shares;
  if (share === undefined || share.stage === 'planned') {
    throw new Refused('objective/already-defined', { objective: objectiveId });
  }
  requirePossible(state, share, 'approve');
}

/**
 * Gives a share to the office that will answer for it, or to another one. To the office that has it, from an earlier day and with a
 * reason: puts right the first day that was recorded. Whoever loses days by that is told so, and why.
 * Not while a report is with its approvers (they would judge what another office wrote) nor after it was approved.
 */
export function assign(command: ObjectiveCommandOf<'objective.assign'>, state: ObjectiveState): ObjectiveEvent[] {
  const { shareId, office, by, at, act = null, reason, offices = [] } = command;
  const from = assignedFrom(command, state);
  const share = requireShare(state, shareId);
  requireText(office, 'office');
  // a variation gives a share that is new to its area; where a person has given it to an office first, it has it
  if (by.id === 'system' && share.office !== null) return [];
  requireMayAnswer([{ share: shareId, office }], offices);
  const corrects = share.office === office;
  const since = share.holders.at(-1)?.from ?? null;
  if (corrects && (reason === undefined || since === null || from >= since)) {
    throw new Refused('objective/already-assigned', { share: shareId, office, ...(since !== null && { from: since }) });
  }
  requireThere(share);
  if (share.rendicontazione?.status === 'approved') {
    throw new Refused('objective/rendicontazione-already-approved', { share: shareId });
  }
  if (share.rendicontazione?.status === 'open') throw new Refused('objective/rendicontazione-open', { share: shareId });
  requireNamed('assign', state, share, { ...command, from, to: office });
  requireFollows(share, corrects ? holderBefore(share.holders) : (share.holders.at(-1) ?? null), from, at);
  requireActFor('assign', state, { ...command, act });
  if (corrects) requireText(reason ?? '', 'reason');
  requireExplained(command, state, share, from);
  if (corrects) return [corrected(command, share, state, from)];
  return [
    {
      type: 'objective.assigned.v1',
      data: {
        shareId,
        office,
        from,
        ...(act && { act }),
        ...seriesBound(share, from, command.approvedOn),
        ...taking(command, state),
      },
    },
  ];
}

/** Whose days it takes, and why. */
function taking(command: ObjectiveCommandOf<'objective.assign'>, state: ObjectiveState) {
  const taken = daysTaken(command, state);
  const reason = command.reason?.trim() ?? '';
  return taken === null ? {} : { taken, ...(reason !== '' && { reason }) };
}

/** The office that has a share has had it since an earlier day: who held it before keeps the credit up to that one. */
function corrected(
  command: ObjectiveCommandOf<'objective.assign'>,
  share: ShareState,
  state: ObjectiveState,
  from: LocalDate,
): ObjectiveEvent {
  const { shareId, office, act = null, reason = '' } = command;
  const before = share.holders.at(-1)?.from ?? from;
  const { credited = [] } = partiesOf({ ...share, holders: begunOn(share.holders, from) }, state, []);
  const data = { shareId, office, from, before, reason, credited, ...(act && { act }), ...taking(command, state) };
  return { type: 'objective.assignment-corrected.v1', data };
}

/** Who held it before keeps the credit of those days: nobody gets a share from before that. */
function requireFollows(
  { shareId, office, holders }: ShareState,
  before: Holding | null,
  from: LocalDate,
  at: Instant,
): void {
  requireDate(from, 'from');
  const today = romeDayOf(at);
  if (from > today) throw new Refused('objective/occurred-in-future', { field: 'from', value: from, today });
  const min = before?.from ?? null;
  if (before === null || min === null || from >= min) return;
  const facts = { share: shareId, field: 'from', value: from, min };
  const since = holders.at(-1)?.from ?? min;
  if (before.office === office) throw new Refused('objective/before-holder', { ...facts, office });
  throw new Refused('objective/before-holder', { ...facts, former: before.office, since });
}

export function acknowledge(
  command: ObjectiveCommandOf<'objective.acknowledge'>,
  state: ObjectiveState,
): ObjectiveEvent[] {
  const share = requireShare(state, command.shareId);
  requireOwn(share, command.by);
  if (share.acknowledged) throw new Refused('objective/already-acknowledged', { share: share.shareId });
  return [{ type: 'objective.acknowledged.v1', data: { shareId: share.shareId } }];
}
