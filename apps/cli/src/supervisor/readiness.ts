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
  return (child) => said(child, 'ready');
}

/** Ready when it has sent `{ listening: true }` and answers a GET with success: before, whoever answers there is another. */
export function answering(url: string): Readiness {
  return async (child, abort) => {
    await said(child, 'listening');
    while (!abort.aborted) {
      if (await answers(url, abort)) return;
      await pause(POLL_MS);
    }
  };
}

function said(child: ChildProcess, what: 'ready' | 'listening'): Promise<void> {
  return new Promise((resolve) => {
    const look = (message: unknown) => {
      if (typeof message !== 'object' || message === null || !(what in message)) return;
      child.off('message', look);
      resolve();
    };
    child.on('message', look);
  });
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
