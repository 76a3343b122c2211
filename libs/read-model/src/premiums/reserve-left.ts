import { formatMoney, parseHundredths, sumHundredths, type Decimal } from '#domain';
import type { PremiumRunRow } from './project.js';

/** Of what a liquidated run has set aside, less what later runs have paid; null where there is no reserve. */
export function reserveLeft(
  { run_id, reserve, status }: Pick<PremiumRunRow, 'run_id' | 'reserve' | 'status'>,
  later: readonly Pick<PremiumRunRow, 'settles' | 'status' | 'total'>[],
): Decimal | null {
  const cents = parseHundredths(reserve, 'reserve');
  if (status !== 'liquidated' || cents === 0n) return null;
  const paid = later.filter((run) => run.settles === run_id && run.status === 'liquidated');
  return formatMoney(cents - sumHundredths(paid.map(({ total }) => parseHundredths(total, 'total'))));
}
