import { heldFor, Refused, type AwaitedShare, type ComputedRun, type SettledRun } from '#domain';
import { periodOf, type Engine } from '#engine';

/** A run, and what has become of each share for which it has set money aside. */
export interface Settlement {
  readonly earlier: SettledRun;
  readonly shares: readonly AwaitedShare[];
}

/** @throws Refused `premium/not-computed` when there is no such run */
export async function settlementOf(engine: Engine, runId: string): Promise<Settlement> {
  const state = (await engine.load('premium', runId))?.state;
  if (!state?.run) throw new Refused('premium/not-computed', { run: runId });
  const { planId, scope, reserve, awaited = [] } = state.run;
  // without a reserve they were among the paid
  const setAside = reserve === undefined ? [] : awaited;
  const { liquidated, days } = state;
  const liquidatedOn = days?.['premium.liquidated.v1'];
  const earlier = { runId, planId, scope, reserve: reserve ?? '0', awaited: setAside, liquidated, liquidatedOn };
  const period = await periodOf(engine, planId);
  const shares = await Promise.all(
    setAside.map(async ({ objectiveId, shareId }) => {
      const objective = (await engine.load('objective', objectiveId))?.state;
      const share = objective?.shares.find((each) => each.shareId === shareId);
      const payment = share?.premium ?? share?.adjusting ?? null;
      const payer = payment && (await payerOf(engine, payment.runId));
      const spent = payer?.settles === runId ? payer.entries.find((entry) => entry.shareId === shareId) : undefined;
      return {
        shareId,
        degree: share?.score?.degree ?? null,
        holders: heldFor(share?.holders ?? [], period),
        isPaid: payment !== null || share?.removal != null,
        fromReserve: spent?.amount ?? '0',
      };
    }),
  );
  return { earlier, shares };
}

/** The run that paid, whatever was adjusted since; null where the log has none of that name. */
async function payerOf(engine: Engine, runId: string): Promise<ComputedRun | null> {
  const run = (await engine.load('premium', runId))?.state.run ?? null;
  return run?.adjusts === undefined ? run : payerOf(engine, run.adjusts.runId);
}
