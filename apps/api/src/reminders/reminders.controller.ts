import { join } from 'node:path';
import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { romeDayOf } from '#domain';
import { ENGINE, type Clock, type Engine } from '#engine';
import type { EventStore } from '#event-store';
import type { ApiConfig } from '../config.js';
import { answered } from '../http/answered.js';
import { Called, type Call } from '../http/call.js';
import { Answers } from '../http/route.js';
import { CLOCK, CONFIG, READING, STORE, type Reading } from '../parts.js';
import { Ask } from '../queries/ask.handler.js';

/** Reminders that a person sends, beside those that the ladder does. */
@Controller()
export class RemindersController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(STORE) private readonly store: EventStore,
    @Inject(READING) private readonly reading: Reading,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  @Answers('sendReminder')
  async send(@Called() { body: { office, shares }, by, context }: Call<'sendReminder'>) {
    const at = this.clock.now();
    const day = romeDayOf(at);
    const items = await this.queries.execute(new Ask('pendingOf', office, shares));
    const id = `${office}_${day}`;
    const send = () =>
      this.engine.execute('reminder', id, { type: 'reminder.send', office, day, items, by, at }, context);
    if (context.dryRun === true || items.length === 0) return answered(await send());
    const { data, body, mailDomain = `${body}.invalid`, tls, port } = this.config;
    const { url = `${tls ? 'https' : 'http'}://localhost:${port}` } = this.config;
    // no other request needs it: the queue behind this door would cost every API its memory
    const { deliver } = await import('#notifications');
    const letters = { db: this.reading.db, store: this.store, body, mail: join(data, 'mail'), mailDomain, url };
    return answered(await deliver({ id, office, day, items }, at, letters, send));
  }
}
