import type { DelegationRow } from '#postgres';
import { holding } from './held.js';
import type { Asked } from './known.js';
import { placeOn } from './place.js';

/** As which office somebody acts by delegations, and in whose place. */
export interface Lent {
  readonly office: string;
  readonly place: string;
}

interface Link extends Lent {
  readonly kind: DelegationRow['kind'];
  readonly through: readonly string[];
}

const LONGEST_CHAIN = 3;

/** A delegation that was in force on the day of a step. */
export function isInForce({ day, by }: Asked, given: DelegationRow): boolean {
  const { from_day, until_day, recorded_at, revoked } = given;
  return from_day <= day && day <= until_day && recorded_at <= by && (revoked === null || day < revoked.on);
}

/** …and that somebody had acted by before it. */
export function isTakenUp(asked: Asked, given: DelegationRow): boolean {
  if (given.taken_up === null || !isInForce(asked, given)) return false;
  return BigInt(given.taken_up) < BigInt(asked.taken.position);
}

/** From some persons to those for whom they act by such delegations: up to three links, as `actingAs` has them. */
export function lentTo(
  asked: Asked,
  persons: readonly (string | null)[],
  counts: (asked: Asked, given: DelegationRow) => boolean,
): readonly Lent[] {
  const found: Link[] = [];
  let last = [...new Set(persons)].flatMap((person) => (person === null ? [] : linksFrom(person, [])));
  while (last.length > 0) {
    found.push(...last);
    last = last.flatMap(({ place, kind, through }) =>
      kind === 'sostituzione' && through.length < LONGEST_CHAIN ? linksFrom(place, through) : [],
    );
  }
  // who holds the office acts in their own right alone
  return found.filter(({ office, through }) => !holding(asked, office).some(({ person }) => through.includes(person)));

  function linksFrom(person: string, through: readonly string[]): readonly Link[] {
    return (asked.known.given.get(person) ?? []).flatMap((given) => {
      const place = counts(asked, given) ? placeOn(asked, given) : null;
      return place === null ? [] : [{ office: given.office, place, kind: given.kind, through: [...through, person] }];
    });
  }
}
