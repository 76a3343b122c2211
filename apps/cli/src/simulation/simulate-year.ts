import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack, type Stack } from '../supervisor/start-stack.js';
import { createAccounts, enterAs, OPERATOR } from './accounts.js';
import { liveThrough, type Lived } from './live-through.js';
import type { Story } from './story.js';
import { timeKeeper } from './time-keeper.js';
import type { TownHall } from './town-hall.js';

export interface SimulationOptions {
  readonly story: Story;
  /** Leaves the stack's folder in place afterwards. */
  readonly keep?: boolean;
  readonly abort?: AbortSignal;
  readonly onProgress?: (done: number, doing: string) => void;
}

/** The year when it is over, with the stack still up. */
export interface LivedYear extends Lived {
  readonly stack: Stack;
  readonly townHall: TownHall;
}

const BODY = 'simulation';

/**
 * Lives a story through in a stack and a folder of its own, which are gone afterwards.
 *
 * @param look  looks at the outcome while the stack is still up
 * @throws StartFailure, StoryBroken, TownHallClosed
 */
export async function simulateYear<Seen>(
  { story, keep = false, abort, onProgress }: SimulationOptions,
  look: (lived: LivedYear) => Promise<Seen>,
): Promise<Seen> {
  const data = mkdtempSync(join(tmpdir(), 'traguardo-simulation-'));
  try {
    onProgress?.(0, 'starting a stack of its own');
    // jobs stay in the stack's own PostgreSQL, whatever the environment says
    const env = { REDIS_URL: '' };
    const workflow = story.workflow ?? undefined;
    const stack = await startStack({ data, body: BODY, clock: 'simulated', durable: false, workflow, env, abort });
    abort?.addEventListener('abort', () => void stack.stop());
    try {
      const townHall = enterAs(story.organisation, stack.apiUrl, stack.folder);
      await createAccounts(story.organisation, townHall);
      const time = timeKeeper(townHall, OPERATOR);
      const lived = await liveThrough(story.acts, {
        townHall,
        time,
        story: story.name,
        onProgress: (done, at) => onProgress?.(done, at.slice(0, 10)),
      });
      await time.passTo(story.ends, (now) => onProgress?.(lived.done, now.slice(0, 10)));
      await time.settle();
      return await look({ ...lived, stack, townHall });
    } finally {
      await stack.stop();
    }
  } finally {
    if (!keep) rmSync(data, { recursive: true, force: true });
  }
}
