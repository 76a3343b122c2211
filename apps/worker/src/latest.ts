export interface Latest<Value> {
  readonly put: (value: Value) => void;
  /** Settles when nothing is left to write. */
  written(): Promise<void>;
}

/** Writes the newest of many values: one at a time, leaving out those that a newer one has overtaken. */
export function latest<Value>(
  write: (value: Value) => Promise<void>,
  onFailure: (error: unknown) => void,
): Latest<Value> {
  let waiting: { readonly value: Value } | null = null;
  let writing: Promise<void> | null = null;

  async function run(): Promise<void> {
    try {
      while (waiting !== null) {
        const { value } = waiting;
        waiting = null;
        await write(value);
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
      writing ??= run();
    },
    written: async () => {
      await writing;
    },
  };
}
