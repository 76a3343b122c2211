import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as plainRequest } from 'node:http';
import { createServer, request as tlsRequest, type RequestOptions } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { loadCertificate } from '#network';
import { expectedCallers } from '../../apps/api/src/listening/expected-callers.js';
import { followCertificate } from '../../apps/api/src/listening/follow-certificate.js';
import { startTestApi, type TestApi } from '../support/api.js';
import { selfSigned, type SelfSigned } from '../support/self-signed.js';

const folder = mkdtempSync(join(tmpdir(), 'traguardo-listening-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
const write = ({ cert, key }: SelfSigned) => {
  writeFileSync(files.cert, cert);
  writeFileSync(files.key, key);
};

interface Answer {
  readonly status: number | undefined;
  readonly body: string;
  /** Of the certificate that was shown. */
  readonly fingerprint: string | undefined;
}

function ask(url: string, options: RequestOptions): Promise<Answer> {
  const send = url.startsWith('https') ? tlsRequest : plainRequest;
  return new Promise((resolve, reject) => {
    send(url, { agent: false, ...options }, (response) => {
      const { socket } = response as unknown as { socket: { getPeerCertificate?: () => { fingerprint256: string } } };
      const fingerprint = socket.getPeerCertificate?.().fingerprint256;
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode, body, fingerprint }));
    })
      .on('error', reject)
      .end();
  });
}

const codeOf = ({ body }: Answer): unknown => (JSON.parse(body) as { code?: unknown }).code;

describe('the API on its own host', () => {
  let api: TestApi;
  const own = selfSigned({ names: ['obiettivi.example', '127.0.0.1'] });

  beforeAll(async () => {
    api = await startTestApi({}, { projecting: false });
  });
  afterAll(() => api.close());

  it.each(['127.0.0.1', 'localhost', 'LOCALHOST.', '10.1.2.3', '[::1]'])('answers as %s', async (host) => {
    const answer = await ask(`${api.url}/health/live`, { headers: { host: `${host}:3000` } });
    expect(answer.status).toBe(200);
  });

  it.each(['/health/live', '/api/v1/me', '/', '/nowhere'])('does not answer %s as a stranger', async (path) => {
    const answer = await ask(`${api.url}${path}`, { headers: { host: 'rebound.example' } });
    expect([answer.status, codeOf(answer)]).toEqual([421, 'request/unknown-host']);
  });

  it('answers to the name that people use', async () => {
    await api.restart({ url: 'https://obiettivi.example' });
    const answer = await ask(`${api.url}/health/live`, { headers: { host: 'obiettivi.example' } });
    expect(answer.status).toBe(200);
  });

  it('given a certificate, then it speaks TLS by its name, and takes another listener for this machine', async () => {
    write(own);
    await api.restart({ tls: files, loopbackPort: 0 });

    expect(api.url).toMatch(/^https:/);
    const headers = { host: 'obiettivi.example' };
    const answer = await ask(`${api.url}/health/live`, { headers, ca: own.cert, servername: 'obiettivi.example' });
    expect(answer.status).toBe(200);
    await expect(ask(api.url.replace('https', 'http'), {})).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('given a certificate of another key, then it does not start', async () => {
    writeFileSync(files.key, selfSigned({ names: ['x.example'] }).key);
    await expect(api.restart({ tls: files })).rejects.toMatchObject({ code: 'network/certificate-mismatch' });
    await api.restart();
  });
});

describe('a certificate that is renewed', () => {
  it('is shown to the next connection once both files are there', async () => {
    const [old, renewed] = [selfSigned({ names: ['a.example'] }), selfSigned({ names: ['a.example'] })];
    write(old);
    const first = loadCertificate(files);
    const server = createServer({ cert: first.cert, key: first.key }, (_, response) => response.end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const told: string[] = [];
    const logger = pino({}, { write: (line) => void told.push(line) });
    const followed = followCertificate(server, files, first, logger, 20);
    const address = server.address();
    const url = `https://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    const shown = async () => (await ask(url, { rejectUnauthorized: false })).fingerprint;
    const before = await shown();
    const until = async (good: () => boolean | Promise<boolean>) => {
      while (!(await good())) await new Promise((resolve) => setTimeout(resolve, 20));
    };

    writeFileSync(files.cert, renewed.cert);
    await until(() => told.some((line) => line.includes('not taken')));
    expect(await shown()).toBe(before);
    writeFileSync(files.key, renewed.key);
    await until(async () => (await shown()) !== before);

    expect(followed.now().covers('a.example')).toBe(true);
    followed.stop();
    server.close();
  });
});

describe('who may call an API that leaves TLS to a proxy', () => {
  const from = (config: Parameters<typeof expectedCallers>[0], remoteAddress: string) =>
    expectedCallers(config, () => true)({ headers: { host: 'x' }, socket: { remoteAddress } })?.code;
  const open = { host: '0.0.0.0', trustProxy: ['10.0.0.2'] };

  it('is the proxy, and this machine', () => {
    expect(from(open, '10.0.0.2')).toBeUndefined();
    expect(from(open, '::ffff:10.0.0.2')).toBeUndefined();
    expect(from(open, '127.0.0.1')).toBeUndefined();
    expect(from(open, '10.0.0.3')).toBe('request/past-the-proxy');
  });

  it('is anybody where it encrypts by itself as well', () => {
    expect(from({ ...open, tls: files }, '10.0.0.3')).toBeUndefined();
  });
});
