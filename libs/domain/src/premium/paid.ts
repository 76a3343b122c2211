import { formatMoney } from '../decimal.js';
import type { Parties, Staff } from '../organisation/staff.js';
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
  return { authors: [], offices, scored: [], beneficiaries: holdersWithin(offices, period, staff) };
}

/** The same for a run on its way. */
export function partiesOfRun(
  {
    run,
    beneficiaries,
  }: { readonly run: Deciding & Pick<ComputedRun, 'period'>; readonly beneficiaries?: readonly string[] | undefined },
  staff: Staff,
): Parties {
  const offices = officesOf(decidedBy(run));
  const { period } = run;
  // what nobody has proposed has frozen nobody yet
  const today = period === undefined ? [] : holdersWithin(offices, period, staff);
  return { authors: [], offices, scored: [], beneficiaries: beneficiaries ?? today };
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
 * @param paid  its beneficiaries as they were when it was proposed
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
