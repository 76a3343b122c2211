import type { QueryBus } from '@nestjs/cqrs';
import { heldFor, type FiguresOfRun, type HeldFor, type Holding } from '#domain';
import { periodOf, type Engine } from '#engine';
import { Ask } from '../queries/ask.handler.js';
import { gatherClaims } from './gather-claims.js';
import { setAsideBy } from './set-aside.js';

/**
 * What a run was computed from, as its plan and its shares say it now.
 *
 * @returns null when there is no run, or it is liquidated: then it counts on nothing any more
 */
export async function figuresOf(engine: Engine, queries: QueryBus, runId: string): Promise<FiguresOfRun | null> {
  const { run = null, liquidated = false } = (await engine.load('premium', runId))?.state ?? {};
  if (run === null || liquidated) return null;
  const { planId, scope, entries } = run;
  const period = await periodOf(engine, planId);
  const degrees: Record<string, string | null> = {};
  const holders: Record<string, readonly HeldFor[]> = {};
  const holdings: Record<string, readonly Holding[]> = {};
  for (const { objectiveId, shareId } of entries) {
    const objective = (await engine.load('objective', objectiveId))?.state;
    const share = objective?.shares.find((each) => each.shareId === shareId);
    degrees[shareId] = share?.score?.degree ?? null;
    if (!share) continue;
    holders[shareId] = heldFor(share.holders, period);
    holdings[shareId] = share.holders;
  }
  if (run.settles !== undefined || run.adjusts !== undefined) return { degrees, holders, holdings };
  const reserving = await queries.execute(new Ask('runsWithReserve', planId));
  const setAside = await setAsideBy(engine, reserving);
  // what another run has set aside since is no other weight
  const isOthers = (shareId: string) => Object.hasOwn(setAside, shareId) && !Object.hasOwn(degrees, shareId);
  const { claims } = await gatherClaims(engine, planId, scope);
  const weighing = claims.filter(({ shareId }) => !isOthers(shareId));
  return { degrees, holders, holdings, weighing, setAside };
}
