import type { LocalDate } from '../values.js';
import { INCOMPATIBLE, rolesBy, type Held, type Known, type Lending, type Period } from './compatible.js';

/** What makes somebody have a role: what they hold, or a delegation by which they act for who does. */
export type Standing<H extends Held, L extends Lending> =
  { readonly what: 'tenure'; readonly told: H } | { readonly what: 'delegation'; readonly told: L };

/** Somebody who certifies, or certifies for somebody, and stood on the other side in the same days. */
export interface BothSides<H extends Held, L extends Lending> {
  readonly person: string;
  /** One of `INCOMPATIBLE`. */
  readonly roles: readonly [string, string];
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  /** One that makes both, or two of which each makes one. */
  readonly by: readonly Standing<H, L>[];
}

/**
 * Whoever was set up on both sides, though `requireOneSide` refuses it today: by lists of earlier releases, or by a file that
 * says since what an office is for.
 *
 * @param known  with the roles that the functions of the offices make
 */
export function onBothSides<H extends Held, L extends Lending>(known: {
  readonly tenures: readonly H[];
  readonly delegations: readonly L[];
}): readonly BothSides<H, L>[] {
  const byPerson = new Map<string, Standing<H, L>[]>();
  const standing = (person: string, one: Standing<H, L>) =>
    byPerson.set(person, [...(byPerson.get(person) ?? []), one]);
  for (const told of known.tenures) standing(told.person, { what: 'tenure', told });
  for (const told of known.delegations) standing(told.to.person, { what: 'delegation', told });
  return [...byPerson].flatMap(([person, standings]) => {
    const such = standings.filter((one) => mayClash(rolesIn(one, daysOf(one), known)));
    const alone = such.flatMap((one) => clash([one], known));
    const free = such.filter((one) => !alone.some(({ by }) => by[0] === one));
    const pairs = free.flatMap((one, index) => free.slice(index + 1).flatMap((other) => clash([one, other], known)));
    return [...alone, ...pairs].map((found) => ({ person, ...found }));
  });
}

function clash<H extends Held, L extends Lending>(
  by: readonly [Standing<H, L>] | readonly [Standing<H, L>, Standing<H, L>],
  known: Known,
): readonly Omit<BothSides<H, L>, 'person'>[] {
  const [one, other = one] = by;
  const during = common(daysOf(one), daysOf(other));
  if (during.to !== null && during.to < during.from) return []; // nor is one that was revoked before it began
  const [ofOne, ofOther] = [rolesIn(one, during, known), rolesIn(other, during, known)];
  return INCOMPATIBLE.filter(
    ([a, b]) => (ofOne.includes(a) && ofOther.includes(b)) || (ofOne.includes(b) && ofOther.includes(a)),
  ).map((roles) => ({ roles, ...during, by }));
}

function rolesIn<H extends Held, L extends Lending>(
  { what, told }: Standing<H, L>,
  during: Period,
  known: Known,
): readonly string[] {
  return what === 'tenure' ? told.roles : rolesBy(told, during, known);
}

function mayClash(roles: readonly string[]): boolean {
  return INCOMPATIBLE.some((pair) => pair.some((role) => roles.includes(role)));
}

function daysOf<H extends Held, L extends Lending>({ what, told }: Standing<H, L>): Period {
  return what === 'tenure' ? { from: told.from, to: told.to } : { from: told.from, to: told.until };
}

function common(a: Period, b: Period): Period {
  const ends = [a.to, b.to].flatMap((to) => (to === null ? [] : [to]));
  return { from: a.from > b.from ? a.from : b.from, to: ends.toSorted()[0] ?? null };
}
