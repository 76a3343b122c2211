import { lifecycleStateOf, ripeFor, type ShareStanding } from '../objective/standing.js';
import { untouched } from '../objective/state.js';
import type { LifecycleState, LifecycleVerb, Transition } from './lifecycle.js';

/** Where a share can come to be, as the engine tells it apart, and where each verb leads from there. */
export interface Place {
  readonly state: LifecycleState;
  readonly ways: Map<Transition, Place>;
}

interface Facts extends ShareStanding {
  readonly closed: boolean;
}

const IT = {};
const OPEN = { status: 'open' } as const;

/** What each verb makes of a share, as its event does. What a chain approved has a degree; what was paid is adjusted as it was paid. */
const MADE: Readonly<Record<LifecycleVerb, Partial<Facts>>> = {
  propose: { stage: 'proposed' },
  'return-proposal': { stage: 'draft' },
  'withdraw-proposal': { stage: 'draft' },
  validate: { stage: 'validated' },
  approve: { stage: 'planned' },
  assign: { office: 'office' },
  acknowledge: { acknowledged: true },
  suspend: { suspension: IT },
  resume: { suspension: null },
  remove: { removal: IT, suspension: null },
  'submit-rendicontazione': { rendicontazione: OPEN },
  'return-rendicontazione': { rendicontazione: { status: 'returned' } },
  'approve-rendicontazione': { rendicontazione: { status: 'approved' }, score: IT },
  'make-definitive': { definitive: IT },
  liquidate: { premium: IT },
  close: { closed: true },
  reopen: { closed: false, rendicontazione: OPEN, score: null, definitive: null, premium: null },
};

/** As a proposal begins, and as the plan brings it. */
const BEGINNINGS = { draft: 'draft', approved: 'planned' } as const;

/** Where an objective begins. */
export type Beginning = keyof typeof BEGINNINGS;

/**
 * Every place that a share comes to by some transitions: played with the rules by which the engine says what is possible. There are
 * a few dozen at most, for what was done with it is done or is not.
 *
 * @param isOpen  whether a transition can be made from a state, as far as the definition says besides
 */
export function livesUnder(
  transitions: readonly Transition[],
  beginnings: readonly Beginning[],
  isOpen: (transition: Transition, from: LifecycleState) => boolean = () => true,
): readonly Place[] {
  const places = new Map<string, readonly [Place, Facts]>();
  const placeOf = (facts: Facts): Place => {
    const key = keyOf(facts);
    const known = places.get(key);
    if (known !== undefined) return known[0];
    const place = { state: lifecycleStateOf(facts, facts), ways: new Map<Transition, Place>() };
    places.set(key, [place, facts]);
    return place;
  };
  for (const beginning of beginnings) placeOf({ ...untouched, stage: BEGINNINGS[beginning], closed: false });
  // a map goes on through what is added meanwhile
  for (const [place, facts] of places.values()) {
    const ripe = ripeFor(transitions, { closed: facts.closed, shares: [facts] }, facts);
    for (const transition of ripe.filter((one) => isOpen(one, place.state)))
      place.ways.set(transition, placeOf({ ...facts, ...MADE[transition.verb] }));
  }
  return [...places.values()].map(([place]) => place);
}

function keyOf({ stage, rendicontazione, ...facts }: Facts): string {
  const { office, suspension, removal, score, definitive, premium } = facts;
  const done = [office, suspension, removal, score, definitive, premium].map((one) => (one === null ? '0' : '1'));
  return [stage, rendicontazione?.status, facts.acknowledged, facts.closed, ...done].join(' ');
}
