import type { Staff } from '../organisation/staff.js';
import type { SeparationRule } from '../separation/rules.js';
import { compareText } from '../text.js';
import type { Instant, LocalDate } from '../values.js';
import type { StepDefinition, TimeoutAction } from '../workflow/chain-definition.js';
import { onTurn } from './agreement.js';
import { currentStep, type Approval, type Claim, type Vote } from './approval.js';
import { bindingClaims } from './claims.js';
import { panelOf, type Seat } from './panel.js';
import { stuckAt, type Stuck } from './stuck.js';
import { rungsAhead, termOf, type WorkingCalendar } from './terms.js';
import { silentOf } from './voices.js';

/** Why a running approval does not move: who could act, since when, until when, and what comes next. */
export interface WaitingAt {
  readonly step: StepDefinition;
  readonly since: Instant | null;
  /** The last day of the term. */
  readonly until: LocalDate | null;
  readonly overdue: boolean;
  readonly next: { readonly do: TimeoutAction['do']; readonly on: LocalDate } | null;
  /** Who could act now and has not, nor another in their place. */
  readonly who: readonly AwaitedSeat[];
  /** All that the step asks, also those who have spoken and those whose turn comes later. */
  readonly seats: readonly Pick<Seat, 'office' | 'decides'>[];
  readonly votes: readonly Vote[];
  /** Those of whoever may still act. */
  readonly claims: readonly Claim[];
  readonly reroutedFrom: string | null;
  readonly rule: SeparationRule | null;
  /** Whom a time-out called, beside those who were silent or in their place; absent: nobody. */
  readonly called?: CalledNow;
  /** Why nobody can bring it on; null: it waits for somebody. */
  readonly stuck: Stuck | null;
}

export interface CalledNow {
  readonly as: 'beside' | 'instead';
  /** The day of the first that was called; null where the log does not say. */
  readonly on: LocalDate | null;
  /** The offices that were asked and have not spoken. */
  readonly silent: readonly string[];
}

export interface AwaitedSeat extends Omit<Seat, 'holders' | 'places'> {
  /** Those who could if their account were in use; absent: none. */
  readonly disabled?: readonly string[];
}

/** @returns null when it is over, or with whom it came from */
export function waitingAt(approval: Approval, staff: Staff, calendar: WorkingCalendar): WaitingAt | null {
  const step = currentStep(approval);
  if (step === null) return null;
  const { since, votes } = approval.opening;
  const panel = panelOf(approval, step, staff);
  const until = termOf(approval, calendar);
  const [next] = rungsAhead(approval, calendar);
  const seats = panel === null ? [] : onTurn(step, panel, votes);
  return {
    step,
    since,
    until,
    overdue: until !== null && until < staff.day,
    next: next === undefined ? null : { do: next.action.do, on: next.on },
    who: seats
      .map((seat) => ({ office: seat.office, persons: silentOf(step, seat, votes), decides: seat.decides }))
      .filter(({ office, persons }) => persons.length > 0 || !votes.some((vote) => vote.office === office))
      .map((seat) => tellingDisabled(seat, staff)),
    seats: (panel?.seats ?? []).map(({ office, decides }) => ({ office, decides })),
    votes,
    claims: panel === null ? [] : bindingClaims(approval.opening, step, panel),
    reroutedFrom: panel?.reroutedFrom ?? null,
    rule: panel?.rule ?? null,
    ...calledAt(approval, step),
    stuck: stuckAt(step, panel, votes, staff),
  };
}

function calledAt({ opening, panels }: Approval, { id }: StepDefinition): Pick<WaitingAt, 'called'> {
  const { substitutes, escalatedTo, called = {}, votes } = opening;
  const offices = [...(substitutes ?? []), ...escalatedTo];
  if (offices.length === 0) return {};
  const spoken = votes.map(({ office }) => office);
  const silent = (panels[id]?.offices ?? []).filter((one) => !offices.includes(one) && !spoken.includes(one));
  const [on = null] = Object.values(called).toSorted(compareText);
  return { called: { as: substitutes === null ? 'beside' : 'instead', on, silent } };
}

function tellingDisabled(seat: Omit<AwaitedSeat, 'disabled'>, { disabled = [] }: Staff): AwaitedSeat {
  const away = seat.persons.filter((person) => disabled.includes(person));
  if (away.length === 0) return seat;
  return { ...seat, persons: seat.persons.filter((person) => !away.includes(person)), disabled: away };
}
