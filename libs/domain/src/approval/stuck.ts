import type { Staff } from '../organisation/staff.js';
import type { StepDefinition } from '../workflow/chain-definition.js';
import { isAgreed, weightOf } from './agreement.js';
import type { Panel, Seat } from './panel.js';
import { placeOf, silentOf, type Voted } from './voices.js';

/**
 * Why nobody can bring a step on: `barred`, too many are on the other side of the control; `vacant`, too few offices
 * are held, or too few hold one; `same-person`, one person holds several of those that must each speak;
 * `vacant-same-person`, both: an office is vacant, and one person holds several of the others; `disabled`, the offices are
 * held, but too few of their holders have an account in use.
 */
export type Stuck = 'barred' | 'vacant' | 'same-person' | 'vacant-same-person' | 'disabled';

/** @returns null when the step could still agree if everyone who is left did */
export function stuckAt(
  step: StepDefinition,
  panel: Panel | null,
  votes: readonly Voted[],
  { disabled = [] }: Pick<Staff, 'disabled'>,
): Stuck | null {
  if (panel === null) return 'barred';
  const why = stuckWithAll(step, panel, votes);
  if (why !== null || disabled.length === 0) return why;
  const seats = panel.seats.map((seat) => ({
    ...seat,
    persons: seat.persons.filter((one) => !disabled.includes(one)),
  }));
  const said = everyoneLeft(step, { ...panel, seats }, votes);
  // whoever is away is still asked, where all must speak
  return said.length > votes.length && isAgreed(step, panel, said) ? null : 'disabled';
}

function stuckWithAll(step: StepDefinition, panel: Panel, votes: readonly Voted[]): Stuck | null {
  const said = everyoneLeft(step, panel, votes);
  if (isAgreed(step, panel, said)) {
    if (said.length > votes.length) return null;
    // those who were still to speak have left or are barred: a step passes by a vote, and nobody has one left
    const isBarred = panel.seats.some(({ holders, persons }) => holders.some((holder) => !persons.includes(holder)));
    return isBarred ? 'barred' : 'vacant';
  }
  const filled = withoutVacancies(panel);
  const wouldDo = (as: Panel) => isAgreed(step, as, asManyPersonsAsSeats(as, votes));
  if (filled === null) return wouldDo(panel) ? 'same-person' : panel.rule === null ? 'vacant' : 'barred';
  const isEnough = isAgreed(step, filled, everyoneLeft(step, filled, votes));
  return wouldDo(panel) || (!isEnough && wouldDo(filled)) ? 'vacant-same-person' : 'vacant';
}

/** The same step once each vacant office is held by somebody who holds no other; null: none is vacant. */
export function withoutVacancies(panel: Panel): Panel | null {
  if (panel.seats.every(({ persons }) => persons.length > 0)) return null;
  const seats = panel.seats.map((seat) => {
    const holder = `${seat.office}/`; // no account's id
    return seat.persons.length > 0 ? seat : { ...seat, persons: [holder], holders: [holder] };
  });
  return { ...panel, seats };
}

/** The votes once everyone who is left has spoken too, each once and where it counts most. */
function everyoneLeft(step: StepDefinition, panel: Panel, votes: readonly Voted[]): readonly Voted[] {
  const speakers = speakersOf(step, panel, votes);
  const first = panel.seats.flatMap((seat) =>
    [...speakers].flatMap(([person, of]) => (of === seat ? [{ person, seat }] : [])),
  );
  const others = panel.seats.flatMap((seat) => seat.persons.map((person) => ({ person, seat })));
  return [...first, ...others].reduce(
    (said, { person, seat }) =>
      silentOf(step, seat, said).includes(person) ? [...said, speaking(person, seat, said)] : said,
    votes,
  );
}

/** Who speaks for which seat, so that those that weigh most have somebody: whoever could speak for two makes room. */
function speakersOf(step: StepDefinition, panel: Panel, votes: readonly Voted[]): ReadonlyMap<string, Seat> {
  const { agreement } = step;
  const weight = ({ office, decides }: Seat) =>
    decides ? Number.MAX_VALUE : agreement.kind === 'weighted' ? weightOf(office, agreement.weights, panel) : 0;
  const speakers = new Map<string, Seat>();
  const finds = (seat: Seat, asked: Set<string>): boolean =>
    silentOf(step, seat, votes).some((person) => {
      if (asked.has(person)) return false;
      asked.add(person);
      const other = speakers.get(person);
      if (other !== undefined && !finds(other, asked)) return false;
      speakers.set(person, seat);
      return true;
    });
  for (const seat of panel.seats.toSorted((a, b) => weight(b) - weight(a))) finds(seat, new Set());
  return speakers;
}

/** One more who speaks, in whose place they do. */
export function speaking(person: string, seat: Seat, said: readonly Voted[]): Voted {
  return { person, office: seat.office, onBehalfOf: placeOf(seat.office, seat.places[person] ?? [], said) };
}

/** The votes if whoever holds several offices were another person as each. */
function asManyPersonsAsSeats({ seats }: Panel, votes: readonly Voted[]): readonly Voted[] {
  const each = seats.flatMap(({ office, holders }) =>
    holders.map((holder) => ({ person: `${office}/${holder}`, office, onBehalfOf: holder })),
  );
  return [...votes, ...each.filter(({ office }) => !votes.some((vote) => vote.office === office))];
}
