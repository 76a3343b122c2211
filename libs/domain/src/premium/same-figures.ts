import type { ComputedRun, FiguresOfRun } from './messages.js';
import { requireSameDegrees } from './same-degrees.js';
import { requireSameHolders } from './same-holders.js';
import { requireSameWeights } from './same-weights.js';
import { requireNotSetAside } from './set-aside.js';

/**
 * What a run was computed from is what plan and shares say today; otherwise it is taken back and computed anew.
 *
 * @throws Refused `premium/set-aside`, `premium/degrees-changed`, `premium/holders-changed`, `premium/weights-changed`
 */
export function requireSameFigures(run: ComputedRun, figures: FiguresOfRun): void {
  requireNotSetAside(run, figures);
  requireSameDegrees(run, figures);
  requireSameHolders(run, figures);
  requireSameWeights(run, figures);
}
