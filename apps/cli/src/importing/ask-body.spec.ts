import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askBody } from './ask-body.js';

describe('asking the body for its offices', () => {
  const data = mkdtempSync(join(tmpdir(), 'traguardo-bodies-'));
  const env = { TRAGUARDO_DATA: data };
  let server: Server;
  let url: string;

  beforeAll(async () => {
    for (const body of ['prova', 'unione']) {
      mkdirSync(join(data, body));
      writeFileSync(join(data, body, 'operator.token'), `${body}-secret\n`);
    }
    mkdirSync(join(data, 'empty'));
    server = createServer((_, response) => response.writeHead(401, { 'content-type': 'application/json' }).end('{}'));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    rmSync(data, { recursive: true });
    await new Promise((closed) => server.close(closed));
  });

  const why = async (body: string, asked: NodeJS.ProcessEnv = env) => {
    const answer = await askBody({ url, body }, asked);
    return answer.url === null ? answer.why : null;
  };

  it('given no token of the body, then it is said of which bodies there is one', async () => {
    expect(await why('demo')).toEqual({
      it: expect.stringMatching(/token.* ci sono prova, unione: .*--body/) as string,
      en: expect.stringMatching(/token.* there are prova, unione: .*--body/) as string,
    });
  });

  it('given an instance that takes another token, then it is told that one answers, and which bodies there are', async () => {
    const told = await why('prova');
    expect(told?.it).toMatch(/risponde un altro ente.*«prova».* ci sono prova, unione/);
    expect(told?.en).toMatch(/Another body answers.*«prova».* there are prova, unione/);
  });

  it('given a token that is set, then no folder is told', async () => {
    const told = await why('demo', { ...env, TRAGUARDO_TOKEN: 'secret' });
    expect(told?.it).toMatch(/TRAGUARDO_TOKEN/);
    expect(told?.it).not.toContain('unione');
  });

  it('given that nothing is there, then only that is told', async () => {
    const gone = await askBody({ url: 'http://127.0.0.1:9', body: 'prova' }, env);
    expect(gone).toMatchObject({ url: null, why: { en: expect.stringMatching(/^No body answers at/) as string } });
  });

  it('given no folder of bodies, then none is told', async () => {
    expect((await why('demo', { TRAGUARDO_DATA: join(data, 'nowhere') }))?.en).not.toContain('there are');
  });
});
