import { randomBytes } from 'node:crypto';
import type { PasswordHash } from './password.js';
import { hashPassword, WELL_KNOWN_HASH } from './password.js';
import { ADMINISTRATORS, OPERATORS } from './user.js';
import type { Users } from './users.js';

/** Passwords for the accounts that a new log begins with. */
export interface FirstPasswords {
  readonly admin?: string;
  readonly ops?: string;
}

/**
 * Makes `admin` and `ops` where a log has never had them.
 *
 * Without passwords they get the one that everybody knows, as with EventStoreDB; with one for `admin` alone, `ops` is
 * there and disabled.
 */
export async function seedUsers(users: Users, { admin, ops }: FirstPasswords): Promise<void> {
  if (users.everHad('admin')) return;
  const opsDisabled = admin !== undefined && ops === undefined;
  const administrator = { login: 'admin', fullName: 'Event Store Administrator', groups: [ADMINISTRATORS] };
  const operator = { login: 'ops', fullName: 'Event Store Operations', groups: [OPERATORS] };
  const adminPassword = await hashOf(admin);
  const opsPassword = await hashOf(opsDisabled ? randomBytes(32).toString('base64') : ops);
  await Promise.all([
    users.keep({ ...administrator, disabled: false, password: adminPassword }),
    users.keep({ ...operator, disabled: opsDisabled, password: opsPassword }),
  ]);
}

async function hashOf(password: string | undefined): Promise<PasswordHash> {
  return password === undefined ? WELL_KNOWN_HASH : hashPassword(password);
}
