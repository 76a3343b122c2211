import { actingAs, type Acting } from '../organisation/acting.js';
import type { Alone } from '../organisation/controls.js';
import type { Parties, Staff } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import { barredBy, barredIn } from '../separation/seats.js';
import type { Actor } from '../values.js';
import { foreseenIn, type Asking } from './foreseen.js';
import type { Judge } from './messages.js';
import type { Opened } from './state.js';
import { isRefused } from './who-may.js';

/** Who conducts, of which evaluation, and who judges or conciliates in it, or would come to. */
export interface Conducting extends Asking {
  readonly by: Actor;
  readonly judging: readonly (Judge | null)[];
}

/**
 * Whoever conducts is another person than who judges, and of no office of the person's: terms run from what they record. Where nobody else
 * of those whom the file names could, they do, and the event says so. Where the file names nobody, nobody is asked.
 *
 * @throws Refused `evaluation/conducted-by-others`
 */
export function requireOthersConduct(opened: Opened, { by, judging, ...asking }: Conducting): Alone {
  const { staff, on } = asking;
  if (staff === undefined || opened.route.terms.conductors === undefined) return {};
  const parties = sidesOf(opened, judging);
  const rule = barredBy(by, parties, staff, on);
  if (rule === null) return {};
  const others = freeToConduct(opened, parties, { ...asking, staff });
  if (others.length === 0) return { nobodyElse: true };
  const who = [...new Set(others.map(({ office }) => office))].join(', ');
  throw new Refused('evaluation/conducted-by-others', { office: by.office, rule: rule.code, who });
}

/** Whether something that waits for those who conduct it waits for somebody of them, today. */
export function mayConduct(opened: Opened, conducting: Conducting): boolean {
  return !isRefused(() => requireOthersConduct(opened, conducting));
}

function sidesOf({ person, offices }: Opened, judging: Conducting['judging']): Parties {
  const earlier = judging.flatMap((judge) => (judge === null ? [] : [judge.person]));
  return { authors: [], offices, scored: [], beneficiaries: [person], earlier };
}

function freeToConduct(
  opened: Opened,
  parties: Parties,
  asking: Asking & { readonly staff: Staff },
): readonly Acting[] {
  const { staff } = asking;
  return (foreseenIn('conductors', opened, asking) ?? [])
    .flatMap(({ office }) => actingAs(staff, office))
    .filter((one) => staff.disabled?.includes(one.person) !== true && barredIn(one, parties, staff) === null);
}
