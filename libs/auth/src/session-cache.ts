import type { SignedIn } from './signed-in.js';

/** How long a session is believed without asking the database: the most by which a revocation elsewhere is late. */
const FRESH_MS = 5000;
const MOST_SESSIONS = 10_000;

interface Known {
  readonly session: SignedIn;
  readonly readAt: number;
}

/** Sessions seen lately, so that a command costs no query. Bounded; the least recently read goes first. */
export class SessionCache {
  private readonly known = new Map<string, Known>();

  /** @returns the session when it was read from the database a few seconds ago at most and has not expired */
  get(tokenHash: string, now: number): SignedIn | null {
    const entry = this.known.get(tokenHash);
    if (entry === undefined) return null;
    if (now - entry.readAt < FRESH_MS && entry.session.expiresAt.getTime() > now) return entry.session;
    this.known.delete(tokenHash);
    return null;
  }

  keep(tokenHash: string, session: SignedIn, now: number): void {
    this.known.delete(tokenHash);
    this.known.set(tokenHash, { session, readAt: now });
    const oldest = this.known.keys().next().value;
    if (this.known.size > MOST_SESSIONS && oldest !== undefined) this.known.delete(oldest);
  }

  forget(tokenHash: string): void {
    this.known.delete(tokenHash);
  }

  forgetAccount(accountId: string): void {
    for (const [tokenHash, { session }] of this.known) if (session.id === accountId) this.known.delete(tokenHash);
  }
}
