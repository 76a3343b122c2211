import { setTimeout as pause } from 'node:timers/promises';

export interface Latest<Value> {
  readonly put: (value: Value) => void;
  /** Settles when nothing is left to write. */
  written(): Promise<void>;
}

/** When as many have come while one was written, the next write waits for more: a lone value is never kept waiting. */
const CROWD = 4;
const GATHERING_MS = 100;

/** Writes the newest of many values: one at a time, leaving out those that a newer one has overtaken. */
export function latest<Value>(
  write: (value: Value) => Promise<void>,
  onFailure: (error: unknown) => void,
): Latest<Value> {
  let waiting: { readonly value: Value } | null = null;
  let writing: Promise<void> | null = null;
  let come = 0;

  async function run(): Promise<void> {
    try {
      while (waiting !== null) {
        const { value } = waiting;
        waiting = null;
        come = 0;
        await write(value);
        if (come > CROWD) await pause(GATHERING_MS);
      }
    } catch (error) {
      onFailure(error);
    } finally {
      writing = null; // in the same breath as the last look at `waiting`
    }
  }

  return {
    put: (value) => {
      waiting = { value };
      come += 1;
      writing ??= run();
    },
    written: async () => {
      await writing;
    },
  };
}
