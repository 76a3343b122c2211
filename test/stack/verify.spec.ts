import { startEventNode } from '#event-node';
import { createServer, type AddressInfo } from 'node:net';
import { traguardo } from './traguardo.js';

/** A port on which nobody listens. */
async function silentPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const verify = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  traguardo(['verify', ...args], { LC_ALL: 'C', EVENTSTORE_URL: '', ...env }).ended;

describe('traguardo verify, where there is nothing to verify', () => {
  it('given a port on which no log answers, then one sentence says so, and what to do', async () => {
    const port = await silentPort();
    const at = `esdb://127.0.0.1:${port}?tls=false`;
    const told = {
      code: 1,
      out: '',
      err: `No event log answers at ${at}: start Traguardo (npm start), or say where it listens with --url, EVENTSTORE_URL or EVENT_NODE_PORT. Nothing was verified.\n`,
    };
    expect(await verify(['--url', at])).toEqual(told);
    expect(await verify([], { EVENT_NODE_PORT: String(port) })).toEqual(told);
    const secret = await verify(['--url', at.replace('//', '//admin:segreta@')], { LC_ALL: 'it_IT.UTF-8' });
    expect(secret).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^Nessun registro degli eventi risponde a esdb:/),
    });
    expect(secret.err).not.toContain('segreta');
  });

  it('given what is no address, then how to write one', async () => {
    const said = /^"[^"]+" is no address of an event log: write it as in esdb:.* Nothing was verified\.\n$/;
    expect(await verify(['--url', 'foo'])).toMatchObject({ code: 1, err: expect.stringMatching(said) });
    expect(await verify([], { EVENT_NODE_PORT: 'abc' })).toMatchObject({ code: 1, err: expect.stringMatching(said) });
  });

  it('given a log without anything of the body, then it is no proof', async () => {
    const node = await startEventNode({ inMemory: true, port: 0 });
    try {
      const told = await verify(['--url', node.url, '--body', 'altrove']);
      expect(told).toMatchObject({ code: 1, err: expect.stringContaining('nothing of the body "altrove"') });
    } finally {
      await node.stop();
    }
  });
});
