import type { Certificate, CertificateFiles } from './certificate.js';
import { loadCertificate } from './certificate.js';
import { CertificateUnusable } from './errors.js';

interface Following {
  readonly files: CertificateFiles;
  /** What the node started with. */
  readonly first: Certificate;
  readonly take: (renewed: Certificate) => void;
  readonly warn: (sentence: string) => void;
}

/**
 * Takes a renewed certificate as soon as both its files are there. By what they hold, not by notices of the file system:
 * renewals move links, which those do not tell.
 *
 * @returns what looks, to be called now and then
 */
export function followCertificate({ files, first, take, warn }: Following): () => void {
  let now = first;
  let told: string | undefined;
  return () => {
    try {
      const found = loadCertificate(files);
      told = undefined;
      if (found.cert.equals(now.cert) && found.key.equals(now.key)) return;
      take(found);
      now = found;
    } catch (error) {
      if (!(error instanceof CertificateUnusable)) throw error;
      // perhaps the other file is still to come; the old certificate serves until then
      if (told !== error.message) warn(error.message);
      told = error.message;
    }
  };
}
