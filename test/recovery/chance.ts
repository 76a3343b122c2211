/** A source of numbers that a seed decides: what it made happen can be made to happen again. */
export interface Chance {
  /** @returns a whole number, the ends included */
  between(low: number, high: number): number;
  oneOf<T>(things: readonly T[]): T;
}

/** Mulberry32: 32 bits of state are plenty to choose moments and shares. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  /** @returns a fraction, 1 excluded */
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    between,
    oneOf(things) {
      const chosen = things[between(0, things.length - 1)];
      if (chosen === undefined) throw new RangeError('Nothing to choose from.');
      return chosen;
    },
  };
}

/** The same in each `npm test`, another in each soak; `SEED` makes happen again what one printed. */
export function seedOfRun(): number {
  return Number(process.env['SEED'] ?? (process.env['SOAK'] === '1' ? Date.now() % 2 ** 31 : 2022));
}
