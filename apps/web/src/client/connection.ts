import { createStore } from './store.js';

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 15_000;
const PROBE_LASTS_MS = 5000;

/** Whether the server answers; everything that waits for it goes on when it does again. */
export const connection = createStore<'up' | 'down'>('up');

let probing = false;
let hurry: () => void = () => undefined;

/** Told by a request that nobody answered: from now on the server is asked whether it is ready, ever less often. */
export function lostServer(): void {
  connection.set('down');
  if (!probing) void probe();
}

/** Told by a request that was answered. */
export function foundServer(): void {
  connection.set('up');
}

/** Asks at once instead of waiting for the next time. */
export function lookForServer(): void {
  hurry();
}

/** Resolves when the server answers again. @throws the signal's reason */
export function serverIsBack(signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    if (connection.get() === 'up') return resolve();
    const leave = connection.subscribe(() => {
      if (connection.get() !== 'up') return;
      leave();
      resolve();
    });
    signal?.addEventListener('abort', () => {
      leave();
      reject(signal.reason as Error);
    });
  });
}

async function probe(): Promise<void> {
  probing = true;
  for (let wait = FIRST_WAIT_MS; connection.get() === 'down'; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    await pause(wait);
    if (await isReady()) foundServer();
  }
  probing = false;
}

/** Until the time is over, somebody is in a hurry, or the network is back. */
function pause(wait: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      resolve();
    };
    const timer = setTimeout(end, wait);
    addEventListener('online', end);
    hurry = end;
  });
}

async function isReady(): Promise<boolean> {
  try {
    const { ok } = await fetch('/health/ready', { cache: 'no-store', signal: AbortSignal.timeout(PROBE_LASTS_MS) });
    return ok;
  } catch {
    return false;
  }
}
