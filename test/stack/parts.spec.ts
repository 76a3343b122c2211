import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEventNode } from '#event-node';
import { testDatabase } from '#postgres/testing';
import { startStack, type Stack } from '../../apps/cli/src/supervisor/start-stack.js';

let data: string;
let stack: Stack | undefined;

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'traguardo-parts-'));
});

afterEach(async () => {
  await stack?.stop();
  stack = undefined;
  rmSync(data, { recursive: true, force: true });
});

const start = (options: Partial<Parameters<typeof startStack>[0]> = {}) =>
  startStack({ data, body: 'prova', clock: 'system', durable: false, ...options });

describe('a running stack', () => {
  it('starts each part again after kill -9, and all of them killed at one moment at the next start', async () => {
    stack = await start();
    for (const part of ['postgres', 'node', 'api', 'worker'] as const) {
      const before = stack.pids;

      stack.kill(part, 'SIGKILL');
      await stack.ready();

      const after = stack.pids;
      expect(Object.keys(after).toSorted()).toEqual(['api', 'node', 'postgres', 'worker']);
      expect({ ...after, [part]: before[part] }).toEqual(before);
      expect(after[part]).not.toBe(before[part]);
      expect((await fetch(`${stack.apiUrl}/health/live`)).ok).toBe(true);
    }

    await stack.crash();
    expect(await stack.ended).toBeUndefined();
    stack = await start();

    expect((await fetch(`${stack.apiUrl}/health/ready`)).ok).toBe(true);
  });

  it('stops everything, with one sentence, when a part keeps dying', async () => {
    const [api, worker, begun] = [join(data, 'api.mjs'), join(data, 'worker.mjs'), join(data, 'begun')];
    writeFileSync(
      api,
      `import { createServer } from 'node:http'; createServer((_, r) => r.end()).listen(process.env.PORT, () => process.send({ listening: true }));`,
    );
    writeFileSync(
      worker,
      `import { existsSync } from 'node:fs'; process.send({ ready: true }); console.error('no luck');
      setInterval(() => existsSync('${begun}') && process.exit(3), 20);`,
    );

    stack = await start({ programs: { api, worker } });
    writeFileSync(begun, '');

    expect(await stack.ended).toMatchObject({
      code: 'stack/part-keeps-dying',
      message: expect.stringMatching(/"worker".*exit code 3.*no luck/) as string,
    });
    expect(stack.pids).toEqual({});
    expect(existsSync(join(stack.folder, 'instance.json'))).toBe(false);
  });

  it('starts no PostgreSQL of its own where another is given', async () => {
    const database = await testDatabase();
    stack = await start({ external: { databaseUrl: database.url } });

    expect(Object.keys(stack.pids).toSorted()).toEqual(['api', 'node', 'worker']);
    expect(stack.databaseUrl).toBe(database.url);
    await stack.stop();
    await database.drop();
  });

  it('starts no event node of its own where another log is given', async () => {
    const other = await startEventNode({ inMemory: true, port: 0 });
    try {
      stack = await start({ external: { eventStoreUrl: other.url } });

      expect(Object.keys(stack.pids).toSorted()).toEqual(['api', 'postgres', 'worker']);
      expect(stack.eventStoreUrl).toBe(other.url);
    } finally {
      await stack?.stop();
      await other.stop();
    }
  });
});
