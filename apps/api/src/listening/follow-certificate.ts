import { unwatchFile, watchFile } from 'node:fs';
import type { Server } from 'node:tls';
import type { Logger } from '#logging';
import { ExposureRefused, loadCertificate, type Certificate, type CertificateFiles } from '#network';

export interface FollowedCertificate {
  now(): Certificate;
  stop(): void;
}

/** By their times, not by notices of the file system: renewals move links, which those do not tell. */
const LOOK_EVERY_MS = 10_000;

/**
 * Takes a renewed certificate as soon as both its files are there; connections that are open keep the old one.
 *
 * @param first  what the server was made with
 */
export function followCertificate(
  server: Server,
  files: CertificateFiles,
  first: Certificate,
  logger: Logger,
  everyMs = LOOK_EVERY_MS,
): FollowedCertificate {
  let now = first;
  const look = () => {
    try {
      const renewed = loadCertificate(files);
      server.setSecureContext({ cert: renewed.cert, key: renewed.key });
      now = renewed;
      logger.info({ validTo: new Date(renewed.validToMs) }, 'certificate renewed');
    } catch (error) {
      if (!(error instanceof ExposureRefused)) throw error;
      logger.warn({ reason: error.message }, 'certificate not taken'); // perhaps the other file is still to come
    }
  };
  const paths = [files.cert, files.key];
  for (const path of paths) watchFile(path, { interval: everyMs, persistent: false }, look);
  return {
    now: () => now,
    stop: () => {
      for (const path of paths) unwatchFile(path, look);
    },
  };
}
