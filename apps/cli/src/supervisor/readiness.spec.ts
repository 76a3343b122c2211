import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answering } from './readiness.js';

describe('a part that is to answer', () => {
  it('given another server on its port that answers, then it is not ready until it has said that it listens itself', async () => {
    const seen: string[] = [];
    const other = createServer((_, response) => {
      seen.push('asked');
      response.end();
    }).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const part = spawn(
      process.execPath,
      ['-e', "process.send({ here: true }); process.on('message', () => process.send({ listening: true }))"],
      { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    );
    try {
      const ready = answering(`http://127.0.0.1:${port}`)(part, new AbortController().signal).then(() =>
        seen.push('ready'),
      );
      await once(part, 'message');
      expect(seen).toEqual([]);
      part.send('now');
      await ready;
      expect(seen).toEqual(['asked', 'ready']);
    } finally {
      part.kill();
      other.close();
    }
  });
});
