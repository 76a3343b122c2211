/** Lets work through while open; closing waits for the work inside to leave. */
export interface Gate {
  enter(): Promise<void>;
  leave(): void;
  close(): Promise<void>;
  open(): void;
  closed(): boolean;
}

export function gate(): Gate {
  let closed = false;
  let inside = false;
  let waiting: (() => void)[] = [];

  const wake = (): void => {
    const woken = waiting;
    waiting = [];
    for (const resume of woken) resume();
  };
  const change = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));

  return {
    async enter() {
      while (closed) await change();
      inside = true;
    },
    leave() {
      inside = false;
      wake();
    },
    async close() {
      closed = true;
      while (inside && closed) await change();
    },
    open() {
      closed = false;
      wake();
    },
    closed: () => closed,
  };
}

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 10_000;

/** Pauses that double from 50 ms to 10 s, and begin again after a success. */
export function backOff(signal: AbortSignal): { wait(): Promise<void>; reset(): void } {
  let pauseMs = FIRST_PAUSE_MS;
  return {
    async wait() {
      await delay(pauseMs, signal);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    },
    reset() {
      pauseMs = FIRST_PAUSE_MS;
    },
  };
}

/** Resolves after the time, or at once when aborted. */
export function delay(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
