import { setTimeout as pause } from 'node:timers/promises';
import type { Planner } from '#notifications';
import type { Wake } from '../wake.js';

export interface PlannerLoop {
  readonly planner: Planner;
  /** Rings when the read model or a simulated clock has moved, and when an alarm is over. */
  readonly wake: Wake;
  /** Everything is looked at anew this often, whatever happens. */
  readonly everyMs: number;
  /** How long to gather news before a pass: under load one pass serves many commits. */
  readonly gatherMs: number;
  /** Look again only when all alarms are over: where each that is set rings at once, it would be in vain before. */
  readonly inRounds: boolean;
  readonly signal: AbortSignal;
}

/** Plans at the start, at news, and at intervals. */
export async function planAlarmsLoop(loop: PlannerLoop): Promise<void> {
  const { planner, wake, everyMs, gatherMs, inRounds, signal } = loop;
  let reconciled = -Infinity;
  while (!signal.aborted) {
    const now = performance.now();
    if (now - reconciled >= everyMs) {
      planner.reconcile();
      reconciled = now;
    }
    if (!inRounds || planner.pending() === 0) await planner.pass();
    await wake.rung(everyMs, signal);
    if (gatherMs > 0) await pause(gatherMs, undefined, { signal }).catch(() => undefined); // aborted: the loop ends
  }
}
