import type { Parties, Staff } from '../organisation/staff.js';
import { holdersWithin } from '../premium/paid.js';
import type { SharesInTime } from './parties.js';
import type { ShareState } from './state.js';

/** Who is or was paid for a share: every office that ever had it, and whoever held one of them in its year. */
export function paidForShare(
  { areaId, office, holders }: ShareState,
  { horizon }: Pick<SharesInTime, 'horizon'>,
  staff: Staff,
): Parties {
  const offices = [areaId, ...(office === null ? [] : [office]), ...holders.map((holding) => holding.office)];
  const to = horizon ?? staff.day;
  const beneficiaries = holdersWithin(offices, { from: `${to.slice(0, 4)}-01-01`, to }, staff);
  return { authors: [], offices, scored: [], beneficiaries };
}
