const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);

/** Whether PostgreSQL cannot be reached, is starting or shutting down: classes 08 and 57P of its error codes. */
export function databaseIsAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return NETWORK.has(code) || /^(08...|57P0[123])$/.test(code);
  // pg names a connection that broke under a query only in words
  return error.message.startsWith('Connection terminated') || error.message.startsWith('timeout exceeded when');
}

/** Whether a table or the whole schema is missing: someone dropped it, and the log is about to bring it back. */
export function tablesAreMissing(error: unknown): boolean {
  return error instanceof Error && ['42P01', '3F000'].includes(String((error as { code?: unknown }).code));
}

/** Whether PostgreSQL has no room left for what it should write: 53100 of its error codes. */
export function databaseIsFull(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === '53100';
}
