// Closed-loop load: `inFlight` callers, each sends its next request when the last one is answered.
import { Agent, request } from 'node:http';

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

/** A client that keeps its connections; answers `{ status, body }`, throws on anything but 2xx. */
export function httpClient(baseUrl, connections) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const send = (method, path, { token, body, headers = {} } = {}) =>
    new Promise((resolve, reject) => {
      const payload = body === undefined ? undefined : JSON.stringify(body);
      const outgoing = request(
        new URL(path, baseUrl),
        {
          agent,
          method,
          headers: {
            ...(payload !== undefined && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(payload),
            }),
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
            ...headers,
          },
        },
        (incoming) => {
          const chunks = [];
          incoming.on('data', (chunk) => chunks.push(chunk));
          incoming.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            if (incoming.statusCode >= 300) reject(new Error(`${method} ${path}: ${incoming.statusCode} ${text}`));
            else resolve({ status: incoming.statusCode, body: text === '' ? null : JSON.parse(text) });
          });
          incoming.on('error', reject);
        },
      );
      outgoing.on('error', reject);
      outgoing.end(payload);
    });
  return { send, close: () => agent.destroy() };
}
