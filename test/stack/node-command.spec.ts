import { EventStoreDBClient, jsonEvent, MaxAppendSizeExceededError } from '@eventstore/db-client';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from './traguardo.js';
import { traguardo } from './traguardo.js';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'event-node-'))));
afterEach(async () => rm(folder, { recursive: true }));

/** The port, once it says that it can be used. */
function listening({ child, ended }: Command): Promise<number> {
  let out = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const port = /^event node listening on 127\.0\.0\.1:(\d+)\n/.exec(out)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    void ended.then(({ err }) => reject(new Error(err)));
  });
}

describe('traguardo node', () => {
  it('says in one line that it is ready, takes options by the server’s names, and keeps what it acknowledged', async () => {
    const env = {
      EVENTSTORE_MAX_APPEND_SIZE: '2000',
      EVENTSTORE_DB: join(folder, 'not-this'),
      EVENTSTORE_CLUSTER_SIZE: '3',
    };
    const first = traguardo(['node', '--data', join(folder, 'log'), '--port', '0'], env);
    const client = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${await listening(first)}?tls=false`);
    await client.appendToStream('piano', jsonEvent({ type: 'fatto.v1', data: {} }));
    const large = client.appendToStream('piano', jsonEvent({ type: 'fatto.v1', data: { text: 'x'.repeat(2000) } }));
    await expect(large).rejects.toBeInstanceOf(MaxAppendSizeExceededError);
    await client.dispose();
    first.child.kill('SIGTERM');
    expect(await first.ended).toEqual({
      code: 0,
      out: expect.stringMatching(/^event node listening on 127\.0\.0\.1:\d+\n$/),
      err: 'EVENTSTORE_CLUSTER_SIZE is not an option of the event node: it has no effect.\n',
    });

    const second = traguardo(['node', '--port', '0'], { EVENTSTORE_DB: join(folder, 'log') });
    const again = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${await listening(second)}?tls=false`);
    let seen = 0;
    for await (const _ of again.readStream('piano')) seen += 1;
    expect(seen).toBe(1);
    await again.dispose();
    second.child.kill('SIGTERM');
    expect(await second.ended).toMatchObject({ code: 0, err: '' });
  });

  it.each<[string[], Record<string, string>, string]>([
    [[], {}, 'give --data FOLDER, or --memory'],
    [['--memory', '--port', 'x'], {}, 'which is not a port'],
    [['--memory', '--max-append-size', '1MB'], {}, '--max-append-size is "1MB"'],
    [['--memory'], { EVENTSTORE_MAX_APPEND_SIZE: '1MB' }, 'EVENTSTORE_MAX_APPEND_SIZE is "1MB"'],
    [['--memory', '--host', '0.0.0.0'], {}, 'open to everybody'],
    [['--memory', '--certificate', 'no.crt'], {}, 'the private key is missing'],
  ])('given %j and %j, then one sentence says what is wrong', async (args, env, words) => {
    const { code, out, err } = await traguardo(['node', ...args], env).ended;
    expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 1, out: '', lines: 1 });
    expect(err).toContain(words);
  });
});
