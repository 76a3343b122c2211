/** Requests in a minute. */
export interface Limits {
  /** Of one address, where guessing would need many: signing in, links, resets. A whole town hall may sit behind it. */
  readonly strict: number;
  /** Of one address, without a session that is good. */
  readonly stranger: number;
  /** Of one session; 0: as many as it likes. No page comes near it: it stops what has run wild. */
  readonly session: number;
}

export const USUAL_LIMITS: Limits = { strict: 60, stranger: 600, session: 3000 };
