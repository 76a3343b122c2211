import { addDays, onBothSides, rolesAt, type ActReference, type Instant, type LocalDate } from '#domain';
import type { DelegationRow, TenureRow } from '#postgres';
import { untilTold } from '../organisation/query.js';
import type { Known } from './known.js';

/** Somebody who certifies, or certifies for somebody, and stands or stood on the other side, whether they took a step or not. */
export interface OnBothSides {
  readonly person: string;
  /** That nobody may have at once. */
  readonly roles: readonly string[];
  /** The days on which both were said. */
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  /** The tenures and delegations that make it, with the office: two, or one that makes both. */
  readonly by: readonly {
    readonly what: 'tenure' | 'delegation';
    readonly office: string;
    readonly from: LocalDate;
    readonly to: LocalDate | null;
    readonly recordedAt: Instant;
    readonly act: ActReference | null;
  }[];
}

/** By what is known today, whatever a step was; by the file in force and those that are still followed, what its offices are for. */
export function setUpOnBothSides({ tenures, delegations, offices }: Known): readonly OnBothSides[] {
  const known = {
    tenures: untilTold(tenures).map((row) => ({ ...heldBy(row), roles: rolesAt(row, offices) })),
    delegations: delegations.map(lentBy),
  };
  return onBothSides(known).map(({ by, ...found }) => ({
    ...found,
    by: by.map(({ what, told }) => {
      const { office, from, recordedAt, act } = told;
      return { what, office, from, to: 'until' in told ? told.until : told.to, recordedAt, act };
    }),
  }));
}

function heldBy({ person, office, from_day: from, to_day: to, recorded_at: recordedAt, act }: TenureRow) {
  return { person, office, from, to, recordedAt, act };
}

function lentBy(row: DelegationRow) {
  const { kind, office, holder, from_day: from, until_day, revoked, recorded_at: recordedAt, act } = row;
  const last = revoked === null ? until_day : addDays(revoked.on, -1);
  const until = last < until_day ? last : until_day;
  return { kind, office, holder, to: { person: row.person }, from, until, recordedAt, act };
}
