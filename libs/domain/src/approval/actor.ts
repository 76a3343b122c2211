import { actingAs } from '../organisation/acting.js';
import type { Staff } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import type { SeparationRule } from '../separation/rules.js';
import { requireRightThen } from '../separation/right-then.js';
import { seenAt } from '../separation/asked-areas.js';
import { barredActor, barredBy, barredInstead, barredOffices, freePlaces } from '../separation/separation.js';
import { waysOut } from '../separation/ways-out.js';
import type { Actor, Instant, LocalDate } from '../values.js';
import type { StepDefinition } from '../workflow/chain-definition.js';
import { currentStep, type Approval } from './approval.js';
import { onTurn } from './agreement.js';
import type { Capacity } from './facts.js';
import { panelOf, type Panel } from './panel.js';
import { placeOf, silentOf } from './voices.js';

/** Who acts, and who holds what on that day. */
export interface ByStaff {
  /** The office is the one as which they act. */
  readonly by: Actor;
  readonly staff: Staff;
  /** The day on which it happened, where it is recorded later; absent: the day of the recording. */
  readonly on?: LocalDate | undefined;
  readonly at: Instant;
}

/** Somebody who may act at the step that waits. */
export interface AtStep {
  readonly step: StepDefinition;
  readonly panel: Panel;
  readonly as: Capacity;
}

/**
 * Whether this actor may act at this step now, as the office named with them.
 *
 * @throws Refused `approval/not-open`, `approval/not-this-step`, `approval/no-substitute`, `approval/own-report`,
 * `approval/not-your-step`, `approval/not-your-turn`
 */
export function requireAtStep(approval: Approval, stepId: string, by: Actor, staff: Staff): AtStep {
  const { step, panel } = requirePanel(approval, stepId, staff, by);
  const found = { step, panel, votes: approval.opening.votes };
  const first = awaitedOf(step, panel, approval);
  const seen = seenAt(step, approval);
  requireUnbarred(seen, by, staff, first);
  const seat = panel.seats.find(({ office }) => office === by.office);
  if (!seat?.persons.includes(by.id)) {
    throw new Refused('approval/not-your-step', { step: step.id, office: first ?? '', ...actAs(by, found) });
  }
  const turn = onTurn(step, panel, approval.opening.votes);
  if (!turn.includes(seat)) {
    throw new Refused('approval/not-your-turn', { step: step.id, office: listed(turn), ...actAs(by, found) });
  }
  return { step, panel, as: capacityOf(by, staff, seen) };
}

/**
 * @param by  who asks: of the office that is barred, told what bars them; absent: nobody of it
 * @throws Refused `approval/not-open`, `approval/not-this-step`, `approval/no-substitute`
 */
export function requirePanel(approval: Approval, stepId: string, staff: Staff, by?: Actor): Omit<AtStep, 'as'> {
  if (approval.status !== 'open') throw new Refused('approval/not-open', { status: approval.status });
  const step = currentStep(approval);
  if (step === null || step.id !== stepId) {
    const panel = step === null ? null : panelOf(approval, step, staff);
    const office = step === null || panel === null ? undefined : awaitedOf(step, panel, approval);
    throw new Refused('approval/not-this-step', {
      ...(stepId !== '' && { step: stepId }),
      awaited: step?.id ?? '',
      ...(office !== undefined && { office }),
    });
  }
  const panel = panelOf(approval, step, staff);
  if (panel === null) {
    const all = barredOffices(step, approval.parties, staff, approval.relations, approval.subject);
    const own = all.find(({ office }) => office === by?.office);
    const ownRule = own && by && barredBy(by, seenAt(step, approval).parties, staff);
    const held = own && ownRule ? { office: own.office, rule: ownRule } : all[0];
    const { parties, relations, subject } = approval;
    throw new Refused('approval/no-substitute', {
      step: step.id,
      ...(held && { office: held.office, rule: held.rule.code }),
      ...barredInstead(step, all, staff),
      ...waysOut(step, parties, staff, relations, { subject, opens: false }),
    });
  }
  return { step, panel };
}

/** Of the offices whose turn it is at a step, those that have still to speak; undefined: nobody takes it. */
export function awaitedOf(step: StepDefinition, panel: Panel, { opening }: Approval): string | undefined {
  const turn = onTurn(step, panel, opening.votes);
  const asked = turn.length === 0 ? panel.seats : turn;
  const silent = asked.filter((seat) => silentOf(step, seat, opening.votes).length > 0);
  return listed(silent.length === 0 ? asked : silent) || undefined;
}

/** The offices as which somebody refused could take the step now: another of their own, or by a delegation that covers it. */
function actAs(by: Actor, { step, panel, votes }: Omit<AtStep, 'as'> & Pick<Approval['opening'], 'votes'>) {
  const could = onTurn(step, panel, votes).filter(
    (seat) => seat.persons.includes(by.id) && silentOf(step, seat, votes).includes(by.id),
  );
  return could.length > 0 && { actAs: listed(could) };
}

function listed(seats: Panel['seats']): string {
  return [...new Set(seats.map(({ office }) => office))].join(', ');
}

/**
 * Nobody on both sides of a control chooses who takes a step of it, by which rules, or what follows from it: neither
 * who does it nor in whose place. Who took a step of it may.
 *
 * @throws Refused `approval/own-report`, `value/before-its-fact`
 */
export function requireNoParty(
  approval: Pick<Approval, 'parties'>,
  { by, staff, on }: Pick<ByStaff, 'by' | 'staff' | 'on'>,
): void {
  const { earlier: _, prepared: _prepared, ...parties } = approval.parties;
  // a delegation for whichever matters may let them do it
  refuseBy(barredBy(by, parties, staff), by);
  refuseBy(barredBy(by, parties, staff, on), by, { day: on });
  requireRightThen({ by, staff, on });
}

/** @param approver  the office that may, where one does */
function requireUnbarred(
  approval: Pick<Approval, 'parties' | 'subject' | 'opening'>,
  by: Actor,
  staff: Staff,
  approver?: string,
): void {
  const { onBehalfOf } = capacityOf(by, staff, approval);
  refuseBy(barredActor(by, onBehalfOf, approval.parties, staff), by, { approver });
}

/**
 * @param approver  the office that may, where one does
 * @param day       on which it barred them, where that is not today
 */
export function refuseBy(
  rule: SeparationRule | null,
  by: Actor,
  { approver, day }: { readonly approver?: string | undefined; readonly day?: LocalDate | undefined } = {},
): void {
  if (rule === null) return;
  throw new Refused('approval/own-report', {
    office: by.office,
    rule: rule.code,
    ...(approver !== undefined && { approver }),
    ...(day !== undefined && { day }),
  });
}

/** In whose place somebody acts as an office; who holds it, acts in their own right. */
export function capacityOf(
  { id: person, office }: Actor,
  staff: Staff,
  { subject, opening, parties }: Pick<Approval, 'subject' | 'opening' | 'parties'>,
): Capacity {
  const acting = actingAs(staff, office, subject).find((one) => one.person === person);
  if (acting === undefined) return { person, office, onBehalfOf: null };
  const free = freePlaces(acting, parties, staff);
  return { person, office, onBehalfOf: placeOf(office, free.length === 0 ? acting.places : free, opening.votes) };
}
