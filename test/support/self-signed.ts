import { generateKeyPairSync, sign } from 'node:crypto';
import { isIPv4 } from 'node:net';

export interface SelfSigned {
  /** PEM. */
  readonly cert: string;
  readonly key: string;
}

interface Wanted {
  /** Host names and IPv4 addresses; the first is also the subject. */
  readonly names: readonly string[];
  readonly validFrom?: Date;
  readonly validTo?: Date;
}

const DAY_MS = 86_400_000;

/** A certificate as a small network makes its own; Node can read and check them, but not make one. */
export function selfSigned({ names, validFrom, validTo }: Wanted): SelfSigned {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const from = validFrom ?? new Date(Date.now() - DAY_MS);
  const to = validTo ?? new Date(Date.now() + 90 * DAY_MS);
  const name = sequence(set(sequence(COMMON_NAME, der(0x0c, Buffer.from(names[0] ?? 'prova')))));
  const alternatives = sequence(...names.map((text) => (isIPv4(text) ? der(0x87, octets(text)) : der(0x82, text))));
  const toBeSigned = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))), // version 3
    der(0x02, Buffer.from([1])), // serial number
    ECDSA_WITH_SHA256,
    name,
    sequence(time(from), time(to)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(SUBJECT_ALT_NAME, der(0x04, alternatives)))),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', toBeSigned, privateKey)]);
  const certificate = sequence(toBeSigned, ECDSA_WITH_SHA256, der(0x03, signature));
  const lines =
    certificate
      .toString('base64')
      .match(/.{1,64}/g)
      ?.join('\n') ?? '';
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function der(tag: number, content: Buffer | string): Buffer {
  const bytes = Buffer.from(content as string);
  const { length } = bytes;
  const header = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...header]), bytes]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, Buffer.concat(parts));
const set = (...parts: readonly Buffer[]): Buffer => der(0x31, Buffer.concat(parts));
const octets = (address: string): Buffer => Buffer.from(address.split('.').map(Number));
/** GeneralizedTime. */
const time = (at: Date): Buffer => der(0x18, `${at.toISOString().replace(/\D/g, '').slice(0, 14)}Z`);

const COMMON_NAME = Buffer.from('0603550403', 'hex');
const SUBJECT_ALT_NAME = Buffer.from('0603551d11', 'hex');
const ECDSA_WITH_SHA256 = sequence(Buffer.from('06082a8648ce3d040302', 'hex'));
