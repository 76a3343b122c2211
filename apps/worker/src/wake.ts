/** A bell that a loop sleeps beside. Rings while it is awake make it look once more, however many they were. */
export interface Wake {
  readonly ring: () => void;
  /** Settles at the next ring, at once if it rang since the last time, or when the time or the signal is over. */
  rung(withinMs: number, signal: AbortSignal): Promise<void>;
}

export function createWake(): Wake {
  let pending = false;
  let wakeUp: (() => void) | undefined;
  return {
    ring: () => {
      pending = true;
      wakeUp?.();
    },
    rung: (withinMs, signal) =>
      new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          wakeUp = undefined;
          pending = false;
          resolve();
        };
        const timer = setTimeout(done, withinMs);
        signal.addEventListener('abort', done);
        wakeUp = done;
        if (pending || signal.aborted) done();
      }),
  };
}
