import type { Role } from './permissions.js';

/** Who acts in a session. */
export interface SignedIn {
  /** Of the account. */
  readonly id: string;
  readonly sessionId: string;
  readonly user: string;
  /** The person's; null where nobody has said. */
  readonly name: string | null;
  readonly office: string;
  readonly roles: readonly Role[];
  readonly expiresAt: Date;
}
