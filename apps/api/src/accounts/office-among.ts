import { nearest, type Office } from '#domain';
import { Refusal } from '../http/refusal.js';

/** @throws Refusal `objective/unknown-office`, with the one that may be meant */
export function requireOfficeAmong(office: string, known: readonly Office[]): void {
  if (known.some(({ id }) => id === office)) return;
  const meant = nearest(
    office,
    known.map(({ id }) => id),
  );
  throw new Refusal('objective/unknown-office', { office, ...(meant !== null && { meant }) });
}
