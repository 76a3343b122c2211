import type { Role } from './permissions.js';

/** Who acts in a session. */
export interface SignedIn {
  readonly id: string;
  readonly user: string;
  readonly office: string;
  readonly roles: readonly Role[];
  readonly expiresAt: Date;
}
