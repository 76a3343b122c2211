import { addDays, daysBetween } from '../calendar/civil.js';
import { compareText } from '../text.js';
import type { ActReference, Decimal, LocalDate } from '../values.js';
import type { DaysTaken, Opinion, Payment, RemovalCause, WeightPolicy } from './lifecycle-messages.js';
import type { ObjectiveEvent, ObjectiveEventOf } from './messages.js';

/** What befalls a share beside its way from assignment to liquidation. Everything stays: nothing here is ever taken back. */
export interface ShareMoves {
  /** Who answered for it and when, oldest first; each keeps the credit of its days. */
  readonly holders: readonly Holding[];
  /** Days that whoever had it lost by what was recorded later, oldest record first; absent: none, and in logs of earlier releases. */
  readonly taken?: readonly DaysTaken[];
  /** Null while work goes on. */
  readonly suspension: Suspension | null;
  /** Those that are over, oldest first, whichever was recorded first. */
  readonly rests: readonly Rest[];
  readonly removal: Removal | null;
  /** `on` absent: the log does not say since when. */
  readonly definitive: { readonly note: string; readonly on?: LocalDate; readonly act?: ActReference } | null;
  readonly reopenings: readonly Reopening[];
  /** What a run paid before it was reopened, be it nothing, to be adjusted. Null: none did, then one pays it as any other. */
  readonly adjusting: Paid | null;
  /** The same, also once it was adjusted; absent: it was never reopened after a payment. */
  readonly paid?: Paid | null;
}

export interface Holding {
  readonly office: string;
  /** Null in logs from before the day was kept: since the beginning. */
  readonly from: LocalDate | null;
  /** Last day; null: to this day. */
  readonly to: LocalDate | null;
}

export interface Suspension {
  readonly reason: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** Null: urgent and not yet ratified. */
  readonly act: ActReference | null;
  readonly urgent: boolean;
  /** Last day while no act has ratified it; absent: `until`. */
  readonly unratifiedUntil?: LocalDate;
  /** When it was recorded, where no act dates it and that was later; absent: on its first day. */
  readonly recordedOn?: LocalDate;
}

/** The last day of a rest as it stands: one that no act has ratified may be shorter than was meant. */
export function lastDayOf({
  act,
  until,
  unratifiedUntil = until,
}: Pick<Suspension, 'act' | 'until' | 'unratifiedUntil'>) {
  return act === null && unratifiedUntil < until ? unratifiedUntil : until;
}

export interface Rest extends Suspension {
  readonly resumedOn: LocalDate;
  readonly days: number;
}

/** The rest that lacks its act: the one that lasts, else the last of those that are over; null: none does. */
export function unratifiedIn({
  suspension,
  rests,
}: Pick<ShareMoves, 'suspension' | 'rests'>): Suspension | Rest | null {
  return suspension?.act === null ? suspension : (rests.findLast(({ act }) => act === null) ?? null);
}

export interface Removal {
  readonly cause: RemovalCause;
  readonly note: string;
  readonly act: ActReference;
  readonly opinion: Opinion;
  readonly weight: WeightPolicy;
  /** That decided it; absent: an act of its own. */
  readonly variationId?: string;
}

export interface Reopening {
  readonly reason: string;
  readonly act: ActReference;
  /** The degree that counted until then; null where there was none. */
  readonly degree: Decimal | null;
}

/** What has been paid so far, and what the run paid of it by which degree: adjustments change nothing of that. */
export interface Paid extends Payment {
  readonly degree: Decimal | null;
  readonly byRun: Decimal;
}

export const unmoved: ShareMoves = {
  holders: [],
  suspension: null,
  rests: [],
  removal: null,
  definitive: null,
  reopenings: [],
  adjusting: null,
};

/** What of the share a move takes along. */
interface Standing {
  readonly degree: Decimal | null;
  readonly premium: Payment | null;
}

