import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const WATCHED = ['fsyncSync', 'renameSync', 'rmSync', 'rmdirSync', 'writeFileSync'] as const;

/** Something that happens, such as a call of a function of `node:fs`, and the how manieth time kills. */
export type Point = readonly [what: string, count: number];

export interface Deathtrap {
  /** Tells that something is about to happen. */
  readonly before: (what: string) => void;
  /** Counts from here on. */
  readonly arm: () => void;
}

/** Kills this process at a point; to be called before anything imports `node:fs` that is to be killed in the middle. */
export function deathtrap([what, count]: Point): Deathtrap {
  let calls = -Infinity;
  const before = (name: string): void => {
    if (name !== what) return;
    calls += 1;
    if (calls === count) process.kill(process.pid, 'SIGKILL');
  };
  const watch = (module: object, name: string): void => {
    const real = Reflect.get(module, name) as (...args: unknown[]) => unknown;
    Object.assign(module, { [name]: (...args: unknown[]) => (before(name), real(...args)) });
  };
  for (const name of WATCHED) watch(fs, name);
  watch(promises, 'copyFile');
  syncBuiltinESMExports();
  return { before, arm: () => (calls = 0) };
}
