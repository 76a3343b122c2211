import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CertificateUnusable } from './errors.js';

/** Paths of PEM files: the certificate with the chain that belongs to it, and its key without a passphrase. */
export interface CertificateFiles {
  readonly certificateFile: string;
  readonly privateKeyFile: string;
}

/** In PEM. */
export interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** @throws CertificateUnusable */
export function loadCertificate({ certificateFile, privateKeyFile }: CertificateFiles): Certificate {
  const cert = contents(certificateFile);
  const key = contents(privateKeyFile);
  const certificate = parsed(certificateFile, 'certificate', () => new X509Certificate(cert));
  const privateKey = parsed(privateKeyFile, 'private key without a passphrase', () => createPrivateKey(key));
  if (!certificate.checkPrivateKey(privateKey))
    throw new CertificateUnusable(privateKeyFile, `it is not the key of the certificate in ${certificateFile}`);
  return { cert, key };
}

function contents(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new CertificateUnusable(file, `it cannot be read (${code})`, { cause });
  }
}

function parsed<Parsed>(file: string, what: string, parse: () => Parsed): Parsed {
  try {
    return parse();
  } catch (cause) {
    throw new CertificateUnusable(file, `it holds no ${what} in PEM`, { cause });
  }
}
