import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { selfSigned } from '../../../test/support/self-signed.js';
import type { Certificate } from './certificate.js';
import { loadCertificate } from './certificate.js';
import { followCertificate } from './follow-certificate.js';
import { listenOnOnePort } from './http/one-port.js';

const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
const files = { certificateFile: join(folder, 'node.crt'), privateKeyFile: join(folder, 'node.key') };
const [old, renewed] = [selfSigned({ names: ['localhost'] }), selfSigned({ names: ['localhost'] })];

beforeEach(() => {
  writeFileSync(files.certificateFile, old.cert);
  writeFileSync(files.privateKeyFile, old.key);
});
afterAll(() => rmSync(folder, { recursive: true }));

function followed() {
  const taken: Certificate[] = [];
  const told: string[] = [];
  const first = loadCertificate(files);
  const look = followCertificate({
    files,
    first,
    take: (certificate) => taken.push(certificate),
    warn: (sentence) => told.push(sentence),
  });
  return { taken, told, look };
}

it('given a certificate that is renewed, then it is taken once, when its key is there too', () => {
  const { taken, told, look } = followed();
  look();
  writeFileSync(files.certificateFile, renewed.cert);
  look();
  look();
  expect(taken).toEqual([]);
  expect(told).toEqual([expect.stringContaining('it is not the key of the certificate')]);
  writeFileSync(files.privateKeyFile, renewed.key);
  look();
  look();
  expect(taken.map(({ cert }) => cert.toString())).toEqual([renewed.cert]);
});

it('given files that are gone for a while, then the certificate serves on', () => {
  const { taken, told, look } = followed();
  rmSync(files.privateKeyFile);
  look();
  writeFileSync(files.privateKeyFile, old.key);
  look();
  expect([taken, told]).toEqual([[], [expect.stringContaining('(ENOENT)')]]);
});

it('given a port that encrypts, when it is given another certificate, then the next connection sees that one', async () => {
  const none = (): undefined => undefined;
  const port = await listenOnOnePort({ host: '127.0.0.1', port: 0, certificate: loadCertificate(files) }, none, none);
  const shown = async (): Promise<Buffer> => {
    const socket = connect({ host: '127.0.0.1', port: port.port, rejectUnauthorized: false });
    await once(socket, 'secureConnect');
    const { raw } = socket.getPeerCertificate();
    socket.destroy();
    return raw;
  };
  const before = await shown();
  port.encryptWith({ cert: Buffer.from(renewed.cert), key: Buffer.from(renewed.key) });
  expect((await shown()).equals(before)).toBe(false);
  await port.close();
});
