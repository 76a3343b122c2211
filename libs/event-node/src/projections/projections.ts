import { randomUUID } from 'node:crypto';
import type { Log } from '../log/log.js';
import { contentOf } from '../log/record.js';
import type { Progress } from './projection.js';
import { Projection } from './projection.js';
import { STANDARD } from './standard.js';

export interface Statistics extends Omit<Progress, 'state'> {
  readonly name: string;
  readonly state: Progress['state'] | 'stopped' | 'aborted';
}

/** No projection has this name. */
export class ProjectionNotFound extends Error {
  override readonly name = 'ProjectionNotFound';
}

type Stopped = 'stopped' | 'aborted';

/** The standard projections of a node: which of them run is kept in the log, in `$projections-<name>`. */
export class Projections {
  private readonly running = new Map<string, Projection>();
  private readonly stopped = new Map<string, Stopped>();
  /** Changes are made one after the other. */
  private changing: Promise<unknown> = Promise.resolve();

  constructor(private readonly log: Log) {}

  /** @param all  starts every one, whether it ran before or not */
  start(all: boolean): Promise<void> {
    return this.inTurn(async () => {
      for (const name of Object.keys(STANDARD)) {
        const enabled = this.isEnabled(name);
        if (all && !enabled) await this.keep(name, true);
        if (all || enabled) this.run(name);
      }
    });
  }

  enable(name: string): Promise<void> {
    return this.inTurn(async () => {
      this.require(name);
      if (this.running.has(name)) return;
      await this.keep(name, true);
      this.run(name);
    });
  }

  /** @param withCheckpoint  remembers how far it has come; without, it goes on from the checkpoint before */
  disable(name: string, withCheckpoint: boolean): Promise<void> {
    return this.inTurn(async () => {
      this.require(name);
      await this.end(name, withCheckpoint);
      if (this.isEnabled(name)) await this.keep(name, false);
    });
  }

  /** Looks at the whole log again, and adds to each stream what is missing at its end. */
  reset(name: string): Promise<void> {
    return this.inTurn(async () => {
      this.require(name);
      if (!this.running.has(name)) return;
      await this.end(name, false);
      this.run(name, true);
    });
  }

  restart(): Promise<void> {
    return this.inTurn(async () => {
      const names = [...this.running.keys()];
      for (const name of names) {
        await this.end(name, true);
        this.run(name);
      }
    });
  }

  /** Before the log stops, so that where they are can be kept. */
  stop(): Promise<void> {
    return this.inTurn(async () => {
      await Promise.all([...this.running.keys()].map((name) => this.end(name, true)));
    });
  }

  statistics(): readonly Statistics[] {
    return Object.keys(STANDARD).map((name) => this.statisticsOf(name));
  }

  /** @throws ProjectionNotFound */
  statisticsOf(name: string): Statistics {
    this.require(name);
    const progress = this.running.get(name)?.progress();
    if (progress) return { name, ...progress };
    const state = this.stopped.get(name) ?? 'stopped';
    return { name, state, reason: '', position: 0, checkpoint: 0, processed: 0 };
  }

  require(name: string): void {
    if (!Object.hasOwn(STANDARD, name)) throw new ProjectionNotFound();
  }

  private run(name: string, afresh = false): void {
    const index = STANDARD[name];
    if (!index || this.running.has(name)) return;
    this.running.set(name, new Projection(name, index, this.log, { afresh }));
  }

  private async end(name: string, withCheckpoint: boolean): Promise<void> {
    const projection = this.running.get(name);
    if (!projection) return;
    await projection.stop({ withCheckpoint });
    this.running.delete(name);
    this.stopped.set(name, withCheckpoint ? 'stopped' : 'aborted');
  }

  private isEnabled(name: string): boolean {
    const { storage } = this.log;
    const newest = storage.eventAt(definitionStream(name), storage.lastRevision(definitionStream(name)));
    if (!newest) return false;
    try {
      const said = JSON.parse(contentOf(newest.bytes).data.toString()) as { enabled?: unknown } | null;
      return said?.enabled === true;
    } catch {
      return false; // somebody else wrote it
    }
  }

  private async keep(name: string, enabled: boolean): Promise<void> {
    const data = Buffer.from(JSON.stringify({ name, mode: 'Continuous', enabled }));
    const event = { id: randomUUID(), type: '$ProjectionUpdated', json: true, data, metadata: Buffer.of() };
    await this.log.append({ stream: definitionStream(name), expected: 'any', events: [event], deadlineMs: Infinity });
  }

  private inTurn(change: () => Promise<void>): Promise<void> {
    const changed = this.changing.then(change);
    this.changing = changed.catch(() => undefined);
    return changed;
  }
}

function definitionStream(name: string): string {
  return `$projections-${name}`;
}
