import { lastSpokenIn } from '../approval/day-corrected.js';
import { restsOnStep } from '../approval/its-day.js';
import type { Approval } from '../approval/approval.js';
import type { ActOnApproval } from '../approval/compose.js';
import { addDays } from '../calendar/civil.js';
import { NOTHING, type Days } from '../order/days.js';
import { known, ofAct, type Ground, type Needed } from '../order/needed.js';
import type { LocalDate } from '../values.js';
import { standingOf } from './guards.js';
import type { ObjectiveCommand, ObjectiveEvent } from './messages.js';
import { unratifiedIn } from './moves.js';
import { worksOf } from './days-taken.js';
import { isOvertaken } from './overtaken.js';
import type { ObjectiveState, ShareState } from './state.js';

/**
 * What a command rests on. Steps of an approval ask for themselves, as `requireAfterOpening` says. Work and late fulfilments may
 * be of any day of the plan: much is done before it is formally given to somebody.
 *
 * @see `Decider.restsOn`
 */
export function restsOn(command: ObjectiveCommand, state: ObjectiveState): readonly Needed[] {
  const { days = {} } = state;
  switch (command.type) {
    case 'objective.propose':
      return [
        ...known('proposal-returned', days['proposal-returned']),
        ...known('proposal-withdrawn', days['proposal-withdrawn']),
      ];
    case 'objective.withdraw-proposal':
      return [
        ...known('proposed', days['proposed']),
        ...known('vote', lastSpokenIn(state.proposal?.approval ?? null)),
        ...known('proposal-returned', days['proposal-returned']),
      ];
    case 'objective.return-proposal':
    case 'objective.validate':
      return known('proposed', days['proposed']);
    case 'approval.act':
      return restsOnStep(command.deed, approvalOf(command, state));
    case 'objective.close':
      return [
        ...ofAct(command.act),
        ...state.shares.flatMap((share) =>
          share.removal === null
            ? [...outcomeOf(share), ...paid(share, days)]
            : ofShare(share, 'removed', share.removal.act.date),
        ),
      ];
    case 'objective.define':
    case 'objective.redefine':
    case 'objective.withdraw':
    case 'objective.mark-missed-deadlines':
    case 'objective.vary':
    case 'objective.report-progress':
    case 'objective.fulfil-late':
    case 'objective.return-rendicontazione':
    case 'objective.approve-rendicontazione':
      return [];
    default: {
      const share = state.shares.find(({ shareId }) => shareId === command.shareId);
      return share === undefined ? [] : ofOne(command, share, days, state);
    }
  }
}

type OfOneShare = Extract<ObjectiveCommand, { readonly shareId: string }>;
type Whole =
  | 'objective.report-progress'
  | 'objective.fulfil-late'
  | 'objective.return-rendicontazione'
  | 'objective.approve-rendicontazione';

function ofOne(
  command: Exclude<OfOneShare, { readonly type: Whole }>,
  share: ShareState,
  days: Days,
  state: ObjectiveState,
): readonly Needed[] {
  const ofIts = (fact: Ground, on: LocalDate | null | undefined) => ofShare(share, fact, on);
  const act = 'act' in command ? ofIts('act', command.act?.date) : [];
  switch (command.type) {
    case 'objective.assign':
      return act;
    case 'objective.acknowledge':
      return [...ofIts('assigned', share.holders.at(-1)?.from), ...ofIts('varied', days[`varied/${share.shareId}`])];
    case 'objective.rectify-progress': {
      const entry = share.progress.find(({ progressId }) => progressId === command.progressId);
      return ofIts('progress', entry?.occurredOn);
    }
    case 'objective.justify': {
      const standing = standingOf(share, command.missed);
      const due = standing?.dueOn;
      return [
        ...ofIts('missed', due && addDays(due, 1)),
        ...ofIts('justification-returned', standing?.justification?.approval?.returnedOn),
      ];
    }
    case 'objective.decide-justification':
      return []; // its step asks
    case 'objective.suspend':
      return [...act, ...ofIts('assigned', share.holders[0]?.from)];
    case 'objective.ratify-suspension':
      return [...act, ...ofIts('suspended', unratifiedIn(share)?.from)];
    case 'objective.restore-miss':
      return ofIts('act', command.registered);
    case 'objective.resume':
      return [...act, ...ofIts('suspended', share.suspension?.from)];
    case 'objective.remove':
      return [...act, ...ofIts('plan-approved', command.planApprovedOn)];
    case 'objective.submit-rendicontazione':
      return ofIts('returned', share.rendicontazione?.returnedOn);
    case 'objective.score':
    case 'objective.make-definitive':
      return [...act, ...outcomeOf(share)];
    case 'objective.liquidate-premium':
      return isOvertaken(command.degree, share, state) ? [] : outcomeOf(share);
    case 'objective.adjust-premium':
      return isOvertaken(command.degree, share, state) ? act : [...act, ...outcomeOf(share)];
    case 'objective.reopen':
      // the close decides nothing of an outcome: an act of before it may be recorded after it
      return [...act, ...outcomeOf(share), ...paid(share, days)];
  }
}

