import type { Approval } from '../approval/approval.js';
import type { Credited, Parties } from '../organisation/staff.js';
import type { LocalDate } from '../values.js';
import { notYetCredited } from '../separation/credited.js';
import type { Relations } from '../separation/separation.js';
import type { ObjectiveState, ShareState } from './state.js';

/** A share as far as it says who is. */
export type SharedOut = Pick<ShareState, 'shareId' | 'areaId' | 'office' | 'holders' | 'findings' | 'authors'>;

/** All that says who is; without the plan's last day nobody has a credit. */
export interface SharesInTime extends Partial<Pick<ObjectiveState, 'horizon'>> {
  readonly shares: readonly SharedOut[];
}

/**
 * Who is on the other side of a control of a share: those who worked on it, those who answer for it, those whose own share has
 * the same finding, and those who have the credit of some days of either.
 *
 * @param authors  who else wrote what is judged
 */
export function partiesOf(
  share: SharedOut,
  { shares, horizon = null }: SharesInTime,
  authors: readonly string[],
): Parties {
  const offices = officesOf(share);
  const together = shares.filter(
    ({ shareId, findings }) => shareId !== share.shareId && findings.some((one) => share.findings.includes(one)),
  );
  const scored = together.flatMap(officesOf).filter((office) => !offices.includes(office));
  const credited = [share, ...together].flatMap((one) => creditedFor(one, horizon));
  return {
    authors: [...new Set([...share.authors, ...authors])],
    offices,
    scored: [...new Set(scored)],
    beneficiaries: [],
    credited: eachOnce(credited),
  };
}

/**
 * An approval of a share, with its parties of today: who has worked on it since, answers for it by now, or has come to be scored on
 * the same finding, and who has the credit of its days. Whoever was a party stays one.
 */
export function knowingParties<A extends Pick<Approval, 'parties'>>(
  approval: A,
  share: SharedOut,
  state: SharesInTime,
): A {
  const now = partiesOf(share, state, []);
  const parties = withParties(approval.parties, now);
  return parties === approval.parties ? approval : { ...approval, parties };
}

/** All of both; the first themselves where there is nobody else. */
function withParties(parties: Parties, { authors, offices, scored, credited = [] }: Parties): Parties {
  const known = parties.credited ?? [];
  const more = {
    authors: authors.filter((person) => !parties.authors.includes(person)),
    offices: offices.filter((office) => !parties.offices.includes(office)),
    scored: scored.filter((office) => !parties.scored.includes(office) && !parties.offices.includes(office)),
    credited: notYetCredited(parties, credited),
  };
  if (Object.values(more).every((some) => some.length === 0)) return parties;
  return {
    ...parties,
    authors: [...parties.authors, ...more.authors],
    offices: [...parties.offices, ...more.offices],
    scored: [...parties.scored, ...more.scored],
    ...(known.length + more.credited.length > 0 && { credited: [...known, ...more.credited] }),
  };
}

/** The offices that have the credit of some days of a share in the plan's time: its area the whole of it, whoever had it in theirs. */
export function creditedFor(
  { areaId, holders }: Pick<ShareState, 'areaId' | 'holders'>,
  horizon: LocalDate | null,
): readonly Credited[] {
  if (horizon === null) return [];
  const first: LocalDate = `${horizon.slice(0, 4)}-01-01`;
  const held = holders.map(({ office, from, to }) => ({
    office,
    from: from ?? first,
    to: to === null || to > horizon ? horizon : to,
  }));
  const others = held.filter(({ office, from, to }) => office !== areaId && from <= to); // handed on that day: no day
  return [{ office: areaId, from: first, to: horizon }, ...others];
}

/** The offices that stand in each relation to a share. */
export function relationsOf(share: ShareState, { shares }: ObjectiveState): Relations {
  const assignee = share.office === null ? [] : [share.office];
  const others = shares.map(({ areaId }) => areaId).filter((areaId) => areaId !== share.areaId);
  return { 'head-of-area': [share.areaId], assignee, proposer: assignee, 'other-areas': [...new Set(others)] };
}

export function officesOf({ areaId, office }: Pick<ShareState, 'areaId' | 'office'>): readonly string[] {
  return office === null || office === areaId ? [areaId] : [areaId, office];
}

/** The offices that a share was given to by a day, and not yet to another. */
export function answeringOn({ holders }: Pick<ShareState, 'holders'>, day: LocalDate): readonly string[] {
  return holders
    .filter(({ from, to }) => (from === null || from <= day) && (to === null || day <= to))
    .map(({ office }) => office);
}

function eachOnce(credited: readonly Credited[]): readonly Credited[] {
  return [...new Map(credited.map((one) => [Object.values(one).join(' '), one])).values()];
}
