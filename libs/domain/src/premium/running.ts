import { isHeld } from '../organisation/acting.js';
import { daysAsked } from '../organisation/as-of.js';
import type { Parties, Staff } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import { seatsOf } from '../separation/separation.js';
import type { SeparationRule } from '../separation/rules.js';
import type { Actor, LocalDate } from '../values.js';
import type { Participant } from '../workflow/chain-definition.js';

/** Who computes, proposes and takes back runs. */
export const COMPUTING = { role: 'personale' } as const;

/** Whoever does that, and whether the file alone lets them: then in the place of those who are paid, and of nobody else. */
export interface Running {
  readonly by: Actor;
  readonly staff: Staff;
  readonly on?: LocalDate | undefined;
  readonly standsIn?: boolean | undefined;
}

/**
 * The offices that propose and take back a run which pays those: whoever runs premiums and gets nothing by it; where all of them
 * do, whom the workflow in force names to pay instead. None: nobody is left; null: nobody runs premiums, as far as is known.
 */
export function runnersOf(parties: Parties, staff: Staff): readonly string[] | null {
  const own = seatsOf(COMPUTING, parties, staff, {}, null);
  if (own.length === 0) return null;
  const free = own.filter(({ barred }) => !barred);
  if (free.length > 0) return free.map(({ office }) => office);
  const instead = staff.payerInstead === undefined ? [] : seatsOf(staff.payerInstead, parties, staff, {}, null);
  return instead.filter(({ barred }) => !barred).map(({ office }) => office);
}

/** The offices whose holders run premiums today, be they paid. */
export function officesComputing({ tenures, day }: Staff): readonly string[] {
  const held = tenures.filter((tenure) => tenure.roles.includes(COMPUTING.role) && isHeld(tenure, day));
  return [...new Set(held.map(({ office }) => office))];
}

/** @throws Refused `lifecycle/not-yours` to whoever stands in, while nobody has to */
export function requireNeeded({ by, staff, on, standsIn = false }: Running, parties: Parties): void {
  if (!standsIn) return;
  const isNeeded = (of: Staff) => runnersOf(parties, of)?.includes(by.office) === true;
  if (daysAsked(staff, on).every(isNeeded)) return;
  const who = runnersOf(parties, staff) ?? ['personale'];
  throw new Refused('lifecycle/not-yours', { office: by.office, who: who.join(', ') });
}

/** Of somebody who is paid: who may in their place, or that nobody may. */
export function refusedAsPaid(
  { by, rule, staff }: { readonly by: Actor; readonly rule: SeparationRule; readonly staff: Staff },
  parties: Parties,
  who: readonly string[] | null,
): Refused {
  if (who?.length === 0) return nobodyLeft([COMPUTING], parties, staff);
  return new Refused('premium/signer-is-paid', {
    office: by.office,
    rule: rule.code,
    ...(who !== null && { who: who.join(', ') }),
  });
}

/** @param named  those who should, before whom the workflow in force names in their place */
export function nobodyLeft(named: readonly Participant[], parties: Parties, staff: Staff): Refused {
  const all = staff.payerInstead === undefined ? named : [...named, staff.payerInstead];
  const barred = all.flatMap((who) => seatsOf(who, parties, staff, {}, null)).filter((seat) => seat.barred);
  return new Refused('premium/nobody-may-sign', {
    offices: [...new Set(barred.map(({ office }) => office))].join(', '),
  });
}
