import { isByOffice } from './by-office.js';
import { areCredited } from './credited.js';
import { heldBy } from './held.js';
import type { Asked, AskedInPlace } from './known.js';
import { isInForce, isTakenUp, lentTo, type Lent } from './lent.js';

/** Whether whoever took a step, or the one in whose place, acted that day for such an office of such a person. */
export function actsFor(asked: AskedInPlace, isSuch: (lent: Lent) => boolean): boolean {
  return lentTo(asked, whoTook(asked), isTakenUp).some(isSuch);
}

/** Whether whoever took a step, or the one in whose place, acted that day for an office or a person on the other side. */
export function isDelegate(asked: AskedInPlace): boolean {
  const { offices, scored, authors, beneficiaries } = asked.taken;
  const isParty = (office: string) => offices.includes(office) || scored.includes(office);
  const lent = lentTo(asked, whoTook(asked), (_, given) => isTakenUp(asked, given) && !isByOffice(asked, given));
  return lent.some(
    ({ office, place }) =>
      isParty(office) ||
      areCredited(asked, place) ||
      authors.includes(place) ||
      beneficiaries.includes(place) ||
      heldBy(asked, place).some((held) => isParty(held.office)),
  );
}

/**
 * In whose place a step may have been taken that day: as it was told; of what is asked of the office alone, of everybody in
 * whose place they acted as it, of themselves where they held it or acted as it by no right that is known.
 */
export function placesOf(asked: Asked): readonly (string | null)[] {
  const { any_place, on_behalf_of, person, office } = asked.taken;
  if (!any_place) return [on_behalf_of];
  const lent = lentTo(asked, [person], isInForce).filter((one) => one.office === office);
  return lent.length > 0 ? lent.map(({ place }) => place) : [null];
}

function whoTook({ taken, place }: AskedInPlace): readonly (string | null)[] {
  return [taken.person, place];
}
