import type { Answer } from '../../client/ask.js';

export type SystemStatus = Answer<'systemStatus'>;

const DAY_MS = 86_400_000;
const LOW_DISK_BYTES = 2e9;
const LOW_DISK_PART = 0.1;
const OLD_BACKUP_DAYS = 7;
const CERTIFICATE_DAYS = 21;

/** Little is left, on a small disk or on a large one. */
export function isDiskLow({ freeBytes, totalBytes }: SystemStatus['disk']): boolean {
  return freeBytes < LOW_DISK_BYTES || freeBytes < totalBytes * LOW_DISK_PART;
}

/** @param now  in milliseconds */
export function isBackupOld(backup: SystemStatus['lastBackup'], now: number): boolean {
  return backup !== null && now - Date.parse(backup.at) > OLD_BACKUP_DAYS * DAY_MS;
}

export function endsSoon(certificate: SystemStatus['certificate'], now: number): boolean {
  return certificate !== null && Date.parse(certificate.validTo) - now < CERTIFICATE_DAYS * DAY_MS;
}

/** The projections whose tables have not taken in everything. */
export function behind({ projections, log }: Pick<SystemStatus, 'projections' | 'log'>) {
  const { position } = log;
  return position === null ? [] : projections.filter((one) => BigInt(one.position) < BigInt(position));
}
