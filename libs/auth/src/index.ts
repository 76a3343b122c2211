// Who is asking, and may they: local accounts, sessions, roles.
export { openAuth, type Auth, type AuthOptions } from './auth.js';
export {
  AccountDisabled,
  AccountExists,
  AccountRefused,
  LinkNotValid,
  OPERATOR_USER,
  RequestKeyReused,
  TooManyAttempts,
  WrongCredentials,
  type Account,
  type AccountDetails,
  type NewAccount,
} from './account.js';
export { emailOfAccount } from './email-of-account.js';
export { ownOffices, ownOfficesOf } from './own-offices.js';
export type { Created } from './create-accounts.js';
export type { Attempt } from './creations.js';
export type { Note } from './notes.js';
export type { PasswordLink, PasswordLinkContent } from './password-links.js';
export { LONGEST, PasswordRefused, SHORTEST } from './password-rules.js';
export type { ListedSession, OpenedSession } from './sessions.js';
export type { Visitor } from './sign-in.js';
export type { SignedIn } from './signed-in.js';
export {
  allowedTo,
  besideOwnShare,
  isRole,
  leftToOthers,
  may,
  ofOwnShare,
  permissions,
  rolesAllowed,
  type Action,
  type Role,
} from './permissions.js';
export { readAuth, withOutboxOf, writeAuth, type AuthSnapshot } from './snapshot.js';
