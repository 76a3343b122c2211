import { DEGREE, parseHundredths } from '../decimal.js';
import type { Decimal } from '../values.js';
import type { ObjectiveStanding } from './transitions.js';
import { transitionsOf } from './transitions.js';
import { lifecycleStateOf } from './standing.js';
import type { ShareState } from './state.js';

/**
 * Whether a share was reopened or removed after a run was liquidated and before its payment arrived here. What was paid is a fact
 * all the same: it is noted with the degree by which it was paid, to be adjusted by the one that comes.
 *
 * @param degree  by which the run paid; absent: only what is payable now is paid
 */
export function isOvertaken(degree: Decimal | undefined, share: ShareState, objective: ObjectiveStanding): boolean {
  if (degree === undefined) return false;
  if (share.score === null || centsOf(share.score.degree) !== centsOf(degree)) return true;
  const standing = lifecycleStateOf(objective, share);
  return !transitionsOf(objective).some(({ verb, from }) => verb === 'liquidate' && from.includes(standing));
}

function centsOf(degree: Decimal): bigint {
  return parseHundredths(degree, 'degree', DEGREE);
}
