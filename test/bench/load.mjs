// Closed-loop load: `inFlight` callers, each sends its next request when the last one is answered.

/**
 * @param {{ inFlight: number, seconds: number, warmUpSeconds?: number, send: (n: number) => Promise<void> }} load
 * @returns {Promise<{ perSecond: number, p50: number, p99: number, count: number }>} latencies in ms
 */
export async function closedLoop({ inFlight, seconds, warmUpSeconds = 2, send }) {
  let next = 0;
  const latencies = [];
  let from = performance.now() + warmUpSeconds * 1000;
  const until = from + seconds * 1000;
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      for (;;) {
        const began = performance.now();
        if (began >= until) return;
        await send(next++);
        const ended = performance.now();
        if (began >= from && ended <= until) latencies.push(ended - began);
      }
    }),
  );
  latencies.sort((a, b) => a - b);
  const at = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? NaN;
  return { perSecond: latencies.length / seconds, p50: at(0.5), p99: at(0.99), count: latencies.length };
}
