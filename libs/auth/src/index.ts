// Who is asking, and may they: local accounts, sessions, roles.
export { openAuth, type Auth, type AuthOptions } from './auth.js';
export { AccountExists, TooManyAttempts, WrongCredentials, type Account, type NewAccount } from './account.js';
export type { OpenedSession, SignedIn } from './sessions.js';
export { allowedTo, isRole, may, permissions, type Action, type Role } from './permissions.js';
