import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { v5 as uuidv5 } from 'uuid';
import type { Deadline, Instant, PlannedObjective, Staff, TimeoutAction } from '#domain';
import { openAuth } from '#auth';
import { createEngine, SYSTEM, type CommandOf, type Engine } from '#engine';
import { startEventNode, type EventNode } from '#event-node';
import { eventStoreDb, type EventStore, type RecordedEvent } from '#event-store';
import { openDatabase, type AuthTables, type ReadTables } from '#postgres';
import { testDatabase, type TestDatabase } from '#postgres/testing';
import type { Kysely } from 'kysely';
import { readConfig } from '../../apps/worker/src/config.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';

export const BODY = 'demo';
const NEW_YEAR = '2022-01-01T08:00:00.000Z';
const NAMESPACE = '6f1c1c50-5c1e-5c39-8d3c-3b7a1f0f4f11';

interface Worker {
  stop(): Promise<void>;
}

export interface Stack {
  readonly database: TestDatabase;
  readonly db: Kysely<ReadTables>;
  readonly node: Pick<EventNode, 'port' | 'url' | 'stop'>;
  readonly store: EventStore;
  readonly engine: Engine;
  readonly mail: string;
  /** A worker of its own in this process, with everything real but the wall. */
  startWorker(clock?: 'system' | 'simulated'): Promise<Worker>;
  /** Lets an objective exist with one share for each office and these deadlines; nobody has them yet. */
  draft(id: string, offices: readonly string[], deadlines: readonly DeadlineOf[]): Promise<void>;
  /** Drafts an objective and assigns each share to its office, which takes note of it. */
  define(id: string, offices: readonly string[], deadlines: readonly DeadlineOf[]): Promise<void>;
  command(id: string, command: CommandOf<'objective'>): Promise<void>;
  /** Lets persons hold offices, each called `u-<office>`. */
  hold(offices: readonly string[]): Promise<void>;
  /** Hands in the report on a share, to be approved by the Segretario within three working days; the ladder follows. */
  report(id: string, office: string, ladder: readonly TimeoutAction[], at: Instant): Promise<void>;
  /** What the body says of itself. */
  body(command: CommandOf<'body'>): Promise<void>;
  /** Moves the simulated clock, and waits until the worker has done all that was to be done by then. */
  moveTo(now: Instant): Promise<void>;
  /** Moves the simulated clock and does not wait. */
  advance(now: Instant): Promise<void>;
  settled(now: Instant): Promise<void>;
  /** All events of a kind, oldest first. */
  events(type: string): Promise<RecordedEvent[]>;
  letters(): Promise<Letter[]>;
  close(): Promise<void>;
}

interface Letter {
  readonly name: string;
  readonly text: string;
  readonly mtimeMs: number;
}

/** Deadlines as tests write them: all shares of the objective answer for each. */
type DeadlineOf = Deadline extends infer One ? (One extends Deadline ? Omit<One, 'shareIds' | 'text'> : never) : never;

