import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createAccounts, enterAs, OPERATOR } from './accounts.js';
import type { Welcome } from '../first-start/administrator.js';
import { nameUuid } from './identity.js';
import { liveThrough } from './live-through.js';
import type { Organisation } from './organisation.js';
import { registryActs, setupCompletion } from './registry-acts.js';
import { demonstrationMoment, loadStory, readOrganisation } from './story.js';
import { timeKeeper } from './time-keeper.js';
import type { TownHall } from './town-hall.js';

/** The year that a demonstration shows. */
const YEAR = 2022;

/**
 * Brings a demonstration to its day: accounts, plan, and what the offices did until then.
 * Interrupted, it goes on at the next start; done, it only says how to sign in.
 *
 * @returns false when the body lives in real time: then nothing is done
 */
export async function prepareDemonstration({ apiUrl, data, onProgress }: Welcome): Promise<boolean> {
  const organisation = readOrganisation();
  const townHall = enterAs(organisation, apiUrl, data);
  const time = timeKeeper(townHall, OPERATOR);
  const { mode, now } = await time.read();
  if (mode !== 'simulated') return false;
  markDemonstration(data, organisation);
  const day = demonstrationMoment(YEAR);
  if (now < day) {
    const story = await loadStory(YEAR);
    const acts = story.acts.filter(({ at }) => at <= day);
    await createAccounts(organisation, townHall);
    let shown = '';
    const onDay = (done: number, at: string) => {
      if (at.slice(0, 7) === shown) return;
      shown = at.slice(0, 7);
      onProgress(`Demonstration: ${shown} (${done} of ${acts.length} acts)`);
    };
    const { done } = await liveThrough(acts, { townHall, time, story: story.name, onProgress: onDay });
    await time.passTo(day, (now) => onDay(done, now));
    await time.settle();
  } else await registerOlder(organisation, townHall);
  const longest = Math.max(...organisation.accounts.map(({ user }) => user.length));
  onProgress(`Demonstration of ${organisation.body}. Sign in with the password "${organisation.password}" as`);
  for (const { user, name } of organisation.accounts) onProgress(`  ${user.padEnd(longest)}  ${name}`);
  return true;
}

const Body = z.object({ setup: z.object({ complete: z.boolean() }) });

/** A demonstration that an earlier release prepared knows nothing of its body yet. */
async function registerOlder(organisation: Organisation, townHall: TownHall): Promise<void> {
  const { setup } = await townHall.query(OPERATOR, '/body', Body);
  if (setup.complete) return;
  for (const { key, path, body } of [...registryActs(organisation, ''), setupCompletion('')])
    await townHall.command(OPERATOR, path, body, nameUuid('older', key));
}

/** The file by which the API, and whoever wants to throw the folder away, knows that everything in it is invented. */
function markDemonstration(folder: string, { password, accounts }: Organisation): void {
  const mark = { password, accounts: accounts.map(({ user, name, roles }) => ({ user, name, roles })) };
  writeFileSync(join(folder, 'demonstration.json'), `${JSON.stringify(mark, null, 2)}\n`, { mode: 0o600 });
}
