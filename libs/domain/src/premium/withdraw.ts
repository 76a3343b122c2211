import { requireAct } from '../act.js';
import { Refused } from '../refused.js';
import { requireText } from '../text.js';
import { requireUnpaidSigner, type Authorised } from './liquidate.js';
import type { ComputedRun, PremiumCommandOf, PremiumEvent } from './messages.js';
import { partiesOfRun } from './paid.js';
import { requireNeeded, runnersOf } from './running.js';

/**
 * Takes a run back before it is liquidated, with the reason. What an act has authorised another one annuls
 * (annullamento d’ufficio, L. 241/1990 art. 21-nonies), by somebody who is paid nothing by it.
 *
 * @throws Refused `value/text-missing`, `approval/act-missing`, `premium/signer-is-paid`
 */
export function withdraw(
  command: PremiumCommandOf<'premium.withdraw'>,
  run: ComputedRun,
  { approval, by: authorisedBy }: Authorised,
): PremiumEvent {
  const { reason, act, by, at, staff } = command;
  const { runId, planId } = run;
  requireText(reason, 'reason');
  if (act === null && authorisedBy !== null) throw new Refused('approval/act-missing', { kinds: '' });
  if (act !== null) requireAct(act, at, 'value/out-of-range');
  const paid = partiesOfRun({ run, frozen: approval?.parties });
  requireUnpaidSigner(command, paid, runnersOf(paid, staff));
  requireNeeded(command, paid);
  return { type: 'premium.withdrawn.v1', data: { runId, planId, withdrawnBy: by.id, reason, act } };
}
