import { actingAs, holdersOf } from '../organisation/acting.js';
import { daysAsked } from '../organisation/as-of.js';
import type { Staff } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import type { LocalDate } from '../values.js';
import type { Evaluating } from '../workflow/definition.js';
import type { CertifiedShare, RouteOfEvaluation } from './messages.js';
import type { Opened } from './state.js';
import { isGone, isRefused, requireNotFor, requireThird } from './who-may.js';

/** What the body's definition asks somebody for. */
export type Part = 'evaluators' | 'conciliators' | 'conductors';

/** Who holds what, and the version in force; without both, the version that it was opened by says alone who has a part. */
export interface Asking {
  readonly staff?: Staff | undefined;
  readonly on?: LocalDate | undefined;
  readonly inForce?: RouteOfEvaluation | null | undefined;
  /** Who took a step of the judgement: they conciliate no more. Absent: nobody. */
  readonly judges?: readonly string[] | undefined;
  /** The shares by which it would be proposed today; absent: nobody asks whether they make other results. */
  readonly counting?: readonly CertifiedShare[] | undefined;
}

/**
 * The offices that have a part: by the version that it was opened by, as long as somebody of them may; then by the one in force,
 * as where an OIV came in the place of a Nucleo.
 *
 * @returns undefined: whoever is named, or has the permission
 */
export function foreseenIn(part: Part, opened: Opened, asking: Asking): readonly Evaluating[] | undefined {
  const own = opened.route.terms[part];
  const next = nextFor(opened, asking);
  return own !== undefined && next !== null && isGivenUp(part, own, opened, asking) ? next.terms[part] : own;
}

/** What the version in force says of evaluations; null: nothing, or it is the one that this follows, or nobody asks. */
export function nextFor({ route: { workflow } }: Opened, { inForce }: Asking): RouteOfEvaluation | null {
  const isSame = inForce?.workflow?.id === workflow?.id && inForce?.workflow?.version === workflow?.version;
  return inForce === undefined || isSame ? null : inForce;
}

/** Whether nobody of these offices may do it any more, today and on the day that is told. */
export function isGivenUp(part: Part, offices: readonly Evaluating[], opened: Opened, asking: Asking): boolean {
  const { staff, on } = asking;
  if (staff === undefined) return false;
  return daysAsked(staff, on).every((of) => offices.every(({ office }) => !isLeft(part, office, opened, of, asking)));
}

function isLeft(part: Part, office: string, opened: Opened, staff: Staff, { judges = [] }: Asking): boolean {
  if (part === 'conductors') {
    return actingAs(staff, office).some(
      ({ person }) =>
        staff.disabled?.includes(person) !== true && !isRefused(() => requireNotFor(opened, { id: person }, { staff })),
    );
  }
  return holdersOf(staff, office).some(({ person }) => {
    const one = { person, office };
    if (person === opened.person || isGone(one, opened, staff)) return false;
    return part === 'evaluators' || !isRefused(() => requireThird(one, opened, { judges }, { staff }));
  });
}

/** @throws Refused `evaluation/not-foreseen`, with whom the body's definition asks, and when another version does */
export function requireForeseen(part: Part, opened: Opened, office: string, asking: Asking): void {
  const own = opened.route.terms[part];
  if (own === undefined || own.some((one) => one.office === office)) return;
  const now = foreseenIn(part, opened, asking);
  if (now === undefined || now.some((one) => one.office === office)) return;
  const next = nextFor(opened, asking)?.terms[part];
  const isGoingOn = next?.some((one) => one.office === office) === true;
  const isEmpty = now === own && isGivenUp(part, own, opened, asking);
  throw new Refused('evaluation/not-foreseen', {
    office,
    foreseen: listed(now),
    ...(now !== own && { former: listed(own) }),
    ...(isGoingOn && { later: office }),
    ...(isEmpty && { vacant: listed(own) }),
  });
}

function listed(offices: readonly Evaluating[]): string {
  return offices.map(({ office }) => office).join(', ');
}
