import { Controller, Inject } from '@nestjs/common';
import type { EventStore } from '#event-store';
import type { ApiConfig } from '../config.js';
import { Exchanged, type Exchange } from '../http/call.js';
import { Answers } from '../http/route.js';
import { CONFIG, READING, STORE, type Reading } from '../parts.js';
import { probe } from './probe.js';

@Controller()
export class HealthController {
  constructor(
    @Inject(STORE) private readonly store: EventStore,
    @Inject(READING) private readonly reading: Reading,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  @Answers('live')
  live() {
    return { status: 'alive' };
  }

  @Answers('ready')
  async ready(@Exchanged() { reply }: Exchange) {
    const { parts } = await probe(this.store, this.reading, this.config.body);
    const ready = Object.values(parts).every((part) => part === 'up');
    if (!ready) reply.status(503);
    return { status: ready ? 'ready' : 'not-ready', parts };
  }
}
