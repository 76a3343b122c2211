import type { Position } from '#event-store';
import type { Pool } from '#postgres';

/** NOTIFY channel; the payload is the position that every projection has reached. */
export const PROJECTED_CHANNEL = 'traguardo_projected';

interface Waiter {
  readonly position: Position;
  settle(reached: boolean): void;
  fail(error: unknown): void;
}

/** All who wait on one pool share one of its connections; it is given back when nobody waits. */
interface Listener {
  readonly waiters: Set<Waiter>;
  running: boolean;
  /** Someone came or went. */
  changed(): void;
}

const listeners = new WeakMap<Pool, Listener>();

/**
 * Waits until every projection has reached a position of the log.
 *
 * @returns false when the time was over first
 */
export async function waitForPosition(pool: Pool, position: Position, timeoutMs: number): Promise<boolean> {
  if ((await lowestPosition(pool)) >= position) return true;
  if (timeoutMs <= 0) return false;
  const listener = listeners.get(pool) ?? { waiters: new Set<Waiter>(), running: false, changed: () => undefined };
  listeners.set(pool, listener);
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      clearTimeout(timer);
      listener.waiters.delete(waiter);
      listener.changed();
    };
    const waiter: Waiter = {
      position,
      settle(reached) {
        leave();
        resolve(reached);
      },
      fail(error) {
        leave();
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    };
    const timer = setTimeout(() => waiter.settle(false), timeoutMs);
    listener.waiters.add(waiter);
    listener.changed();
    if (!listener.running) void run(pool, listener);
  });
}

async function run(pool: Pool, listener: Listener): Promise<void> {
  listener.running = true;
  try {
    while (listener.waiters.size > 0) await listen(pool, listener);
  } catch (error) {
    for (const waiter of listener.waiters) waiter.fail(error);
  } finally {
    listener.running = false;
  }
}

/** Listens until nobody waits. */
async function listen(pool: Pool, listener: Listener): Promise<void> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const settle = (reached: Position): void => {
    for (const waiter of listener.waiters) if (waiter.position <= reached) waiter.settle(true);
  };
  const onError = (error: Error): void => {
    broken = error;
    listener.changed();
  };
  const onNotification = ({ payload }: { readonly payload?: string | undefined }): void =>
    settle(BigInt(payload ?? -1));
  client.on('error', onError);
  client.on('notification', onNotification);
  try {
    await client.query(`listen ${PROJECTED_CHANNEL}`);
    while (listener.waiters.size > 0) {
      const change = new Promise<void>((resolve) => {
        listener.changed = resolve;
      });
      // whoever has come since may have missed the message that mattered
      settle(await lowestPosition(client));
      if (broken === undefined && listener.waiters.size > 0) await change;
      if (broken !== undefined) throw broken;
    }
    await client.query(`unlisten ${PROJECTED_CHANNEL}`);
  } finally {
    listener.changed = () => undefined;
    client.off('notification', onNotification);
    client.off('error', onError);
    client.release(broken);
  }
}

/** Only the part of a pool or connection that is used here. */
interface Queries {
  query(text: string): Promise<{ readonly rows: { readonly [column: string]: unknown }[] }>;
}

/** The position that every projection has reached; -1n before the first. */
async function lowestPosition(queries: Queries): Promise<Position> {
  const { rows } = await queries.query('select min(position)::text as position from read.checkpoint');
  const position = rows[0]?.['position'];
  return typeof position === 'string' ? BigInt(position) : -1n;
}
