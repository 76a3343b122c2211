import type { Instant } from '#domain';

/** One request that an office makes. */
export interface Act {
  /** Its place in the scenario, the same in every run; the request's key is made of it. */
  readonly key: string;
  readonly at: Instant;
  /** The account that acts. */
  readonly user: string;
  /** Under `/api/v1`; here and in the body `{account:<user>}` is the id of an account. */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Names of the documents that the body cites as evidence: they are uploaded first. */
  readonly documents: readonly string[];
  /** The code with which it must be refused; null when it must succeed. */
  readonly expect: string | null;
}
