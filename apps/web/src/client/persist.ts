import { connection, lostServer, serverIsBack } from './connection.js';
import { Unanswered } from './problem.js';

/** Between two attempts at an act that the server, though ready, does not answer. */
const BREATH_MS = 1500;

/**
 * Does an act that may be repeated (same key) until it is answered: goes on by itself when the server is back.
 *
 * @throws Problem            the answer was no
 * @throws the signal's reason the person did not want to wait
 */
export async function untilAnswered<T>(act: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await act();
    } catch (failure) {
      if (!(failure instanceof Unanswered)) throw failure;
      if (connection.get() === 'up') lostServer();
      await serverIsBack(signal);
      if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, BREATH_MS));
      signal.throwIfAborted();
    }
  }
}
