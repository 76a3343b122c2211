import { execFile } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { reservePorts } from './ports.js';
import { PROJECT_ROOT } from './project-root.js';

describe('reservePorts', () => {
  it('finds a port of its own for each part that takes any', async () => {
    const any = { part: 'a part', variable: 'PORT', port: 0 };

    const ports = await reservePorts([any, any, any]);

    expect(new Set(ports).size).toBe(3);
    // no system takes these for connections: nobody has one by chance while a part is between two processes
    expect(ports.filter((port) => port < 20_000 || port > 32_767)).toEqual([]);
  });

  it('gives processes that start at once ports of which none is another’s', async () => {
    const script = `import('${join(PROJECT_ROOT, 'test/support/source-loader.mjs')}')
      .then(() => import('${join(PROJECT_ROOT, 'apps/cli/src/supervisor/ports.ts')}'))
      .then(({ reservePorts }) => reservePorts(Array(4).fill({ part: 'a part', variable: 'PORT', port: 0 })))
      .then((ports) => console.log(JSON.stringify(ports)))`;
    const starts = Array.from({ length: 6 }, () => promisify(execFile)(process.execPath, ['-e', script]));
    const chosen = (await Promise.all(starts)).flatMap(({ stdout }) => JSON.parse(stdout) as number[]);
    expect(new Set(chosen).size).toBe(24);
  });

  it('says which part misses its port and by what variable to change it', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;

    await expect(reservePorts([{ part: 'the event node', variable: 'EVENT_NODE_PORT', port }])).rejects.toMatchObject({
      code: 'stack/port-taken',
      message: expect.stringMatching(`${port}.*the event node.*EVENT_NODE_PORT`) as string,
    });

    await new Promise((resolve) => other.close(resolve));
  });
});
