import type { Pool } from '#postgres';

/** Listens on a channel of PostgreSQL until the connection is lost (it throws then) or the signal comes. */
export async function listen(pool: Pool, channel: string, onNotice: () => void, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const client = await pool.connect();
  try {
    await new Promise<void>((resolve, reject) => {
      client.on('error', reject);
      client.on('end', () => reject(new Error('PostgreSQL ended the connection that listens.')));
      client.on('notification', onNotice);
      signal.addEventListener('abort', () => resolve());
      client.query(`listen ${channel}`).then(onNotice, reject); // what was told before is news, too
    });
  } finally {
    client.release(true); // listening is a habit of the connection: nobody else should get it
  }
}
