import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from './project-root.js';
import { StartFailure } from './start-failure.js';

/** Of this program, as its package says. */
export const RELEASE: string = (
  JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as { version: string }
).version;

const FILE = 'release.json';

/** Folders of before there was a stamp. */
const UNSTAMPED = '0.1.0';

/** The release that last wrote in the folder of a body; undefined for a folder that holds nothing yet. */
export function releaseOf(folder: string): string | undefined {
  const file = join(folder, FILE);
  if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { release: string }).release;
  return ['events', 'postgres'].some((part) => existsSync(join(folder, part))) ? UNSTAMPED : undefined;
}

/**
 * Makes a folder one of this release, before anything in it is migrated: from then on an older release refuses it.
 *
 * @returns the release it was of before; undefined where nothing changes
 * @throws StartFailure `stack/newer-release`
 */
export function takeOver(folder: string): string | undefined {
  const before = releaseOf(folder);
  if (before !== undefined && compareReleases(before, RELEASE) > 0) throw newerRelease(folder, before);
  if (before === RELEASE) return undefined;
  const file = join(folder, FILE);
  writeFileSync(`${file}.draft`, `${JSON.stringify({ release: RELEASE })}\n`, { mode: 0o600 });
  renameSync(`${file}.draft`, file);
  return before;
}

export function newerRelease(where: string, release: string): StartFailure {
  const message = `${where} was written by Traguardo ${release} and this is ${RELEASE}: run ${release} or a newer one.`;
  return new StartFailure('stack/newer-release', message);
}

/** Negative when the first is the older: 0.10.0 comes after 0.9.1. */
export function compareReleases(one: string, other: string): number {
  const [a, b] = [one, other].map((release) => release.split('.').map((part) => Number.parseInt(part, 10)));
  return [0, 1, 2].map((place) => (a?.[place] ?? 0) - (b?.[place] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
