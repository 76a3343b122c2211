import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Auth, SignedIn } from '#auth';
import { changesAfter, waitForPosition } from '#read-model';
import { Refusal } from '../http/refusal.js';
import { AUTH, READING, type Reading } from '../parts.js';
import { Listener } from './listener.js';

const BEAT_MS = 20_000;
/** Under load one message tells many commits. */
const GATHER_MS = 100;
const RECONNECT_MS = 3000;
const AWAY_MS = 1000;

const MOST_LISTENERS = 1000;
const MOST_OF_AN_ACCOUNT = 20;

/** Tells every page that listens what has become visible in the tables; asks the database once for all of them. */
@Injectable()
export class Broadcast implements OnModuleDestroy {
  private readonly listeners = new Set<Listener>();
  private readonly over = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    @Inject(READING) private readonly reading: Reading,
    @Inject(AUTH) private readonly auth: Auth,
  ) {}

  /** Pages are let go, so that the server can end. */
  async onModuleDestroy(): Promise<void> {
    this.over.abort();
    for (const listener of this.listeners) listener.end();
    await this.running;
  }

  /**
   * @param after  the last position that the page was told; undefined: it begins now
   * @throws Refusal `changes/too-many-listeners`
   */
  async listen({ id, sessionId }: SignedIn, after: bigint | undefined): Promise<Listener> {
    const own = [...this.listeners].filter(({ accountId }) => accountId === id).length;
    if (this.over.signal.aborted || this.listeners.size >= MOST_LISTENERS || own >= MOST_OF_AN_ACCOUNT)
      throw new Refusal('changes/too-many-listeners', {}, {}, { 'Retry-After': '30' });
    const listener = new Listener(id, sessionId);
    this.listeners.add(listener);
    listener.once('close', () => this.listeners.delete(listener));
    try {
      // it is among the listeners already: what comes meanwhile is told twice rather than never
      const changes = await changesAfter(this.reading.db, after ?? null);
      listener.begin(changes, RECONNECT_MS);
      this.running ??= this.run(changes.position).finally(() => (this.running = undefined));
      return listener;
    } catch (error) {
      listener.destroy();
      throw error;
    }
  }

  /** As long as anybody listens. */
  private async run(from: bigint): Promise<void> {
    const { signal } = this.over;
    const beats = setInterval(() => void this.beat(), BEAT_MS);
    let told = from;
    try {
      while (this.listeners.size > 0 && !signal.aborted) {
        try {
          told = await this.next(told);
        } catch {
          await pause(AWAY_MS, undefined, { signal }).catch(() => undefined); // the database is away: pages keep waiting
        }
      }
    } finally {
      clearInterval(beats);
    }
  }

  private async next(told: bigint): Promise<bigint> {
    if (!(await waitForPosition(this.reading.pool, told + 1n, GATHER_MS * 10))) return told;
    const { position, topics } = await changesAfter(this.reading.db, told);
    if (topics.length > 0) {
      for (const listener of await this.dismissEnded()) listener.tell({ position, topics });
    }
    await pause(GATHER_MS, undefined, { signal: this.over.signal }).catch(() => undefined); // stopping: the loop ends
    return position;
  }

  private async beat(): Promise<void> {
    await this.dismissEnded().catch(() => undefined); // the database is away: asked again at the next beat
    for (const listener of this.listeners) listener.beat();
  }

  /**
   * Whose session has ended, or was ended, hears nothing more.
   *
   * @returns the others; who begins to listen meanwhile is not among them, and begins after what is told now
   */
  private async dismissEnded(): Promise<readonly Listener[]> {
    const asked = [...this.listeners];
    const open = await this.auth.openSessions([...new Set(asked.map(({ sessionId }) => sessionId))]);
    for (const listener of asked) if (!open.has(listener.sessionId)) listener.end();
    return asked.filter(({ sessionId }) => open.has(sessionId));
  }
}
