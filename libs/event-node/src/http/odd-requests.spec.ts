import type { OutgoingHttpHeaders } from 'node:http';
import { request } from 'node:http';
import type { EventNode } from '../start-event-node.js';
import { startEventNode } from '../start-event-node.js';

let node: EventNode;
beforeAll(async () => {
  node = await startEventNode({ inMemory: true });
});
afterAll(() => node.stop());

function statusOf(path: string, headers: OutgoingHttpHeaders = {}, method = 'GET', port = node.port): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers }, (answer) => resolve(answer.resume().statusCode))
      .on('error', reject)
      .end();
  });
}

const EVENT = { 'content-type': 'application/json', 'es-eventtype': 'thing.happened.v1' };

describe('a request over HTTP/1.1 that makes no sense', () => {
  test.each([
    ['an address that is none', '//', {}, 400],
    ['a host that is none', '/gossip', { host: 'a b' }, 403],
    ['credentials in no alphabet', '/stats', { authorization: 'Basic àèì' }, 401],
    ['credentials of another kind', '/stats', { authorization: 'Bearer abc' }, 401],
  ])('given %s, then it is refused', async (_, path, headers, status) => {
    expect(await statusOf(path, headers)).toBe(status);
  });

  test('given a name that is no UTF-8, then nothing is written', async () => {
    expect(await statusOf('/streams/%ff', EVENT, 'POST')).toBe(400);
  });
});

describe('a page whose name leads to this machine', () => {
  test.each(['/info', '/gossip', '/stats', '/ping'])(
    'given its name as the host of %s, then it sees nothing',
    async (path) => {
      expect(await statusOf(path, { host: 'rebound.example:2113' })).toBe(403);
    },
  );

  test('given its name as the host of a post, then nothing is written', async () => {
    expect(await statusOf('/streams/a', { ...EVENT, host: 'rebound.example' }, 'POST')).toBe(403);
  });

  test.each(['localhost', 'LOCALHOST.:1', '127.0.0.1:2113', '10.0.0.7:80', '[::1]:2113', '[::1]'])(
    'given the host %s, which nobody can rebind, then it is answered',
    async (host) => {
      expect(await statusOf('/info', { host })).toBe(200);
    },
  );

  test('given a node that was opened to the network, then it answers by any name', async () => {
    const open = await startEventNode({ inMemory: true, host: '0.0.0.0', insecure: true });
    const asked = ['events.example', 'a b'].map((host) => statusOf('/gossip', { host }, 'GET', open.port));
    expect(await Promise.all(asked)).toEqual([200, 400]);
    await open.stop();
  });
});
