import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

type Readiness = (child: ChildProcess, abort: AbortSignal) => Promise<void>;

const POLL_MS = 50;

/** Ready when it prints a line that matches. */
export function printed(line: RegExp): Readiness {
  return (child) =>
    new Promise((resolve) => {
      let text = '';
      const look = (chunk: Buffer) => {
        text += chunk.toString();
        if (!line.test(text)) return;
        child.stdout?.off('data', look);
        resolve();
      };
      child.stdout?.on('data', look);
    });
}

/** Ready when it sends `{ ready: true }` over its channel. */
export function reported(): Readiness {
  return (child) =>
    new Promise((resolve) => {
      child.on('message', (message: unknown) => {
        if (typeof message === 'object' && message !== null && 'ready' in message && message.ready === true) resolve();
      });
    });
}

/** Ready when it answers a GET with success. */
export function answering(url: string): Readiness {
  return async (_child, abort) => {
    while (!abort.aborted) {
      if (await answers(url, abort)) return;
      await pause(POLL_MS);
    }
  };
}

async function answers(url: string, abort: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: abort, headers: { connection: 'close' } });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false; // not listening yet
  }
}
