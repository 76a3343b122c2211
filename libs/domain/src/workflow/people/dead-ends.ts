import { isAgreed, onTurn } from '../../approval/agreement.js';
import { currentStep, type Approval } from '../../approval/approval.js';
import { evolveApproval } from '../../approval/evolve.js';
import type { ApprovalFact } from '../../approval/facts.js';
import { panelOf, type Seat } from '../../approval/panel.js';
import { speaking } from '../../approval/stuck.js';
import { rungsAhead, timeOut } from '../../approval/terms.js';
import { silentOf } from '../../approval/voices.js';
import type { Staff } from '../../organisation/staff.js';
import type { Instant } from '../../values.js';
import type { StepDefinition } from '../chain-definition.js';
import { oneOfEach } from './alike.js';
import { DAY } from './chain-staff.js';

/** When everything happens that no time-out brings. */
export const AT: Instant = `${DAY}T08:00:00.000Z`;

/** How many moments of an approval are looked at: what comes after them is taken to go well. */
const MOMENTS = 3000;

/** How many people are asked about, over all that a chain may be about: a second or two, where hundreds might speak. */
export const WORK = 50_000;

/** What is left of it. */
export interface Work {
  left: number;
}

const CALENDAR = { patronDay: null };

/**
 * The approval where it stands still, by the step, the shortest way to it: played with the engine's own rules, whoever takes each
 * step, corrects the degree on the way, or lets its term pass.
 *
 * @param finite  whether an office has no more people than it has here
 * @param kindOf  of two offices of one kind, which have done the same, one speaks for both
 */
export function deadEndsOf(
  approval: Approval,
  staff: Staff,
  { finite, kindOf, work }: Played,
): ReadonlyMap<string, Approval> {
  const dead = new Map<string, Approval>();
  const moments = new Map([[keyOf(approval), approval]]);
  // a map goes on through what is added meanwhile
  for (const moment of moments.values()) {
    const step = currentStep(moment);
    if (step === null || dead.has(step.id)) continue;
    if (work.left <= 0) break;
    const next = [...spoken(moment, step, staff, { finite, kindOf, work }), ...timedOut(moment, staff)];
    if (next.length === 0) dead.set(step.id, moment);
    if (moments.size < MOMENTS) for (const one of next) moments.set(keyOf(one), moments.get(keyOf(one)) ?? one);
  }
  return dead;
}

/** What is known of the offices that are played, and how far. */
export interface Played {
  readonly finite: (office: string) => boolean;
  readonly kindOf: (office: string) => string;
  readonly work: Work;
}

/** After one more word, whoever says it; of several who have done the same so far one. */
function spoken(
  approval: Approval,
  step: StepDefinition,
  staff: Staff,
  { finite, kindOf, work }: Played,
): readonly Approval[] {
  const { votes } = approval.opening;
  const panel = panelOf(approval, step, staff);
  if (panel === null) return [];
  const seats = onTurn(step, panel, votes);
  work.left -= seats.reduce((sum, { persons }) => sum + persons.length, 1);
  const past = (person: string) => pastOf(person, approval);
  const pastOfSeat = (seat: Seat) =>
    [...seat.persons.map(past), '', ...silentOf(step, seat, votes).map(past)].join('\n');
  return oneOfEach(seats, (seat) => `${kindOf(seat.office)} ${pastOfSeat(seat)}`).flatMap((seat) => {
    const one = oneOfEach(silentOf(step, seat, votes), past);
    // a correction asks everybody again: what is never enough of an endless office says nothing
    const corrects = step.outcomes.includes('correct-degree') && votes.length > 0 && finite(seat.office);
    return one.flatMap((person) => {
      const voted = { kind: 'voted', step: step.id, ...speaking(person, seat, votes), ...APPROVING } as const;
      const said = (before: Approval): Approval => {
        const after = evolveApproval(before, { ...voted, onBehalfOf: null });
        if (!isAgreed(step, panel, after.opening.votes)) return after;
        return evolveApproval(after, { ...passed(step), office: seat.office });
      };
      return corrects ? [said(approval), said(evolveApproval(approval, corrected(step)))] : [said(approval)];
    });
  });
}

const APPROVING = { outcome: 'approve', note: '', act: null, returnBy: null, at: AT } as const;

function passed({ id }: StepDefinition) {
  return { kind: 'step-passed', step: id, note: '', act: null, final: false, at: AT } as const;
}

function corrected({ id }: StepDefinition): ApprovalFact {
  return { kind: 'degree-corrected', step: id, from: '0', to: '0', reason: '', at: AT };
}

/** Once the next time-out has come. */
function timedOut(approval: Approval, staff: Staff): readonly Approval[] {
  const [next] = rungsAhead(approval, CALENDAR);
  if (next === undefined) return [];
  const facts = timeOut(approval, staff, `${next.on}T12:00:00.000Z`, CALENDAR);
  return facts.length === 0 ? [] : [facts.reduce((before, fact) => evolveApproval(before, fact), approval)];
}

/** What somebody has done, and whether it is theirs. */
function pastOf(person: string, { took, parties }: Approval): string {
  const steps = Object.entries(took).flatMap(([step, by]) => (by.includes(person) ? [step] : []));
  return [...steps.toSorted(), parties.authors.includes(person), parties.beneficiaries.includes(person)].join(' ');
}

function keyOf({ passed: steps, took, opening }: Approval): string {
  const { votes, rungs, escalatedTo, substitutes } = opening;
  const taken = Object.entries(took).map(([step, by]) => [step, by.toSorted()]);
  return JSON.stringify([
    steps.length,
    taken,
    votes.map(({ person, office }) => [person, office]),
    rungs,
    escalatedTo,
    substitutes,
  ]);
}
