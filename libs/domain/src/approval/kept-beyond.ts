import type { Approval } from './approval.js';
import type { Lost } from './facts.js';

/**
 * What was said at steps whose agreement a migration does not lose. What is lost stays said where a step that is kept has agreed to it
 * since.
 */
export function keptBeyond<Said extends { readonly step: string }>(
  said: readonly Said[],
  { passed }: Pick<Approval, 'passed'>,
  lost: readonly Lost[],
): readonly Said[] {
  const gone = lost.flatMap((one) => (one.what === 'step' || one.what === 'votes' ? [one.step] : []));
  const lastKept = passed.findLastIndex((step) => !gone.includes(step));
  const isLost = (step: string) => gone.includes(step) && !(passed.includes(step) && passed.indexOf(step) < lastKept);
  return said.filter(({ step }) => !isLost(step));
}
