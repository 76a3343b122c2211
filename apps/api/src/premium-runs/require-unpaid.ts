import { Refused } from '#domain';
import type { Engine } from '#engine';

/**
 * A run pays each of its shares or is not liquidated: what another run has paid since it was computed is another
 * stream's fact, so it is asked here. A run that was liquidated already answers for itself.
 *
 * @throws Refused `objective/already-liquidated`
 */
export async function requireUnpaid(engine: Engine, runId: string): Promise<void> {
  const state = (await engine.load('premium', runId))?.state;
  if (!state?.run || state.liquidated) return;
  for (const { objectiveId, shareId } of state.run.entries) {
    const objective = (await engine.load('objective', objectiveId))?.state;
    const premium = objective?.shares.find((share) => share.shareId === shareId)?.premium;
    if (premium) throw new Refused('objective/already-liquidated', { share: shareId, run: premium.runId });
  }
}
