import type { StepDefinition } from '../workflow/chain-definition.js';
import type { Vote } from './approval.js';
import type { Seat } from './panel.js';

/** Who spoke, as which office, and in whose place. */
export type Voted = Pick<Vote, 'person' | 'office'> & Partial<Pick<Vote, 'onBehalfOf'>>;

/** Whether one person speaks for a whole office at this step, so that a second one of it adds nothing. */
export function isByOffice({ agreement }: Pick<StepDefinition, 'agreement'>): boolean {
  return agreement.kind === 'weighted' || (agreement.kind === 'all' && agreement.of === 'offices');
}

/** Whether somebody has spoken as whichever office, or another in their place as this one. */
export function isHeard(person: string, office: string, votes: readonly Voted[]): boolean {
  return isTaken(person, office, votes) || votes.some((vote) => vote.person === person);
}

/** Whether the place of who holds an office has spoken, by them or by another. */
export function isTaken(holder: string, office: string, votes: readonly Voted[]): boolean {
  return votes.some((vote) => vote.office === office && (vote.person === holder || vote.onBehalfOf === holder));
}

/**
 * In whose place somebody speaks: of several the first who has not spoken; null: in their own right.
 *
 * @param places  those for whom they may speak; none: they hold the office
 */
export function placeOf(office: string, places: readonly string[], votes: readonly Voted[]): string | null {
  return places.find((place) => isFree(place, office, votes)) ?? places[0] ?? null;
}

/** Those of a seat who have still to speak; a delegate only as long as one of those has not in whose place they would. */
export function silentOf(
  step: Pick<StepDefinition, 'agreement'>,
  { office, persons, places }: Seat,
  votes: readonly Voted[],
): readonly string[] {
  if (isByOffice(step) && votes.some((vote) => vote.office === office)) return [];
  return persons.filter((person) => {
    const of = places[person] ?? [];
    return !isHeard(person, office, votes) && (of.length === 0 || of.some((place) => isFree(place, office, votes)));
  });
}

/** Whether everyone who holds the office has spoken, or another in their place; of a vacant one everyone who acts for it. */
export function haveAllSpoken({ office, persons, holders }: Seat, votes: readonly Voted[]): boolean {
  const members = holders.length === 0 ? persons : persons.filter((person) => holders.includes(person));
  // what nobody holds is waited for, unless somebody spoke for it before
  if (members.length === 0) return votes.some((vote) => vote.office === office);
  return members.every((person) => isHeard(person, office, votes));
}

/** In the place of a vacant office several may speak. */
function isFree(place: string, office: string, votes: readonly Voted[]): boolean {
  return place === office || !isTaken(place, office, votes);
}
