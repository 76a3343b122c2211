import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selfSigned } from '../support/self-signed.js';
import { steadyPort } from '../support/steady-port.js';
import { up } from './up.js';

let data: string;
const day = 86_400_000;

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'traguardo-exposure-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

function certificate(validTo?: Date): { TLS_CERT: string; TLS_KEY: string; ca: string } {
  const { cert, key } = selfSigned({ names: ['obiettivi.example'], ...(validTo && { validTo }) });
  const paths = { TLS_CERT: join(data, 'cert.pem'), TLS_KEY: join(data, 'key.pem') };
  writeFileSync(paths.TLS_CERT, cert);
  writeFileSync(paths.TLS_KEY, key, { mode: 0o600 });
  return { ...paths, ca: cert };
}

describe('traguardo up', () => {
  it.each([
    ['plain HTTP on the network', { HOST: '0.0.0.0' }, /^HOST=0\.0\.0\.0 would send passwords .*TLS_CERT/],
    ['half of TLS', { HOST: '0.0.0.0', TLS_CERT: '/nowhere.pem' }, /TLS_KEY is not set/],
    ['no certificate', { TLS_CERT: '/nowhere.pem', TLS_KEY: '/nowhere.pem' }, /\/nowhere\.pem.*no such file/],
    ['an address that is not ours', { HOST: '203.0.113.7', TRAGUARDO_INSECURE_HTTP: 'yes' }, /no address of this/],
  ])('refuses %s in one line, with nothing started', async (_, env, sentence) => {
    const instance = up({ TRAGUARDO_DATA: data, ...env }, ['--body', 'prova']);

    expect(await instance.ended).toBe(1);
    expect(instance.output().trimEnd().split('\n').at(-1)).toMatch(sentence);
    expect(existsSync(join(data, 'prova/instance.json'))).toBe(false);
    expect(existsSync(join(data, 'prova/postgres'))).toBe(false);
  });

  it('opens the API alone, by its certificate, when told so', async () => {
    const { ca, ...tls } = certificate(new Date(Date.now() + 5 * day));
    const instance = up({ TRAGUARDO_DATA: data, HOST: '0.0.0.0', ...tls }, ['--body', 'prova']);
    const url = new URL(await instance.ready);

    expect(url.href).toMatch(/^https:\/\/obiettivi\.example:\d+\/$/);
    expect(instance.output()).toMatch(/^WARNING: the certificate \(TLS_CERT\) expires on/m);
    const status = await new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port: url.port, path: '/health/ready', ca, servername: url.hostname };
      request(options, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(200);
    expect(listening(instance.child.pid)).toEqual([`0.0.0.0:${url.port}`]);
    instance.child.kill('SIGTERM');
    expect(await instance.ended).toBe(0);
  });

  it('says at each start that everything goes unencrypted, where it was told to', async () => {
    const port = await steadyPort();
    const env = { TRAGUARDO_DATA: data, HOST: '0.0.0.0', TRAGUARDO_INSECURE_HTTP: 'yes', PORT: String(port) };
    const instance = up(env, ['--body', 'prova']);
    await instance.ready;

    expect(instance.output()).toMatch(/^WARNING: .*UNENCRYPTED/m);
    expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).ok).toBe(true);
    instance.child.kill('SIGTERM');
    expect(await instance.ended).toBe(0);
  });
});

/** Addresses beyond loopback on which the parts of this start listen, as Linux tells; elsewhere nothing is known. */
function listening(pid: number | undefined): readonly string[] {
  const { parts } = JSON.parse(readFileSync(join(data, 'prova/instance.json'), 'utf8')) as {
    parts: Record<string, { pid: number }>;
  };
  const open = new Set<string>();
  for (const part of [pid, ...Object.values(parts).map((known) => known.pid)])
    for (const line of socketsOf(part)) if (!line.startsWith('127.')) open.add(line);
  return [...open];
}

function socketsOf(pid: number | undefined): readonly string[] {
  const inodes = new Set(
    fdsOf(pid).flatMap((link) => {
      const [, inode] = /^socket:\[(\d+)\]$/.exec(link) ?? [];
      return inode === undefined ? [] : [inode];
    }),
  );
  const lines = readFileSync(`/proc/${pid}/net/tcp`, 'utf8').trim().split('\n').slice(1);
  return lines.flatMap((line) => {
    const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
    if (state !== '0A' || !inodes.has(inode)) return [];
    const [address = '', port = ''] = local.split(':');
    const octets = address.match(/../g)?.map((part) => Number.parseInt(part, 16)) ?? [];
    return [`${octets.toReversed().join('.')}:${Number.parseInt(port, 16)}`];
  });
}

function fdsOf(pid: number | undefined): readonly string[] {
  return readdirSync(`/proc/${pid}/fd`).map((fd) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${fd}`);
    } catch {
      return ''; // closed meanwhile
    }
  });
}
