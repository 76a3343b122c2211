import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startEventNode } from '#event-node';
import { createEngine, react, simulatedClock, systemClock, type Engine } from '#engine';
import { eventStoreDb, type EventStore } from '#event-store';
import { openDatabase, type ReadTables } from '#postgres';
import { ensureReadSchema, startProjections } from '#read-model';
import { testDatabase } from '#postgres/testing';
import type { ApiConfig } from '../../apps/api/src/config.js';
import { runApi } from '../../apps/api/src/run-api.js';
import { clientOf, type Client } from './client.js';
import { people, PASSWORD, type Person } from './people.js';

export interface TestApi {
  readonly url: string;
  readonly store: EventStore;
  readonly engine: Engine;
  readonly databaseUrl: string;
  /** The body's folder. */
  readonly data: string;
  /** Nobody signed in. */
  readonly anyone: Client;
  readonly operator: Client;
  /** One of the people of the demonstration, signed in. */
  as(person: Person): Promise<Client>;
  /** Stops the API and starts another over the same log and database, at another address. */
  restart(changes?: Partial<ApiConfig>): Promise<void>;
  /** As if the worker's reactions were behind: from now on nobody follows the log to carry what happens to other streams. */
  leaveBehind(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The real API in this process, over a real event node in memory and a database of its own on a real PostgreSQL, with
 * the projections and reactions of a worker. With `projecting: false` there is no read model at all.
 */
export async function startTestApi(
  changes: Partial<ApiConfig> = {},
  { projecting = true }: { readonly projecting?: boolean } = {},
): Promise<TestApi> {
  const data = mkdtempSync(join(tmpdir(), 'traguardo-api-'));
  const [node, database] = await Promise.all([startEventNode({ inMemory: true, port: 0 }), testDatabase()]);
  const logger = pino({ level: process.env['TEST_LOG'] ?? 'silent' });
  const config: ApiConfig = {
    body: 'prova',
    data,
    clock: 'system',
    documentLimitBytes: 1024 * 1024,
    eventStoreUrl: node.url,
    databaseUrl: database.url,
    host: '127.0.0.1',
    port: 0,
    ...changes,
  };
  const store = eventStoreDb(node.url);
  const engine = createEngine({ store, body: config.body });
  const over = new AbortController();
  const behind = new AbortController();
  const simulated = config.clock === 'simulated' ? await simulatedClock(store, config.body) : null;
  const clock = simulated ?? systemClock;
  const reacting = react({ store, engine, body: config.body, clock, signal: behind.signal });
  const db = openDatabase<ReadTables>(database.url);
  if (projecting) await ensureReadSchema(db);
  const projections = projecting && startProjections({ store, db, body: config.body, signal: over.signal });
  let api = await runApi(config, logger);
  const sessions = new Map<Person, Promise<string>>();
  const anyone = clientOf(() => api.url);
  // read each time: a restart may have left another
  const operator = () => clientOf(() => api.url, readFileSync(join(data, 'operator.token'), 'utf8').trim());

  const signIn = async (person: Person): Promise<string> => {
    const { office, roles } = people[person];
    const made = await operator().post('/api/v1/accounts', { user: person, password: PASSWORD, office, roles });
    if (made.status !== 201) throw new Error(`No account for ${person}: ${JSON.stringify(made.body)}`);
    const signedIn = await anyone.post('/api/v1/sessions', { user: person, password: PASSWORD });
    return String((signedIn.body as { token: string }).token);
  };

  return {
    get url() {
      return api.url;
    },
    store,
    engine,
    databaseUrl: database.url,
    data,
    anyone,
    get operator() {
      return operator();
    },
    async as(person) {
      const token = sessions.get(person) ?? signIn(person);
      sessions.set(person, token);
      return clientOf(() => api.url, await token);
    },
    async restart(other = {}) {
      await api.stop();
      api = await runApi({ ...config, ...other }, logger);
    },
    async leaveBehind() {
      behind.abort();
      await reacting;
    },
    async close() {
      await api.stop();
      over.abort();
      behind.abort();
      await Promise.all([reacting, projections && projections.stop(), simulated?.close()]);
      await db.destroy();
      await store.close();
      await node.stop();
      await database.drop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** A new idempotency key. */
export const newKey = (): string => randomUUID();
