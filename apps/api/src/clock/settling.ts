import { Inject, Injectable } from '@nestjs/common';
import type { Auth } from '#auth';
import type { Instant } from '#domain';
import type { EventStore } from '#event-store';
import { settlement } from '#read-model';
import { AUTH, CLOCK, CONFIG, READING, STORE, type ApiClock, type Reading } from '../parts.js';
import type { ApiConfig } from '../config.js';

/** Whether everything that follows from the log has been done, and when something will happen by itself. */
@Injectable()
export class Settling {
  constructor(
    @Inject(STORE) private readonly store: EventStore,
    @Inject(READING) private readonly reading: Reading,
    @Inject(CLOCK) private readonly clock: ApiClock,
    @Inject(AUTH) private readonly auth: Pick<Auth, 'notes'>,
    @Inject(CONFIG) private readonly config: Pick<ApiConfig, 'body'>,
  ) {}

  async isSettled(): Promise<boolean> {
    if ((await this.auth.notes.pending(1)).length > 0) return false;
    const standing = await settlement(this.reading.db, this.store, this.config.body, this.clock.now());
    if (this.clock.mode === 'simulated') return standing.settled;
    // a clock that runs is never caught up with: the positions alone decide
    const { lastPosition, readPosition, reactedPosition, plannedPosition } = standing;
    return [readPosition, reactedPosition, plannedPosition].every((position) => position >= lastPosition);
  }

  async nextAlarmAt(now: Instant): Promise<Instant | null> {
    // only asked of a clock: the queue behind this door would cost every API its memory
    const { nextAlarmAt } = await import('#notifications');
    return nextAlarmAt(this.reading.db, this.config.body, now);
  }
}
