import { romeDayOf } from '../calendar/rome.js';
import { parseHundredths } from '../decimal.js';
import type { Alone } from '../organisation/controls.js';
import type { Staff } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import { requireRightThen } from '../separation/right-then.js';
import type { Actor, Decimal, Instant, LocalDate } from '../values.js';
import { requireOthersConduct } from './conducting.js';
import { requireForeseen } from './foreseen.js';
import type { Judge, RouteOfEvaluation, Said } from './messages.js';
import type { EvaluationState, EvaluationStatus, Opened } from './state.js';
import { requireNotFor } from './who-may.js';

export type { Opened } from './state.js';

/** @throws Refused `evaluation/definitive`, `evaluation/not-now` */
export function requireStatus({ status }: EvaluationState, ...wanted: readonly EvaluationStatus[]): void {
  if (wanted.includes(status)) return;
  if (status === 'definitive') throw new Refused('evaluation/definitive');
  throw new Refused('evaluation/not-now', { status, wanted: wanted.join(', ') });
}

/**
 * Before the evaluator judges, or judges again what a step of the chain sent back.
 *
 * @throws Refused `evaluation/definitive`, `evaluation/not-now`
 */
export function requireUnjudged(state: EvaluationState): void {
  if (state.status === 'judged' && state.approval?.status === 'returned') return;
  requireStatus(state, 'notified', 'observed', 'heard');
}

/** Who does something, and on which day where it is recorded later; `staff` absent: nobody asks who acts for whom. */
interface Doing {
  readonly by: Actor;
  readonly on?: LocalDate | undefined;
  readonly staff?: Staff | undefined;
  readonly inForce?: RouteOfEvaluation | null | undefined;
}

/** @throws Refused `evaluation/not-evaluator`, `value/before-its-fact` */
export function requireEvaluator({ evaluator: { person, office } }: Opened, doing: Doing): void {
  const { by, staff } = doing;
  if (by.id !== person || by.office !== office) throw new Refused('evaluation/not-evaluator', { office });
  if (staff !== undefined) requireRightThen({ ...doing, staff });
}

/** @throws Refused `evaluation/not-evaluated` */
export function requireEvaluated({ person }: Opened, by: Actor): void {
  if (by.id !== person) throw new Refused('evaluation/not-evaluated');
}

/**
 * Neither who is evaluated conducts it, nor whoever acts by a delegation of theirs; nor who judges in it, while others could.
 *
 * @param judging  who conciliates, and who would come to judge by what is done
 * @throws Refused `evaluation/own`, `evaluation/not-foreseen`, `evaluation/conducted-by-others`, `value/before-its-fact`
 */
export function requireConductor(opened: Opened, doing: Doing, ...judging: readonly (Judge | null)[]): Alone {
  requireNotFor(opened, doing.by, doing);
  requireForeseen('conductors', opened, doing.by.office, doing);
  if (doing.staff !== undefined) requireRightThen({ ...doing, staff: doing.staff });
  return requireOthersConduct(opened, { ...doing, judging: [opened.evaluator, ...judging] });
}

/**
 * Whether it happened within a term, whenever it is recorded.
 *
 * @throws Refused `evaluation/not-received`, `evaluation/term-over`
 */
export function requireWithin(until: LocalDate | null, { on, at }: Pick<Said, 'on' | 'at'>): void {
  const today = romeDayOf(at);
  if (until === null) throw new Refused('evaluation/not-received');
  if ((on ?? today) > until)
    throw new Refused('evaluation/term-over', { until, ...(on === undefined ? { today } : { value: on }) });
}

/** @throws Refused `evaluation/term-running` */
export function requireRunOut(until: LocalDate | null, at: Instant): void {
  const today = romeDayOf(at);
  if (until === null) throw new Refused('evaluation/not-received');
  if (today <= until) throw new Refused('evaluation/term-running', { until, today });
}

/** Whether a hearing was offered whose day is not over, and nobody has recorded how it went. */
export function isHearingAhead({ hearing }: EvaluationState, today: LocalDate): boolean {
  return hearing !== null && hearing.outcome === null && today <= hearing.on;
}

/**
 * Nobody is judged below the definition's threshold without having been offered to speak, and nobody at all between the
 * offer and its day.
 *
 * @throws Refused `evaluation/hearing-not-offered`, `evaluation/term-running` while the day offered is still to come
 */
export function requireHearing({ route }: Opened, state: EvaluationState, total: Decimal, at: Instant): void {
  const { hearing } = state;
  const today = romeDayOf(at);
  if (hearing !== null && isHearingAhead(state, today)) {
    throw new Refused('evaluation/term-running', { until: hearing.on, today });
  }
  const threshold = route.terms.hearingBelow;
  const isBelow = parseHundredths(total, 'total') < BigInt(threshold) * 100n;
  if (isBelow && hearing === null) throw new Refused('evaluation/hearing-not-offered', { threshold });
}
