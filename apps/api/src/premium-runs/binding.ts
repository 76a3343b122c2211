import { v5 as uuidv5 } from 'uuid';
import type { Actor, ComputedRun, Instant } from '#domain';
import { Rehearsed, type CommandContext, type CommandOf, type Engine } from '#engine';

type Liquidate = Extract<CommandOf<'premium'>, { readonly type: 'premium.liquidate' }>;

/** Any fixed UUID: a liquidation binds its shares once. */
const BOUND = 'a1f7e1b2-94f3-5c0e-8d53-6f2f4f0f9d17';

/**
 * Liquidates a run after its shares are bound to it in the plan's stream, so that of two runs that would pay one share
 * only one does, whoever sends them when. What would be refused binds nothing; a liquidation that stopped in between is sent again.
 *
 * @param liquidate  carries it out, or says what it would do
 * @throws Refused `premium/bound-elsewhere`, or what a liquidation is refused for
 */
export async function binding<Answer>(
  engine: Engine,
  runId: string,
  command: Liquidate,
  context: CommandContext,
  liquidate: () => Promise<Answer>,
): Promise<Answer> {
  const run = (await engine.load('premium', runId))?.state.run ?? null;
  // an adjustment has a name that is made of the payment: there is no second one
  if (run === null || run.adjusts !== undefined) return liquidate();
  const { by, at } = command;
  const bind = await bindingOf(engine, run, { by, at });
  const surroundings = besides(context);
  if (context.dryRun === true) {
    try {
      return await liquidate();
    } catch (error) {
      if (error instanceof Rehearsed) await engine.rehearse('plan', run.planId, bind, surroundings);
      throw error;
    }
  }
  const { events } = await engine.rehearse('premium', runId, command, context);
  if (events.length > 0) await engine.execute('plan', run.planId, bind, surroundings);
  return liquidate();
}

async function bindingOf(
  engine: Engine,
  { runId, planId, entries }: ComputedRun,
  issued: { readonly by: Actor; readonly at: Instant },
): Promise<CommandOf<'plan'>> {
  const shares = entries.filter(({ degree }) => degree !== null).map(({ shareId }) => shareId);
  const bound = (await engine.load('plan', planId))?.state.bound ?? {};
  const others = new Set(shares.flatMap((share) => bound[share] ?? []).filter((other) => other !== runId));
  const runs = await Promise.all([...others].map((other) => engine.load('premium', other)));
  const withdrawn = [...others].filter((_, index) => runs[index]?.state.withdrawn === true);
  return { type: 'plan.bind-premium', runId, shares, withdrawn, ...issued };
}

/** The same call, of another stream. */
function besides({ commandId, correlationId, onBehalfOf = null, supposing }: CommandContext): CommandContext {
  return {
    commandId: uuidv5(commandId, BOUND),
    correlationId,
    causationId: commandId,
    onBehalfOf,
    request: {},
    ...(supposing !== undefined && { supposing }),
  };
}
