import { formatMoney, parseHundredths, sumHundredths } from '../decimal.js';
import type { Staff } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import type { Decimal } from '../values.js';
import { divided } from './divided.js';
import type { AwaitedEntry, ComputedRun, EvaluatedStanding, PremiumEntry } from './messages.js';
import { holdersWithin, paidOffices } from './paid.js';

/** Entries that pay somebody whose evaluation is not definitive, each with those persons. */
export function awaitedOf(
  entries: readonly PremiumEntry[],
  { period, evaluated = [] }: EvaluatedStanding,
  staff: Staff,
): readonly AwaitedEntry[] {
  return entries.flatMap((entry) => {
    const paid = holdersWithin(paidOffices([entry]), period, staff);
    const persons = paid.filter((person) => !evaluated.includes(person));
    return persons.length === 0 ? [] : [{ ...entry, persons }];
  });
}

/**
 * Whoever is paid was evaluated, and nobody can appeal any more. It holds at every step: who was evaluated when the run
 * was computed may have to be evaluated again, and who held a paid office may be recorded late.
 *
 * @throws Refused `premium/evaluations-missing`, with the reserve that would cover those who lack where the run can have one
 */
export function requireEvaluated(run: ComputedRun, standing: EvaluatedStanding | undefined, staff: Staff): void {
  const missing = evaluationsMissing(run, standing, staff);
  if (missing.length === 0) return;
  const { period } = standing ?? KNOWING_NOTHING;
  const { needed, ...who } = whoAndHowMuch(missing, lacking(run, missing), { period, staff });
  throw new Refused('premium/evaluations-missing', { run: run.runId, ...who, ...wayOut(run, needed) });
}

/** What can be done for the others while somebody lacks: only a run that divides a fund sets something of it aside. */
function wayOut({ settles, adjusts }: ComputedRun, needed: Decimal): Readonly<Record<string, string>> {
  if (settles !== undefined) return { settles };
  return adjusts === undefined ? { needed } : { adjusts: adjusts.runId };
}

/** Entries that keep a run from going on; none where the body evaluates nobody. */
export function evaluationsMissing(
  run: ComputedRun,
  standing: EvaluatedStanding | undefined,
  staff: Staff,
): readonly AwaitedEntry[] {
  if (run.route?.evaluations !== true) return [];
  // whoever asks nothing knows of nobody's evaluation
  return awaitedOf(run.entries, standing ?? KNOWING_NOTHING, staff);
}

/** What a reserve would have to cover for the run to pay the others: the parts of the whole fund of all who lack. */
function lacking(
  { scope, fund, entries, awaited = [], reserve, settles, adjusts }: ComputedRun,
  missing: readonly AwaitedEntry[],
) {
  if (settles !== undefined || adjusts !== undefined) return missing; // such a run has none
  const setAside = reserve === undefined ? [] : awaited;
  const out = [...missing, ...setAside].map(({ shareId }) => shareId);
  const whole = divided(scope, [...entries, ...setAside], parseHundredths(fund, 'fund'));
  return whole.entries.filter(({ shareId }) => out.includes(shareId));
}

/**
 * @param needed  what it has to be enough for
 * @throws Refused `premium/reserve-too-small`
 */
export function requireCovered(
  runId: string,
  reserve: bigint,
  awaited: readonly AwaitedEntry[],
  held: Held,
  needed: readonly PremiumEntry[] = awaited,
): void {
  if (reserve >= sumOf(needed)) return;
  const facts = { run: runId, reserve: formatMoney(reserve), ...whoAndHowMuch(awaited, needed, held) };
  throw new Refused('premium/reserve-too-small', facts);
}

/** Who held what when. */
interface Held {
  readonly period: EvaluatedStanding['period'];
  readonly staff: Staff;
}

/** The facts of a refusal: for whom money is needed, as which offices, and how much. */
export function whoAndHowMuch(
  awaited: readonly AwaitedEntry[],
  needed: readonly PremiumEntry[],
  { period, staff }: Held,
) {
  const persons = new Set(awaited.flatMap((one) => one.persons));
  const offices = awaited.flatMap((one) =>
    paidOffices([one]).filter((office) =>
      holdersWithin([office], period, staff).some((person) => one.persons.includes(person)),
    ),
  );
  return {
    persons: [...persons].toSorted().join(', '),
    offices: [...new Set(offices)].toSorted().join(', '),
    needed: formatMoney(sumOf(needed)),
  };
}

export function sumOf(entries: readonly Pick<PremiumEntry, 'amount'>[]): bigint {
  return sumHundredths(entries.map(({ amount }) => parseHundredths(amount, 'amount')));
}

const KNOWING_NOTHING: EvaluatedStanding = { period: { from: '', to: '9999-12-31' }, evaluated: [] };
