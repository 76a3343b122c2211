// Who is asking, and may they: local accounts, sessions, roles.
export { openAuth, type Auth, type AuthOptions, type Visitor } from './auth.js';
export { AccountExists, TooManyAttempts, WrongCredentials, type Account, type NewAccount } from './account.js';
export type { ListedSession, OpenedSession } from './sessions.js';
export type { SignedIn } from './signed-in.js';
export { allowedTo, may, permissions, type Action, type Role } from './permissions.js';
