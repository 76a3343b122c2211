import { formatMoney } from '../decimal.js';
import type { Approval } from '../approval/approval.js';
import type { Credited, Parties, Staff } from '../organisation/staff.js';
import { daysAsked } from '../organisation/as-of.js';
import type { SeparationRule } from '../separation/rules.js';
import { barredActor } from '../separation/separation.js';
import type { Actor, LocalDate } from '../values.js';
import { partsOf } from './credits.js';
import type { ComputedRun, PremiumEntry, RunStanding } from './messages.js';

const NOTHING = formatMoney(0n);

/** The offices that a run pays something: those that answered for its shares for some days, else the areas of those. */
export function paidOffices(entries: readonly PremiumEntry[]): readonly string[] {
  const offices = entries
    .flatMap(partsOf)
    .filter(({ amount }) => amount !== NOTHING)
    .map(({ office }) => office);
  return [...new Set(offices)].toSorted();
}

function officesOf(entries: readonly PremiumEntry[]): readonly string[] {
  const offices = entries.flatMap(({ areaId, credits = [] }) => [areaId, ...credits.map(({ office }) => office)]);
  return [...new Set(offices)].toSorted();
}

interface Deciding {
  readonly entries: readonly PremiumEntry[];
  readonly awaited?: readonly PremiumEntry[];
}

/** What a run decides of: the shares with a degree, be their amount 0, and those for which it sets something aside. */
export function decidedBy({ entries, awaited = [] }: Deciding): readonly PremiumEntry[] {
  // of what nobody has certified yet a later run decides
  return [...entries, ...awaited].filter(({ degree }) => degree !== null);
}

/** Who is on the other side of the control of what is paid: those offices, and whoever held one of them in its time. */
export function partiesOf(entries: readonly PremiumEntry[], period: RunStanding['period'], staff: Staff): Parties {
  const offices = officesOf(entries);
  const credited = creditedFor(offices, period);
  return { authors: [], offices, scored: [], beneficiaries: holdersWithin(offices, period, staff), credited };
}

/** Each office in the plan's time: whoever is known to have held it then, whenever they are asked about, is paid. */
function creditedFor(offices: readonly string[], { from, to }: RunStanding['period']): readonly Credited[] {
  return offices.map((office) => ({ office, from, to, coming: true }));
}

/** What is known of a run beside who holds what. */
interface OnItsWay {
  readonly run: Deciding & Pick<ComputedRun, 'period'>;
  /** As it was proposed; absent: it never was. */
  readonly frozen?: Pick<Parties, 'beneficiaries' | 'credited'> | undefined;
}

/** The same for a run on its way: whom it paid when it was proposed, and whom it would pay as it is known on the day that is asked. */
export function partiesOfRun({ run: { period, ...run }, frozen }: OnItsWay): Parties {
  const { beneficiaries = [], credited } = frozen ?? {};
  const offices = officesOf(decidedBy(run));
  const today = period === undefined ? [] : creditedFor(offices, period);
  return { authors: [], offices, scored: [], beneficiaries, credited: credited ?? today };
}

/** One that set out in an earlier release kept only whom it paid then. */
export function knowingPaid(approval: Approval, run: OnItsWay['run']): Approval {
  const { credited = [] } = partiesOfRun({ run, frozen: approval.parties });
  return credited.length === 0 ? approval : { ...approval, parties: { ...approval.parties, credited } };
}

/** Who signs, and the day on which they did where it is recorded later. */
export interface Signer {
  readonly on?: LocalDate | undefined;
  readonly by: Actor;
  /** Null: in their own right. */
  readonly onBehalfOf: string | null;
  readonly staff: Staff;
}

/**
 * The rule that keeps who signs, or the one in whose place, from what pays these; null: none of it is theirs.
 *
 * @param paid  whom it pays, as it was proposed and as it is known today
 */
export function barredAsPaid(paid: Parties, { by, onBehalfOf, staff, on }: Signer): SeparationRule | null {
  return daysAsked(staff, on).reduce<SeparationRule | null>(
    (rule, of) => rule ?? barredActor(by, onBehalfOf, paid, of),
    null,
  );
}

/** Persons who held one of the offices in a time. */
export function holdersWithin(
  offices: readonly string[],
  { from, to }: RunStanding['period'],
  { tenures }: Pick<Staff, 'tenures'>,
): readonly string[] {
  const held = tenures.filter(
    (tenure) => offices.includes(tenure.office) && tenure.from <= to && (tenure.to === null || from <= tenure.to),
  );
  return [...new Set(held.map(({ person }) => person))];
}
