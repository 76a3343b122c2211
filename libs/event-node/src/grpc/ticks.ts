/** The unit of .NET's times, hundreds of nanoseconds. */
export const TICKS_PER_MS = 10_000;
