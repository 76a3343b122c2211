import { createStore } from './store.js';

/** True while requests wait for somebody to sign in again over the page. */
export const sessionLost = createStore(false);

/** Waits until the same person has signed in again. @throws the signal's reason */
export function sessionIsBack(signal?: AbortSignal): Promise<void> {
  sessionLost.set(true);
  return new Promise((resolve, reject) => {
    const leave = sessionLost.subscribe(() => {
      leave();
      resolve();
    });
    signal?.addEventListener('abort', () => {
      leave();
      reject(signal.reason as Error);
    });
  });
}
