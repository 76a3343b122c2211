import {
  Refused,
  requireMayPay,
  requirePayable,
  type DayTold,
  type Actor,
  type RunStanding,
  type Staff,
} from '#domain';
import type { Engine } from '#engine';

/**
 * What a run counts on, as its plan and its shares say it now. A run pays each of its shares or is not liquidated: what
 * another run has paid since it was computed is another stream's fact, so it is asked here. A run that was liquidated
 * already answers for itself.
 *
 * @param payer  who liquidates it, and on which day where that is recorded later or its act says it; absent: nobody yet
 * @returns null when there is no run, or nothing more to ask about it
 * @throws Refused `objective/already-liquidated`, `premium/share-not-payable`, `lifecycle/not-yours`,
 * `objective/before-its-fact`
 */
export async function standingOf(
  engine: Engine,
  runId: string,
  payer?: { readonly by: Actor; readonly staff: Staff; readonly told?: DayTold | null },
): Promise<RunStanding | null> {
  const state = (await engine.load('premium', runId))?.state;
  if (!state?.run || state.liquidated) return null;
  const { planId, entries, awaited = [] } = state.run;
  const plan = (await engine.load('plan', planId))?.state;
  const degrees: Record<string, string | null> = {};
  for (const { objectiveId, shareId } of entries) {
    const objective = (await engine.load('objective', objectiveId))?.state;
    const share = objective?.shares.find((each) => each.shareId === shareId);
    if (share?.premium) throw new Refused('objective/already-liquidated', { share: shareId, run: share.premium.runId });
    if (objective && share) requirePayable(objective, share, payer?.told);
    if (objective && share && payer) requireMayPay(objective, share, payer);
    degrees[shareId] = share?.score?.degree ?? null;
  }
  // who liquidates also answers for what is set aside, be it all of it
  for (const { objectiveId, shareId } of payer === undefined ? [] : awaited) {
    const objective = (await engine.load('objective', objectiveId))?.state;
    const share = objective?.shares.find((each) => each.shareId === shareId);
    if (objective && share && payer) requireMayPay(objective, share, payer);
  }
  const year = plan?.document?.year ?? planId;
  const to = plan?.document?.horizon ?? `${year}-12-31`;
  return { planStatus: plan?.status ?? 'none', degrees, period: { from: `${year}-01-01`, to } };
}
