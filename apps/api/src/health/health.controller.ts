import { Controller, Inject, Res } from '@nestjs/common';
import type { EventStore } from '#event-store';
import { waitForPosition } from '#read-model';
import type { HttpReply } from '../http/exchange.js';
import { Answers } from '../http/route.js';
import { READING, STORE, type Reading } from '../parts.js';

/** How long a part may take to show that it is there. */
const PATIENCE_MS = 2000;

@Controller()
export class HealthController {
  constructor(
    @Inject(STORE) private readonly store: EventStore,
    @Inject(READING) private readonly reading: Reading,
  ) {}

  @Answers('live')
  live() {
    return { status: 'alive' };
  }

  @Answers('ready')
  async ready(@Res({ passthrough: true }) reply: HttpReply) {
    const [log, database, readModel] = await Promise.all([
      health(lastEvent(this.store)),
      health(this.reading.pool.query('select 1')),
      health(waitForPosition(this.reading.pool, -1n, 0)),
    ]);
    const ready = log === 'up' && database === 'up' && readModel === 'up';
    if (!ready) reply.status(503);
    return { status: ready ? 'ready' : 'not-ready', parts: { log, database, readModel } };
  }
}

async function health(reached: Promise<unknown>): Promise<'up' | 'down'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'down'>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, 'down');
  });
  const up = reached.then(
    () => 'up' as const,
    () => 'down' as const,
  );
  return Promise.race([up, late]).finally(() => clearTimeout(timer));
}

/** The last event of the log, if it has any. */
async function lastEvent(store: EventStore): Promise<unknown> {
  for await (const event of store.readAll({ direction: 'backwards', limit: 1 })) return event;
  return null;
}