/** How far the outcome of a share has come, and since when. */
export function outcomeOf(share: ShareState): readonly Needed[] {
  const { rendicontazione, score, definitive } = share;
  return [
    ...ofShare(share, 'approved', rendicontazione?.status === 'approved' ? rendicontazione.decidedOn : null),
    ...ofShare(share, 'scored', score?.on),
    ...ofShare(share, 'definitive', definitive?.on),
  ];
}

/** Under which names the day of an event is kept. */
export function keysOf(event: ObjectiveEvent, { shares }: Pick<ObjectiveState, 'shares'>): readonly string[] {
  switch (event.type) {
    case 'objective.proposed.v1':
      return ['proposed'];
    case 'objective.proposal-returned.v1':
      return ['proposal-returned'];
    case 'objective.validated.v1':
      return ['proposal-validated'];
    case 'objective.proposal-withdrawn.v1':
      return ['proposal-withdrawn'];
    case 'objective.varied.v1':
      return event.data.shareIds.map((shareId) => `varied/${shareId}`);
    case 'objective.premium-liquidated.v1':
    case 'objective.premium-adjusted.v1':
      return [`paid/${event.data.shareId}`];
    case 'objective.closed.v1':
      return ['closed'];
    case 'objective.acknowledged.v1':
    case 'objective.fulfilled-late.v1':
    case 'objective.justification-submitted.v1':
    case 'objective.rendicontazione-submitted.v1':
    case 'objective.rendicontazione-submitted.v2':
      return shares.filter(({ shareId }) => shareId === event.data.shareId).map((share) => worksOf(share));
    default:
      return [];
  }
}

function paid(share: ShareState, days: Days): readonly Needed[] {
  return share.premium === null ? [] : ofShare(share, 'paid', days[`paid/${share.shareId}`]);
}

function ofShare({ shareId: share }: ShareState, fact: Ground, on: LocalDate | null | undefined): readonly Needed[] {
  return known(fact, on).map((needed) => ({ ...needed, share }));
}

function approvalOf({ subject, shareId, missed }: ActOnApproval, state: ObjectiveState): Approval | null {
  const share = state.shares.find((one) => one.shareId === shareId);
  if (subject === 'rendicontazione') return share?.rendicontazione ?? null;
  if (subject === 'objective') return state.proposal?.approval ?? null;
  if (subject === 'justification')
    return (missed && share && standingOf(share, missed)?.justification?.approval) ?? null;
  return state.approvals.find((one) => one.subject === subject && one.shareId === shareId)?.approval ?? null;
}

/** A proposal that was sent on its way on another day than was told. */
export function correctedBy(event: ObjectiveEvent): Days {
  if (event.type !== 'objective.proposal-weighed.v1') return NOTHING;
  const { fact } = event.data;
  return fact.kind === 'day-corrected' && fact.vote === null ? { proposed: fact.to } : NOTHING;
}
