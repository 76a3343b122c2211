import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { ExposureRefused } from './exposure-refused.js';

/** Paths of PEM files: the certificate with the chain that belongs to it, and its key without a passphrase. */
export interface CertificateFiles {
  readonly cert: string;
  readonly key: string;
}

/** A certificate that fits its key. */
export interface Certificate {
  /** PEM. */
  readonly cert: Buffer;
  readonly key: Buffer;
  readonly validFromMs: number;
  readonly validToMs: number;
  /** Of hosts, as the certificate has them; may hold `*.`. */
  readonly names: readonly string[];
  /** Is it good for this name or address? */
  covers(host: string): boolean;
}

/** @throws ExposureRefused `network/certificate-unreadable`, `network/certificate-mismatch` */
export function loadCertificate({ cert: certFile, key: keyFile }: CertificateFiles): Certificate {
  const [cert, key] = [readPem('TLS_CERT', certFile), readPem('TLS_KEY', keyFile)];
  const certificate = parse('TLS_CERT', certFile, 'certificate', () => new X509Certificate(cert));
  const privateKey: KeyObject = parse('TLS_KEY', keyFile, 'key without a passphrase', () => createPrivateKey(key));
  if (!certificate.checkPrivateKey(privateKey)) {
    const message = `The key in ${keyFile} (TLS_KEY) is not that of the certificate in ${certFile} (TLS_CERT): give the two that belong together.`;
    throw new ExposureRefused('network/certificate-mismatch', message);
  }
  return {
    cert,
    key,
    validFromMs: Date.parse(certificate.validFrom),
    validToMs: Date.parse(certificate.validTo),
    names: [...(certificate.subjectAltName ?? '').matchAll(/DNS:"?([^,"]+)/g)].map(([, name]) => name ?? ''),
    covers: (host) => (isIP(host) === 0 ? certificate.checkHost(host) : certificate.checkIP(host)) !== undefined,
  };
}

function readPem(variable: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === 'EACCES' ? 'this user may not read it' : code === 'ENOENT' ? 'there is no such file' : code;
    const message = `${variable} names ${file}, which cannot be read (${why}).`;
    throw new ExposureRefused('network/certificate-unreadable', message, { cause });
  }
}

function parse<Parsed>(variable: string, file: string, what: string, read: () => Parsed): Parsed {
  try {
    return read();
  } catch (cause) {
    const message = `${variable} names ${file}, which holds no ${what} in PEM.`;
    throw new ExposureRefused('network/certificate-unreadable', message, { cause });
  }
}