/** What an event makes of the moves; the same where it is about something else. */
export function moved(moves: ShareMoves, event: ObjectiveEvent, { degree, premium }: Standing): ShareMoves {
  switch (event.type) {
    case 'objective.assigned.v1':
    case 'objective.assignment-corrected.v1':
      return {
        ...moves,
        holders: holdersAfter(moves.holders, event),
        ...(event.data.taken && { taken: [...(moves.taken ?? []), event.data.taken] }),
      };
    case 'objective.suspended.v1': {
      const { shareId: _, ...suspension } = event.data;
      return { ...moves, suspension };
    }
    case 'objective.suspension-ratified.v1':
      return ratified(moves, event.data.act);
    case 'objective.resumed.v1': {
      const { suspension, rests } = moves;
      const { on, days } = event.data;
      if (suspension === null) return moves;
      const all = [...rests, { ...suspension, resumedOn: on, days }];
      return { ...moves, suspension: null, rests: all.toSorted((a, b) => compareText(a.from, b.from)) };
    }
    case 'objective.removed.v1': {
      const { shareId: _, bearing: _bearing, bearingCredited: _paid, ...removal } = event.data;
      return { ...moves, removal, suspension: null };
    }
    case 'objective.made-definitive.v1': {
      const { shareId: _, ...definitive } = event.data;
      return { ...moves, definitive };
    }
    case 'objective.reopened.v1': {
      const { reason, act } = event.data;
      const reopening = { reason, act, degree };
      return {
        ...moves,
        definitive: null,
        reopenings: [...moves.reopenings, reopening],
        adjusting: premium === null ? moves.adjusting : paidBy(degree, premium, moves.paid),
        ...(premium !== null && { paid: paidBy(degree, premium, moves.paid) }),
      };
    }
    case 'objective.premium-adjusted.v1': {
      const { runId, after, degree: by } = event.data;
      if (by === undefined) return { ...moves, adjusting: null };
      return toAdjust(moves, paidBy(by, { runId, amount: after }, moves.adjusting));
    }
    case 'objective.premium-liquidated.v1': {
      const { shareId: _, degree: by, ...payment } = event.data;
      if (by !== undefined) return toAdjust(moves, paidBy(by, payment));
      // in older logs a run paid once more what had been recovered as a whole
      return moves.adjusting === null ? moves : { ...moves, adjusting: null, paid: null };
    }
    default:
      return moves;
  }
}

function ratified(moves: ShareMoves, act: ActReference): ShareMoves {
  const { suspension, rests } = moves;
  const rest = unratifiedIn(moves);
  if (suspension !== null && rest === suspension) return { ...moves, suspension: { ...suspension, act } };
  return { ...moves, rests: rests.map((one) => (one === rest ? { ...one, act } : one)) };
}

function toAdjust(moves: ShareMoves, paid: Paid): ShareMoves {
  return { ...moves, adjusting: paid, paid };
}

/** @param before  what a run had paid, where it was adjusted since */
function paidBy(degree: Decimal | null, premium: Payment, before: Paid | null = null): Paid {
  if (before !== null) return { ...before, ...premium };
  return { degree, byRun: premium.amount, ...premium };
}

/** Who has a share once it was given to an office, or since another day. */
export function holdersAfter(
  holders: readonly Holding[],
  given: ObjectiveEventOf<'objective.assigned.v1' | 'objective.assignment-corrected.v1'>,
): readonly Holding[] {
  if (given.type === 'objective.assignment-corrected.v1') return begunOn(holders, given.data.from);
  return handedOver(holders, given.data.office, given.data.from ?? null);
}

function handedOver(holders: readonly Holding[], office: string, from: LocalDate | null): readonly Holding[] {
  const last = holders.at(-1);
  if (last === undefined) return [{ office, from, to: null }];
  const to = from === null ? null : addDays(from, -1);
  return [...holders.slice(0, -1), { ...last, to }, { office, from, to: null }];
}

/** The last holder began earlier than was recorded: whoever held it before ends the day before that. */
export function begunOn(holders: readonly Holding[], from: LocalDate): readonly Holding[] {
  return holders.map((holding, at) => {
    if (at === holders.length - 1) return { ...holding, from };
    const { to } = holding;
    return to === null || to < from ? holding : { ...holding, to: addDays(from, -1) };
  });
}

/** Whether it answered for a day; whoever handed a share on the same day did not. */
function hasDays({ from, to }: Holding): boolean {
  return from === null || to === null || to >= from;
}

/** The office that had the share before the one that has it, for some days; null: none did. */
export function holderBefore(holders: readonly Holding[]): Holding | null {
  const last = holders.at(-1);
  return holders.findLast((holding) => holding.office !== last?.office && hasDays(holding)) ?? null;
}

/**
 * For how many days of the plan's time each answered; whoever handed it on the same day did not. Null: from when is not known.
 *
 * @param horizon  last day of that time
 * @param begins  its first day
 */
export function creditOf(
  holders: readonly Holding[],
  horizon: LocalDate,
  begins: LocalDate = `${horizon.slice(0, 4)}-01-01`,
): readonly (Holding & { readonly days: number | null })[] {
  const answered = holders.filter(hasDays);
  return answered.map((holding) => {
    const { from, to } = holding;
    const last = to === null || to > horizon ? horizon : to;
    return {
      ...holding,
      days: from === null ? null : Math.max(0, daysBetween(from < begins ? begins : from, last) + 1),
    };
  });
}
