/** Where time comes from; tests have one that they move by hand. */
export interface Clock {
  readonly nowMs: () => number;
  /** Runs something again and again. @returns what ends that */
  readonly every: (periodMs: number, run: () => void) => () => void;
}

export const systemClock: Clock = {
  nowMs: Date.now,
  every: (periodMs, run) => {
    const timer = setInterval(run, periodMs);
    return () => clearInterval(timer);
  },
};
