import type { ActReference, Day, Instant, Position } from './values.js';

/** Who holds an office, as the organisation says or as an account of its own does. */
export interface TenureRow {
  /** Id of the stream that said so: `offices`, or the account. */
  readonly stream: string;
  /** Within the stream. */
  readonly id: string;
  readonly person: string;
  readonly office: string;
  readonly roles: readonly string[];
  readonly from_day: Day;
  /** Last day; null: no end is known. */
  readonly to_day: Day | null;
  readonly act: ActReference | null;
  readonly recorded_at: Instant;
}

/** Somebody acts for an office that they do not hold. */
export interface DelegationRow {
  readonly stream: string;
  readonly id: string;
  readonly kind: 'sostituzione' | 'delega';
  readonly person: string;
  readonly office: string;
  /** In whose place; null: nobody held the office, or the log does not say. */
  readonly holder: string | null;
  readonly from_day: Day;
  /** Last day, as it was given. */
  readonly until_day: Day;
  readonly subjects: readonly string[] | null;
  readonly act: ActReference | null;
  readonly revoked: { readonly on: Day; readonly reason: string } | null;
  /** Where in the log somebody had first acted by it; -1: it needs nobody to; null: nobody yet. */
  readonly taken_up: Position | null;
  readonly recorded_at: Instant;
}

export interface OrganisationTables {
  readonly 'read.tenure': TenureRow;
  readonly 'read.delegation': DelegationRow;
}
