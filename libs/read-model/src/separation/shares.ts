import { creditedFor } from '#domain';
import type { SeparationCheckRow } from '#postgres';
import type { ControlSideRow } from './tables.js';

/** Who is on the other side of what somebody does. */
export type OtherSide = Pick<
  SeparationCheckRow,
  'authors' | 'offices' | 'scored' | 'beneficiaries' | 'credited' | 'earlier'
>;

export const NOBODY: OtherSide = { authors: [], offices: [], scored: [], beneficiaries: [], credited: [], earlier: [] };

/** Who answers for a share today; none of one that the log does not define. */
export function answeringFor(side: Pick<ControlSideRow, 'share'> | undefined): readonly string[] {
  const share = side?.share ?? null;
  if (share === null) return [];
  return share.office === null ? [share.area] : [...new Set([share.area, share.office])];
}

/** The offices that have the credit of its days. */
export function creditedOf({ share, holders, horizon }: ControlSideRow): OtherSide['credited'] {
  return share === null ? [] : creditedFor({ areaId: share.area, holders }, horizon);
}

/** …and who is scored on its outcome: by the same finding, or for some days of it; and who worked on it. */
export function scoredOn(own: ControlSideRow, sides: readonly ControlSideRow[]): OtherSide {
  const offices = answeringFor(own);
  const findings = own.share?.findings ?? [];
  const together = sides.filter(
    ({ id, share }) => id !== own.id && share !== null && share.findings.some((one) => findings.includes(one)),
  );
  const scored = together.flatMap(answeringFor).filter((office) => !offices.includes(office));
  const credited = [own, ...together].flatMap(creditedOf);
  return { ...NOBODY, authors: own.authors, offices, scored: [...new Set(scored)], credited };
}

/** Who is or was paid for a share: every office that ever had it, and whoever holds one of them in its year. */
export function paidFor(side: ControlSideRow, today: string): OtherSide {
  const offices = [...new Set([...answeringFor(side), ...side.holders.map(({ office }) => office)])];
  const to = side.horizon ?? today;
  const credited = offices.map((office) => ({ office, from: `${to.slice(0, 4)}-01-01`, to, coming: true }));
  return { ...NOBODY, offices, credited };
}
