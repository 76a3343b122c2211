import { addDays, requireDate } from '../calendar/civil.js';
import { Refused } from '../refused.js';
import { compareText } from '../text.js';
import type { ActReference, LocalDate } from '../values.js';
import type { ObjectiveCommand } from './messages.js';
import type { ObjectiveState, ShareState } from './state.js';

/** What something rests on, and the day on which that happened. */
interface Needed {
  readonly fact:
    | 'act'
    | 'assigned'
    | 'progress'
    | 'missed'
    | 'suspended'
    | 'returned'
    | 'approved'
    | 'scored'
    | 'definitive'
    | 'removed';
  readonly on: LocalDate;
}

/**
 * Nothing of a share happened before the fact that it rests on; of what an older log gives no day nothing is asked. Steps
 * of an approval have a day of their own, as `requireAfterOpening` says. Work and late fulfilments may be of any day of the
 * plan: much is done before it is formally given to somebody.
 *
 * @throws Refused `objective/before-its-fact`, `value/not-a-date`
 */
export function requireInOrder(command: ObjectiveCommand, state: ObjectiveState): void {
  const { on, by } = command;
  if (on === undefined || by.id === 'system') return; // what follows from a decision is of no day of its own
  requireDate(on, 'occurredOn');
  const { shareId } = command as { readonly shareId?: string };
  for (const share of state.shares.filter((one) => shareId === undefined || one.shareId === shareId)) {
    requireAfter(on, neededBy(command, share), share);
  }
}

/** @throws Refused `objective/before-its-fact` */
export function requireAfter(on: LocalDate, needed: readonly Needed[], { shareId }: Pick<ShareState, 'shareId'>): void {
  const [last] = needed.toSorted((a, b) => compareText(b.on, a.on));
  if (last === undefined || on >= last.on) return;
  throw new Refused('objective/before-its-fact', {
    field: 'occurredOn',
    share: shareId,
    needs: last.fact,
    value: on,
    min: last.on,
  });
}

function neededBy(command: ObjectiveCommand, share: ShareState): readonly Needed[] {
  switch (command.type) {
    case 'objective.acknowledge':
      return known('assigned', share.holders.at(-1)?.from);
    case 'objective.rectify-progress': {
      const entry = share.progress.find(({ progressId }) => progressId === command.progressId);
      return known('progress', entry?.occurredOn);
    }
    case 'objective.justify': {
      const { deadlineId, instance } = command.missed;
      const due = share.deadlines.find((one) => one.deadlineId === deadlineId && one.instance === instance)?.dueOn;
      return known('missed', due && addDays(due, 1));
    }
    case 'objective.remove':
      return ofAct(command.act);
    case 'objective.resume':
      return [...ofAct(command.act), ...known('suspended', share.suspension?.from)];
    case 'objective.submit-rendicontazione':
      return known('returned', share.rendicontazione?.returnedOn);
    case 'objective.score':
    case 'objective.make-definitive':
      return outcomeOf(share);
    case 'objective.adjust-premium':
    case 'objective.reopen':
      return [...ofAct(command.act), ...outcomeOf(share)];
    case 'objective.close':
      return share.removal === null ? outcomeOf(share) : known('removed', share.removal.act.date);
    default:
      return [];
  }
}

/** How far the outcome of a share has come, and since when. */
export function outcomeOf({ rendicontazione, score, definitive }: ShareState): readonly Needed[] {
  return [
    ...known('approved', rendicontazione?.status === 'approved' ? rendicontazione.decidedOn : null),
    ...known('scored', score?.on),
    ...known('definitive', definitive?.on),
  ];
}

function ofAct(act: ActReference | null): readonly Needed[] {
  return known('act', act?.date);
}

function known(fact: Needed['fact'], on: LocalDate | null | undefined): readonly Needed[] {
  return on === null || on === undefined ? [] : [{ fact, on }];
}
