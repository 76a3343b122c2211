import { romeDayOf } from '../calendar/rome.js';
import { isSameSeat } from './agreement.js';
import { currentStep, type Approval, type Claim, type Opening } from './approval.js';
import type { Instant } from '../values.js';
import { earlierAt, tookBy, type Took } from '../separation/four-eyes.js';
import type { ApprovalFact, ApprovalFactOf, Lost } from './facts.js';
import { joinedBy } from './given-to.js';
import { dayCorrected } from './day-corrected.js';
import { passedLate } from './days-of.js';
import { fresh } from './open.js';
import { keptBeyond } from './kept-beyond.js';
import { isSameAgreement, isSameWait } from './same-definition.js';
import { isHeard } from './voices.js';

/** The approval after a fact, with whatever else the state of what it belongs to holds. */
export function evolveApproval<A extends Approval>(approval: A, fact: ApprovalFact): A {
  const { opening } = approval;
  switch (fact.kind) {
    case 'voted': {
      const { person, office, onBehalfOf, outcome, note, act, rerouted, on, at } = fact;
      const called = calledAs(office, opening);
      const more = { ...(rerouted && { rerouted }), ...(called && { called }), ...(on !== undefined && { on }) };
      const vote = { person, office, onBehalfOf, outcome, note, act, ...more, at };
      if (outcome === 'return' || outcome === 'reject') {
        const ended = { ...vote, step: fact.step, reason: '' };
        return { ...approval, returnBy: fact.returnBy, returnedOn: on ?? act?.date ?? romeDayOf(at), ended };
      }
      return {
        ...withOpening(approval, { votes: [...opening.votes, vote] }),
        took: tookBy(approval.took, vote, fact.step),
      };
    }
    case 'step-passed':
      return passedOn(approval, fact.step, fact.at);
    case 'returned':
      return { ...approval, status: 'returned', points: fact.points, returnBy: fact.returnBy };
    case 'rejected':
      return { ...approval, status: 'rejected', ...endedFor(approval, fact.reason) };
    case 'degree-corrected': {
      const { step, from, to } = fact;
      const corrections = [...(approval.corrections ?? []), { step, from, to }];
      // Who had agreed, agreed to another degree.
      return { ...withOpening(approval, { votes: [] }), degree: to, corrections };
    }
    case 'claimed':
      return withClaim(approval, { person: fact.person, office: fact.office });
    case 'released':
      return withOpening(approval, { claims: opening.claims.filter(({ person }) => person !== fact.person) });
    case 'reassigned':
      return withClaim(approval, fact.to);
    case 'reminded':
      return withOpening(approval, { rungs: [...opening.rungs, fact.rung] });
    case 'approved-silently':
      return {
        ...withOpening(approval, { rungs: [...opening.rungs, fact.rung], silentAt: fact.at }),
        silences: { ...approval.silences, [fact.step]: { at: fact.at, offices: fact.silent ?? [] } },
      };
    case 'escalated':
      return withOpening(approval, {
        rungs: [...opening.rungs, fact.rung],
        escalatedTo: [...opening.escalatedTo, ...fact.offices],
        called: calledBy(opening, fact),
      });
    case 'substituted':
      return withOpening(approval, {
        rungs: [...opening.rungs, fact.rung],
        // A substitute who may not act takes nobody's place.
        substitutes: fact.offices.length === 0 ? opening.substitutes : fact.offices,
        called: calledBy(opening, fact),
      });
    case 'migrated':
      return migrated(approval, fact);
    case 'joined':
      return joinedBy(approval, fact);
    case 'day-corrected':
      return dayCorrected(approval, fact);
    case 'approved':
      return { ...approval, status: 'approved' };
    default:
      return approval; // a fact newer than this code: history must stay readable
  }
}

/**
 * The approval at its next step.
 *
 * @param at  null where the log does not say since when that one waits: for approvals older than terms
 */
