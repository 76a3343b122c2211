// Who is asking, and may they: local accounts, sessions, roles.
export { openAuth, type Auth, type AuthOptions } from './auth.js';
export { AccountExists, TooManyAttempts, WrongCredentials, type Account, type NewAccount } from './account.js';
export type { OpenedSession } from './sessions.js';
export type { SignedIn } from './signed-in.js';
export { allowedTo, may, permissions, type Action, type Role } from './permissions.js';
