import { Refused } from '#domain';
import type { Engine } from './engine.js';

/** The time of a plan. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** @throws Refused `plan/not-drafted` */
export async function periodOf(engine: Engine, planId: string): Promise<Period> {
  const document = (await engine.load('plan', planId))?.state.document ?? null;
  if (document === null) throw new Refused('plan/not-drafted', { plan: planId });
  return { from: `${document.year}-01-01`, to: document.horizon };
}
