import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEventNode } from '#event-node';
import { startPostgres } from '#postgres';
import { steadyPort } from '../support/steady-port.js';
import { openStack } from './stack.js';

const JUNE_30 = { id: 'd1', kind: 'fixed', on: '2022-06-30' } as const;
const JULY_29 = { id: 'd1', kind: 'fixed', on: '2022-07-29' } as const;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traguardo-recovery-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a running worker', () => {
  it('goes on by itself after PostgreSQL was away', async () => {
    const options = { data: join(folder, 'postgres'), durable: false };
    let postgres = await startPostgres({ ...options, port: await steadyPort() });
    const database = { url: postgres.url, drop: async () => undefined };
    const stack = await openStack({ database });
    await stack.startWorker();
    await stack.define('1.1.1', ['anagrafe'], [JUNE_30]);
    await stack.moveTo('2022-06-30T10:00:00.000Z');

    await postgres.stop();
    await stack.define('1.1.2', ['tributi'], [JULY_29]);
    await stack.advance('2022-07-01T05:00:00.000Z');
    postgres = await startPostgres({ ...options, port: postgres.port });
    await stack.settled('2022-07-01T05:00:00.000Z');
    await stack.moveTo('2022-07-30T05:00:00.000Z');

    expect(await stack.events('objective.deadline-missed.v1')).toHaveLength(2);
    await stack.close();
    await postgres.stop();
  });

  it('goes on by itself after the event store was away', async () => {
    const data = join(folder, 'log');
    let node = await startEventNode({ data, port: await steadyPort() });
    const stack = await openStack({ node: { port: node.port, url: node.url, stop: () => node.stop() } });
    await stack.startWorker();
    await stack.define('1.1.1', ['anagrafe'], [JUNE_30]);
    await stack.moveTo('2022-06-30T10:00:00.000Z');

    await node.stop();
    node = await startEventNode({ data, port: node.port });
    await stack.moveTo('2022-07-01T05:00:00.000Z');
    await stack.define('1.1.2', ['tributi'], [JULY_29]);
    await stack.moveTo('2022-07-30T05:00:00.000Z');

    expect(await stack.events('objective.deadline-missed.v1')).toHaveLength(2);
    await stack.close();
  });

  it('waits at its start for what is not there yet', async () => {
    const options = { data: join(folder, 'postgres'), durable: false };
    let postgres = await startPostgres({ ...options, port: await steadyPort() });
    await postgres.stop();
    const stack = await openStack({ database: { url: postgres.url, drop: async () => undefined } });
    const starting = stack.startWorker();
    postgres = await startPostgres({ ...options, port: postgres.port });
    await starting;
    await stack.define('1.1.1', ['anagrafe'], [JUNE_30]);
    await stack.moveTo('2022-07-01T05:00:00.000Z');
    expect(await stack.events('objective.deadline-missed.v1')).toHaveLength(1);
    await stack.close();
    await postgres.stop();
  });

  it('stops although PostgreSQL and the event store are gone', async () => {
    const postgres = await startPostgres({ data: join(folder, 'postgres'), durable: false, port: 0 });
    const stack = await openStack({ database: { url: postgres.url, drop: async () => undefined } });
    const worker = await stack.startWorker();
    await stack.define('1.1.1', ['anagrafe'], [JUNE_30]);
    await stack.moveTo('2022-06-30T10:00:00.000Z');
    await postgres.stop();
    await stack.node.stop();
    await expect(worker.stop()).resolves.toBeUndefined();
    await stack.close();
  });
});
