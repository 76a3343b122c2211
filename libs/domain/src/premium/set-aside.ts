import { Refused } from '../refused.js';
import type { ComputedRun, RunStanding } from './messages.js';

type Divided = Pick<ComputedRun, 'entries' | 'awaited' | 'settles' | 'adjusts'>;
type SetAside = NonNullable<RunStanding['setAside']>;

/**
 * What a liquidated run has set aside for a share, later runs out of that reserve pay, and no other fund.
 *
 * @throws Refused `premium/set-aside`
 */
export function requireNotSetAside(
  run: Divided & Pick<ComputedRun, 'runId'>,
  { setAside = {} }: Pick<RunStanding, 'setAside'>,
): void {
  const elsewhere = setAsideElsewhere(run, setAside);
  const [share] = elsewhere;
  if (share === undefined) return;
  // where nothing else is left to pay it is withdrawn for good
  const isLeft = [...run.entries, ...(run.awaited ?? [])].some(({ shareId }) => !elsewhere.includes(shareId));
  const reservedBy = setAside[share] ?? '';
  const without = isLeft && { without: elsewhere.join(', ') };
  throw new Refused('premium/set-aside', { run: run.runId, share, reservedBy, ...without });
}

/**
 * Shares of a run for which another has set something aside since, by id; none of one that pays out of a reserve, or adjusts.
 *
 * @param setAside  the liquidated run by share
 */
export function setAsideElsewhere(
  { entries, awaited = [], settles, adjusts }: Divided,
  setAside: SetAside,
): readonly string[] {
  if (settles !== undefined || adjusts !== undefined) return [];
  const own = new Set([...entries, ...awaited].map(({ shareId }) => shareId));
  return [...own].filter((share) => setAside[share] !== undefined).toSorted();
}