/** A database and a log of its own; workers come and go on them. */
export async function openStack(own: Partial<Pick<Stack, 'database' | 'node'>> = {}): Promise<Stack> {
  const database = own.database ?? (await testDatabase());
  const node = own.node ?? (await startEventNode({ inMemory: true, port: 0 }));
  const store = eventStoreDb(node.url);
  const db = openDatabase<ReadTables>(database.url, { max: 4 });
  const engine = createEngine({ store, body: BODY });
  const data = await mkdtemp(join(tmpdir(), 'traguardo-worker-'));
  const mail = join(data, 'mail');
  const workers = new Set<Worker>();
  let commands = 0;
  let end = -1n;

  const context = () => {
    commands += 1;
    const commandId = uuidv5(`command ${commands}`, NAMESPACE);
    return { commandId, correlationId: commandId, causationId: commandId };
  };

  async function startWorker(clock: 'system' | 'simulated' = 'simulated'): Promise<Worker> {
    const config = readConfig({
      TRAGUARDO_BODY: BODY,
      TRAGUARDO_DATA: data,
      EVENTSTORE_URL: node.url,
      DATABASE_URL: database.url,
      TRAGUARDO_CLOCK: clock,
    });
    const log = pino({ level: process.env['LOG_LEVEL'] ?? 'silent' });
    const app = await NestFactory.createApplicationContext(WorkerModule.over(config, log), { logger: false });
    const worker = {
      stop: async () => {
        if (workers.delete(worker)) await app.close();
      },
    };
    workers.add(worker);
    return worker;
  }

  async function settled(now: Instant): Promise<void> {
    for (;;) {
      for await (const event of store.readAll(end < 0n ? {} : { from: end })) end = event.position;
      const { position } = await db
        .selectFrom('read.checkpoint')
        .select(({ fn }) => fn.min('position').as('position'))
        .executeTakeFirstOrThrow();
      const worker = await db.selectFrom('read.progress').selectAll().where('body', '=', BODY).executeTakeFirst();
      const positions = [position, worker?.reacted_position, worker?.planned_position];
      if (worker?.planned_now === now && positions.every((reached) => BigInt(reached ?? -1) >= end)) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async function advance(now: Instant): Promise<void> {
    await engine.execute('clock', 'simulated', { type: 'clock.advance', to: now, by: SYSTEM, at: now }, context());
  }

  async function draft(id: string, offices: readonly string[], deadlines: readonly DeadlineOf[]): Promise<void> {
    const command = {
      type: 'objective.define',
      planId: '2022',
      objective: objectiveOf(id, offices, deadlines),
      horizon: '2022-12-31',
      by: SYSTEM,
      at: NEW_YEAR,
    } as const;
    await engine.execute('objective', `2022-${id}`, command, context());
  }

  return {
    database,
    db,
    node,
    store,
    engine,
    mail,
    startWorker,
    settled,
    draft,
    async define(id, offices, deadlines) {
      await draft(id, offices, deadlines);
      for (const office of offices) {
        const assigned = {
          type: 'objective.assign',
          shareId: `${id}-${office}`,
          office,
          by: SYSTEM,
          at: NEW_YEAR,
        } as const;
        await engine.execute('objective', `2022-${id}`, assigned, context());
        // from then on it is reminded
        const noted = { type: 'objective.acknowledge', shareId: `${id}-${office}`, at: NEW_YEAR } as const;
        const by = { id: `u-${office}`, office };
        await engine.execute('objective', `2022-${id}`, { ...noted, by }, context());
      }
    },
    async command(id, command) {
      await engine.execute('objective', `2022-${id}`, command, context());
    },
    async hold(offices) {
      const auth = openDatabase<AuthTables>(database.url, { max: 1 });
      await openAuth({ db: auth, now: () => 0, at: () => NEW_YEAR, newId: () => uuidv5('nobody', NAMESPACE) });
      await auth.destroy();
      for (const office of offices) {
        const tenure = { tenureId: office, person: `u-${office}`, office, roles: [], from: '2022-01-01', to: null };
        const command = { type: 'organisation.take-office', ...tenure, act: null, by: SYSTEM, at: NEW_YEAR } as const;
        await engine.execute('organisation', 'offices', command, context());
      }
    },
    async report(id, office, ladder, at) {
      const tenure = { roles: [], from: '2022-01-01', to: null, act: null };
      const staff: Staff = {
        day: at.slice(0, 10),
        offices: [],
        tenures: [office, 'segretario', 'giunta'].map((one) => ({ ...tenure, person: `u-${one}`, office: one })),
        delegations: [],
        beneficiaries: [],
      };
      const command = {
        type: 'objective.submit-rendicontazione',
        shareId: `${id}-${office}`,
        measurements: [],
        selfDegree: '100',
        note: 'Fatto.',
        evidence: [],
        chain: { id: 'rendicontazione', version: 1, steps: [{ ...VERIFICATION, onTimeout: ladder }] },
        workflow: null,
        staff,
        by: { id: `u-${office}`, office },
        at,
      } as const;
      await engine.execute('objective', `2022-${id}`, command, context());
    },
    async body(command) {
      await engine.execute('body', 'registry', command, context());
    },
    advance,
    async moveTo(now) {
      await advance(now);
      await settled(now);
    },
    async events(type) {
      const found: RecordedEvent[] = [];
      for await (const event of store.readAll()) if (event.type === type) found.push(event);
      return found;
    },
    async letters() {
      const names = await readdir(mail).catch(() => []);
      return Promise.all(
        names
          .filter((name) => name.endsWith('.eml'))
          .toSorted((a, b) => (a < b ? -1 : 1))
          .map(async (name) => ({
            name,
            text: await readFile(join(mail, name), 'utf8'),
            mtimeMs: (await stat(join(mail, name))).mtimeMs,
          })),
      );
    },
    async close() {
      await Promise.all([...workers].map((worker) => worker.stop()));
      await db.destroy();
      await node.stop(); // before the client, which waits for what the node still sends
      await store.close();
      await database.drop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

const VERIFICATION = {
  id: 'verifica',
  name: { it: 'Verifica', en: 'Verification' },
  who: [{ office: 'segretario' }],
  agreement: { kind: 'one' },
  order: 'parallel',
  substitute: null,
  term: { workingDays: 3 },
  outcomes: ['approve', 'return'],
  act: null,
} as const;

function objectiveOf(id: string, offices: readonly string[], deadlines: readonly DeadlineOf[]): PlannedObjective {
  const shareIds = offices.map((office) => `${id}-${office}`);
  const source = { line: 1 };
  return {
    id,
    mission: 1,
    strategicObjective: 1,
    number: '1',
    title: `Obiettivo ${id}`,
    shares: offices.map((areaId, index) => ({
      id: shareIds[index] ?? '',
      areaId,
      unit: null,
      weight: '10',
      funding: null,
      source,
    })),
    indicators: [],
    deadlines: deadlines.map((deadline) => ({ ...deadline, shareIds, text: `entro il termine ${deadline.id}` })),
    participants: [],
    acts: [],
    source,
  };
}
