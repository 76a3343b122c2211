import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPERATOR_USER as OPERATOR, type Auth } from '#auth';

const LASTS_MS = 365 * 24 * 3_600_000;
const RENEW_MS = 30 * 24 * 3_600_000;

/**
 * Leaves in the body's folder a token by which whoever runs the system, and may read that folder, acts as its
 * administrator. A token that is still good is kept, so that a restart disturbs no one.
 *
 * @returns the path of the file
 */
export async function leaveOperatorToken(auth: Auth, folder: string, now: number): Promise<string> {
  const path = join(folder, 'operator.token');
  const kept = await auth.sessionOf(textOf(path));
  if (kept !== null && kept.user === OPERATOR && kept.expiresAt.getTime() - now > RENEW_MS) {
    chmodSync(path, 0o600);
    return path;
  }
  const account =
    (await auth.accountOf(OPERATOR)) ??
    (await auth.createAccount({ user: OPERATOR, password: null, office: OPERATOR, roles: ['amministratore'] }));
  const { token } = await auth.openSession(account.id, LASTS_MS);
  mkdirSync(folder, { recursive: true });
  // never readable by others, not even for a moment, and never half a token
  writeFileSync(`${path}.new`, `${token}\n`, { mode: 0o600 });
  chmodSync(`${path}.new`, 0o600);
  renameSync(`${path}.new`, path);
  return path;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
