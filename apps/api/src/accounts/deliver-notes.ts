import type { Logger } from '#logging';
import type { Auth, Note } from '#auth';
import { Refused } from '#domain';
import { KeyReused, type Engine } from '#engine';

const BATCH = 100;
const AGAIN_MS = 1000;
const TIDY_MS = 10 * 60_000;
/** A list of people leaves a thousand notes: whoever stops the API does not wait for all of them. */
const LAST_MS = 5_000;

export interface Delivery {
  /** There is something to write. */
  wake(): void;
  /** Writes what it can, then ends; the rest waits in the database. */
  stop(): Promise<void>;
}

interface Delivering {
  readonly auth: Pick<Auth, 'notes' | 'tidy'>;
  readonly engine: Engine;
  readonly logger: Logger;
  /** Whether time passes by itself: only then is anything over because of the hour. */
  readonly timePasses: boolean;
}

/**
 * Writes what befell accounts into the log, in order, soon after it happened. While the log is away notes wait in the
 * database, so that nobody is kept from signing in and nothing is forgotten (ADR 9). A note has the id of its command:
 * one that was written just before a crash is not written again.
 */
export function deliverNotes({ auth, engine, logger, timePasses }: Delivering): Delivery {
  let over = false;
  let until = Infinity;
  let wanted = true;
  let running: Promise<void> | undefined;
  let again: NodeJS.Timeout | undefined;

  const run = async () => {
    while (wanted) {
      wanted = false;
      try {
        await deliverAll(auth, engine, logger, () => Date.now() < until);
      } catch (error) {
        if (over) return;
        logger.warn({ err: error }, 'account notes wait: the log or the database is away');
        again ??= setTimeout(() => {
          again = undefined;
          wake();
        }, AGAIN_MS).unref();
      }
    }
  };
  const wake = () => {
    wanted = true;
    if (over || again !== undefined) return;
    running ??= run().finally(() => {
      running = undefined;
      // woken between the last look and the end
      if (wanted && !over && again === undefined) wake();
    });
  };
  const tidy = async () => {
    if (timePasses) await auth.notes.closeCounts();
    await auth.tidy();
  };
  const tidying = setInterval(() => void tidy().catch((err: unknown) => logger.warn({ err }, 'not tidied')), TIDY_MS);
  tidying.unref();
  wake();
  return {
    wake,
    async stop() {
      over = true;
      until = Date.now() + LAST_MS;
      clearInterval(tidying);
      clearTimeout(again);
      await running;
    },
  };
}

async function deliverAll(
  auth: Pick<Auth, 'notes'>,
  engine: Engine,
  logger: Logger,
  goesOn: () => boolean,
): Promise<void> {
  for (;;) {
    const notes = await auth.notes.pending(BATCH);
    for (const note of notes) {
      if (!goesOn()) return;
      await deliver(note, engine, logger);
      await auth.notes.done(note);
    }
    if (notes.length < BATCH) return;
  }
}

async function deliver({ id, account, event, by, at }: Note, engine: Engine, logger: Logger): Promise<void> {
  try {
    const command = { type: 'account.note', event, by, at } as const;
    await engine.execute('account', account, command, { commandId: id, correlationId: id, causationId: id });
  } catch (error) {
    if (!(error instanceof Refused) && !(error instanceof KeyReused)) throw error;
    // it would never be taken, and must not keep back what follows
    logger.error({ err: error, id, type: event.type }, 'a note about an account could not be written');
  }
}
