import { heldBy, officesOf } from '../organisation/acting.js';
import { daysAsked } from '../organisation/as-of.js';
import type { Parties, Staff } from '../organisation/staff.js';
import { withTakenUpAlone } from '../organisation/taken-up.js';
import { Refused } from '../refused.js';
import { separationRules } from '../separation/rules.js';
import { barredActor } from '../separation/separation.js';
import type { LocalDate } from '../values.js';
import type { Judge } from './messages.js';
import type { EvaluationState, Opened } from './state.js';

/** Of today, and of the day that is told where it is recorded later. */
interface Asked {
  readonly staff: Staff;
  readonly on?: LocalDate | undefined;
}

/** Who is on the other side: the evaluated person, and whoever answers with them for the same offices. */
export function partiesOf(
  { person, offices }: Pick<Opened, 'person' | 'offices'>,
  authors: readonly string[] = [],
): Parties {
  return { authors, offices, scored: [], beneficiaries: [person] };
}

/** @throws Refused `evaluation/own` when they are judged themselves */
export function requireAnother({ person }: Pick<Opened, 'person'>, by: { readonly id: string }): void {
  if (by.id === person) throw new Refused('evaluation/own');
}

/** @throws Refused `evaluation/own` when they are judged themselves, or whoever is acts through them */
export function requireNotFor(
  { person }: Pick<Opened, 'person'>,
  by: { readonly id: string },
  { staff, on }: Partial<Asked>,
): void {
  requireAnother({ person }, by);
  if (staff === undefined) return;
  const acting = daysAsked(staff, on)
    .flatMap((of) => officesOf(withTakenUpAlone(of), by.id))
    .filter(({ onBehalfOf }) => onBehalfOf !== null);
  if (!acting.some(({ places }) => places.includes(person))) return;
  throw new Refused('evaluation/own', { rule: separationRules.delegate.code });
}

/** @throws Refused `evaluation/judge-not-in-office`, `evaluation/judge-barred` */
export function requireFree({ person, office }: Judge, parties: Parties, { staff, on }: Asked): void {
  for (const of of daysAsked(staff, on)) {
    if (!heldBy(of, person).some((each) => each.office === office)) {
      throw new Refused('evaluation/judge-not-in-office', { office });
    }
    const rule = barredActor({ id: person, office }, null, parties, of);
    if (rule !== null) throw new Refused('evaluation/judge-barred', { office, rule: rule.code });
  }
}

/**
 * Who hears both in a conciliation judged nothing before.
 *
 * @throws Refused `evaluation/own`, `evaluation/conciliator-judged`, `evaluation/judge-not-in-office`, `evaluation/judge-barred`
 */
export function requireThird(
  conciliator: Judge,
  opened: Opened,
  { judges }: Pick<EvaluationState, 'judges'>,
  asked: Asked,
): void {
  requireAnother(opened, { id: conciliator.person });
  if (conciliator.person === opened.evaluator.person || judges.includes(conciliator.person)) {
    throw new Refused('evaluation/conciliator-judged', { office: conciliator.office });
  }
  requireFree(conciliator, partiesOf(opened), asked);
}

/** Whether somebody who was named can judge no more today: no office, no account in use, or a rule that bars them by now. */
export function isGone(judge: Judge, opened: Opened, staff: Staff): boolean {
  return (
    staff.disabled?.includes(judge.person) === true || isRefused(() => requireFree(judge, partiesOf(opened), { staff }))
  );
}

/** Whether a rule refuses what another would do. */
export function isRefused(asked: () => void): boolean {
  try {
    asked();
    return false;
  } catch (error) {
    if (error instanceof Refused) return true;
    throw error;
  }
}
