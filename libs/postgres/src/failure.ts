/** Why PostgreSQL could not be started or used; stable and public. */
export type PostgresFailureCode =
  | 'postgres/binaries-missing'
  | 'postgres/cannot-leave-root'
  | 'postgres/disk-full'
  | 'postgres/no-permission'
  | 'postgres/not-started'
  | 'postgres/other-version'
  | 'postgres/port-taken';

/** A start that failed; the message is one sentence for the person who started it. */
export class PostgresFailure extends Error {
  constructor(
    readonly code: PostgresFailureCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'PostgresFailure';
  }
}

/** Reads the reason of a failure out of what PostgreSQL or initdb printed (with C messages). */
export function failureFrom(what: string, folder: string, output: string): PostgresFailure {
  if (/Address already in use/.test(output))
    return new PostgresFailure('postgres/port-taken', `${what}: its port is taken by another program.`);
  if (/No space left on device|Disk quota exceeded/.test(output))
    return new PostgresFailure(
      'postgres/disk-full',
      `${what}: the disk that holds ${folder} is full; free some space.`,
    );
  if (/Permission denied|Operation not permitted|Read-only file system/.test(output))
    return new PostgresFailure('postgres/no-permission', `${what}: no permission to write in ${folder}.`);
  return new PostgresFailure('postgres/not-started', `${what}: ${lastLines(output)}`);
}

function lastLines(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(-3).join(' | ') || 'it printed nothing';
}
