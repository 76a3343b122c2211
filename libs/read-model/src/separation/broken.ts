import type { SeparationCheckRow } from '#postgres';
import { areCredited } from './credited.js';
import { isDelegate, placesOf } from './delegate.js';
import { isBeneficiary } from './beneficiary.js';
import { evaluates, isRpct, isSegretario } from './evaluator.js';
import { heldBy } from './held.js';
import { KNOWN_TODAY, type AskedInPlace, type Known } from './known.js';
import { brokenByNaming, isOfTenure } from './namings.js';
import { hadLeftOffice } from './office-left.js';
import { isPlanByAct, ofOtherKind } from './plan-by-act.js';

/**
 * The proof: the rule that a step breaks, from the facts alone; null: none. Of no step there is one, or duty was not separated, or
 * somebody acted for an office that they had left.
 *
 * @param byParties  positions of what parties wrote of who judges them
 */
export function brokenBy(taken: SeparationCheckRow, known: Known, byParties: ReadonlySet<string>): string | null {
  // whoever records it may be whom it names: it is an act that makes it good
  if (isOfTenure(taken)) return brokenByNaming(taken, known, byParties);
  // …or who wrote the plan: it is the political body that approves it
  if (isPlanByAct(taken)) return ofOtherKind(taken, known);
  return brokenAsKnown(taken, known, KNOWN_TODAY) ?? (hadLeftOffice(taken, known) ? 'office-left' : null);
}

/** By what was recorded until then: on the first of the days of which it is asked on which no place was free of it. */
export function brokenAsKnown(taken: SeparationCheckRow, known: Known, by: string): string | null {
  for (const day of taken.days) {
    const asked = { known, taken, day, by };
    const rules = placesOf(asked).map((place) => ruleBrokenIn({ ...asked, place }));
    const [rule = null] = rules.flatMap((one) => (one === null ? [] : [one])).toSorted();
    if (!rules.includes(null)) return rule;
  }
  return null;
}

/** By who held what on one of the days, in one of the places. */
function ruleBrokenIn(asked: AskedInPlace): string | null {
  const { taken, place } = asked;
  const isOne = (of: readonly string[]) => of.includes(taken.person) || (place !== null && of.includes(place));
  const held = heldBy(asked, taken.person, place);
  const isTheirs = (offices: readonly string[]) =>
    offices.includes(taken.office) || held.some(({ office }) => offices.includes(office));
  if (isOne(taken.authors)) return 'author';
  if (isTheirs(taken.offices)) return 'own-office';
  if (isTheirs(taken.scored)) return 'same-finding';
  if (isOne(taken.beneficiaries)) return 'beneficiary';
  const isPaid = areCredited(asked, taken.person, taken.on_behalf_of);
  if (evaluates(asked)) {
    if (isSegretario(asked)) return 'evaluator-segretario';
    if (isRpct(asked)) return 'evaluator-rpct';
    if (isPaid || isBeneficiary(asked)) return 'evaluator-beneficiary';
  }
  if (isPaid) return 'beneficiary';
  if (isDelegate(asked)) return 'delegate';
  return isOne(taken.earlier) ? 'four-eyes' : null;
}
