import type { Instant } from '#domain';
import { addressed } from './addressed.js';
import type { Act } from './act.js';
import { demonstrationDocument } from './demonstration-document.js';
import { nameUuid } from './identity.js';
import type { TimeKeeper } from './time-keeper.js';
import type { TownHall } from './town-hall.js';

/** An act that went otherwise than its scenario says. */
export class StoryBroken extends Error {
  override readonly name = 'StoryBroken';
  readonly code = 'simulation/story-broken';
}

export interface Lived {
  readonly done: number;
  /** Refusals the story asked for, by code. */
  readonly refusals: Readonly<Record<string, number>>;
}

export interface Life {
  readonly townHall: TownHall;
  readonly time: TimeKeeper;
  /** Distinguishes this story's keys from those of others. */
  readonly story: string;
  readonly onProgress: (done: number, at: Instant) => void;
}

/**
 * Carries out acts at their moments, in order, and lets everything that follows from each moment happen before the next.
 * Started again after an interruption it goes on where it stood: what lies before the clock is done, and what lies at it
 * is sent again under the same keys, which changes nothing.
 *
 * @throws StoryBroken at the first act that is refused, or not refused, against its scenario
 */
export async function liveThrough(acts: readonly Act[], { townHall, time, story, onProgress }: Life): Promise<Lived> {
  const refusals: Record<string, number> = {};
  const { now: startedAt } = await time.read();
  for (const [index, act] of acts.entries()) {
    if (act.at < startedAt) continue;
    await time.passTo(act.at, (now) => onProgress(index, now));
    for (const name of act.documents) await townHall.upload(act.user, name, demonstrationDocument(name).content);
    const { path, body } = await addressed(act, townHall);
    const answer = await townHall.command(act.user, path, body, nameUuid(story, act.key));
    if (answer.refused !== act.expect) throw broken(act, answer);
    if (answer.refused !== null) refusals[answer.refused] = (refusals[answer.refused] ?? 0) + 1;
    onProgress(index + 1, act.at);
  }
  return { done: acts.length, refusals };
}

function broken(act: Act, answer: { refused: string | null; detail?: string }): StoryBroken {
  const what = `${act.key} (${act.at}, ${act.user}, ${act.path})`;
  if (answer.refused === null)
    return new StoryBroken(`${what} should have been refused with ${act.expect}; it was not.`);
  const wanted = act.expect === null ? '' : ` instead of ${act.expect}`;
  return new StoryBroken(`${what} was refused with ${answer.refused}${wanted}: ${answer.detail}`);
}
