import type { Parties, Staff } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import { seatsOf } from '../separation/separation.js';
import type { Actor } from '../values.js';
import type { Participant } from '../workflow/chain-definition.js';
import type { ObjectiveState, ShareState } from './state.js';
import { payersOf, transitionsOf } from './transitions.js';

/** Who liquidates a whole run. */
export interface RunPayers {
  /** As which it can be liquidated; null: whoever has the permission. */
  readonly offices: readonly string[] | null;
  /** Whether the version in force says so, since those of its shares name nobody in common. */
  readonly inForce: boolean;
}

/** The offices as which a share could be liquidated in a run that pays those; null: whoever has the permission, or it is paid nothing. */
export function officesPaying(
  objective: ObjectiveState,
  share: ShareState,
  staff: Staff,
  paid: Parties,
): readonly string[] | null {
  if (share.score === null) return null;
  const payers = payersOf(objective, share, staff, paid);
  if (payers.some((one) => 'system' in one)) return null;
  return freeOffices(
    payers.flatMap((one) => ('system' in one ? [] : [one])),
    staff,
    paid,
  );
}

/**
 * A run is liquidated by one, whatever versions of the workflow its shares live by: whom all of them name; where they name nobody in
 * common, whom the version in force does, or in their place its substitute.
 *
 * @param each  of every share, as `officesPaying` tells
 * @throws Refused `premium/no-common-payer`
 */
export function payersTogether(each: readonly (readonly string[] | null)[], staff: Staff, paid: Parties): RunPayers {
  const named = each.filter((offices) => offices !== null);
  if (named.length === 0) return { offices: null, inForce: false };
  const all = [...new Set(named.flat())];
  const common = all.filter((office) => named.every((offices) => offices.includes(office)));
  if (common.length > 0) return { offices: common, inForce: false };
  const { payers = [], payerInstead } = staff;
  if (staff.payers?.length === 0) return { offices: null, inForce: true };
  const free = freeOffices(payers, staff, paid);
  const offices = free.length > 0 || payerInstead === undefined ? free : freeOffices([payerInstead], staff, paid);
  if (offices.length === 0) throw new Refused('premium/no-common-payer', { offices: all.join(', ') });
  return { offices, inForce: true };
}

/** The kinds of act by which a share is liquidated; null: any, or it is paid nothing. */
export function kindsPaying(objective: ObjectiveState, share: ShareState): readonly string[] | null {
  if (share.score === null) return null;
  return transitionsOf(objective).find(({ verb }) => verb === 'liquidate')?.act?.kinds ?? null;
}

/**
 * A run is liquidated by one act, whatever versions its shares live by.
 *
 * @param each  of every share, as `kindsPaying` tells
 * @returns the kinds that all of them take, be it none, where they differ; null: they do not
 */
export function kindsTogether(each: readonly (readonly string[] | null)[]): readonly string[] | null {
  const asked = each.filter((kinds) => kinds !== null);
  const common = [...new Set(asked.flat())].filter((kind) => asked.every((kinds) => kinds.includes(kind)));
  return asked.every((kinds) => kinds.length === common.length) ? null : common;
}

/**
 * Of who is paid by it, the run says so itself.
 *
 * @throws Refused `lifecycle/not-yours`
 */
export function requirePayerInForce({ offices }: RunPayers, by: Actor, staff: Staff, paid: Parties): void {
  if (offices === null || offices.includes(by.office)) return;
  const named = (staff.payers ?? []).flatMap((one) => seatsOf(one, paid, staff, {}, null));
  if (named.some(({ office, barred }) => barred && office === by.office)) return;
  throw new Refused('lifecycle/not-yours', { verb: 'liquidate', office: by.office, who: offices.join(', ') });
}

function freeOffices(payers: readonly Participant[], staff: Staff, paid: Parties): readonly string[] {
  const seats = payers.flatMap((one) => seatsOf(one, paid, staff, {}, null));
  return [...new Set(seats.filter(({ barred }) => !barred).map(({ office }) => office))];
}