export function passedOn<A extends Approval>(approval: A, step: string, at: Instant | null): A {
  const { passed, opening } = approval;
  const agreed = { ...approval.agreed, [step]: opening.votes };
  const next = fresh(opening.number + 1, at, passedLate(opening, at));
  return withEarlier({ ...approval, passed: [...passed, step], agreed, opening: next });
}

/** Who took other steps is on the other side of the one that waits, as far as it is independent of them. */
function withEarlier<A extends Approval>(approval: A): A {
  const { subject, took } = approval;
  const step = currentStep(approval);
  const earlier = step === null ? [] : earlierAt(step, subject, took);
  const { earlier: _, ...parties } = approval.parties;
  return { ...approval, parties: earlier.length === 0 ? parties : { ...parties, earlier } };
}

function migrated<A extends Approval>(
  approval: A,
  { chain, workflow, panels, lost, degree, at }: Extract<ApprovalFact, { readonly kind: 'migrated' }>,
): A {
  const gone = lost.flatMap((what) => (what.what === 'step' ? [what.step] : []));
  const passed = approval.passed.filter((step) => !gone.includes(step));
  const loses = (what: 'votes' | 'claim' | 'time-outs') => lost.some((one) => one.what === what);
  const [now, next] = [currentStep(approval), currentStep({ ...approval, chain, passed })];
  const goesOn = isSameWait(now, next) && !loses('time-outs');
  const { opening } = approval;
  // with its vote goes the claim of who had spoken
  const unspent = loses('votes') ? opening.claims.filter((held) => !isSpent(held, opening)) : opening.claims;
  return withEarlier({
    ...approval,
    ...(approval.silences && { silences: without(approval.silences, gone) }),
    ...(approval.corrections && { corrections: keptBeyond(approval.corrections, approval, lost) }),
    ...(degree !== undefined && { degree }),
    chain,
    workflow,
    panels,
    passed,
    took: tookBeyond(approval, lost),
    agreed: without(approval.agreed, gone),
    opening: {
      ...(goesOn ? opening : fresh(opening.number + 1, at)),
      votes: loses('votes') ? [] : opening.votes,
      claims: loses('claim') || !isSameAgreement(now, next) ? [] : unspent,
    },
  });
}

function endedFor({ ended }: Approval, reason: string): Pick<Approval, 'ended'> {
  return ended === undefined ? {} : { ended: { ...ended, reason } };
}

function isSpent({ person, office }: Claim, { votes }: Opening): boolean {
  return isHeard(person, office, votes);
}

/** Whoever took what a migration loses took nothing. */
export function tookBeyond({ took }: Pick<Approval, 'took'>, lost: readonly Lost[]): Took {
  const undone = lost.flatMap((what) => (what.what === 'step' || what.what === 'votes' ? [what.step] : []));
  return without(took, undone);
}

function without<T>(bySteps: Readonly<Record<string, T>>, gone: readonly string[]): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(bySteps).filter(([step]) => !gone.includes(step)));
}

/** From the day of the rung on; an office that was called before keeps its own. */
function calledBy({ called }: Opening, { offices, at }: ApprovalFactOf<'escalated' | 'substituted'>) {
  return { ...Object.fromEntries(offices.map((office) => [office, romeDayOf(at)])), ...called };
}

/** In the place of any other claim of the seat. */
function withClaim<A extends Approval>(approval: A, claim: Claim): A {
  const step = currentStep(approval);
  const { opening } = approval;
  const others = opening.claims.filter((held) => step !== null && !isSameSeat(step, opening, held, claim));
  return withOpening(approval, { claims: [...others, claim] });
}

function withOpening<A extends Approval>(approval: A, change: Partial<Opening>): A {
  return { ...approval, opening: { ...approval.opening, ...change } };
}

function calledAs(office: string, { substitutes, escalatedTo }: Opening): 'beside' | 'instead' | null {
  if (substitutes?.includes(office) === true) return 'instead';
  return escalatedTo.includes(office) ? 'beside' : null;
}
