import { isAgreed, onTurn } from '../../approval/agreement.js';
import { currentStep, type Approval } from '../../approval/approval.js';
import { evolveApproval } from '../../approval/evolve.js';
import type { ApprovalFact } from '../../approval/facts.js';
import { panelOf } from '../../approval/panel.js';
import { speaking } from '../../approval/stuck.js';
import { rungsAhead, timeOut } from '../../approval/terms.js';
import { silentOf } from '../../approval/voices.js';
import type { Staff } from '../../organisation/staff.js';
import type { Instant } from '../../values.js';
import type { StepDefinition } from '../chain-definition.js';
import { DAY } from './chain-staff.js';

/** When everything happens that no time-out brings. */
export const AT: Instant = `${DAY}T08:00:00.000Z`;

/** How many moments of an approval are looked at: what comes after them is taken to go well. */
const MOMENTS = 3000;

const CALENDAR = { patronDay: null };

/**
 * The approval where it stands still, by the step, the shortest way to it: played with the engine's own rules, whoever takes each
 * step, corrects the degree on the way, or lets its term pass.
 *
 * @param finite  whether an office has no more people than it has here
 */
export function deadEndsOf(
  approval: Approval,
  staff: Staff,
  finite: (office: string) => boolean,
): ReadonlyMap<string, Approval> {
  const dead = new Map<string, Approval>();
  const moments = new Map([[keyOf(approval), approval]]);
  // a map goes on through what is added meanwhile
  for (const moment of moments.values()) {
    const step = currentStep(moment);
    if (step === null || dead.has(step.id)) continue;
    const next = [...spoken(moment, step, staff, finite), ...timedOut(moment, staff)];
    if (next.length === 0) dead.set(step.id, moment);
    if (moments.size < MOMENTS) for (const one of next) moments.set(keyOf(one), moments.get(keyOf(one)) ?? one);
  }
  return dead;
}

/** After one more word, whoever says it; of several who have done the same so far one. */
function spoken(
  approval: Approval,
  step: StepDefinition,
  staff: Staff,
  finite: (office: string) => boolean,
): readonly Approval[] {
  const { votes } = approval.opening;
  const panel = panelOf(approval, step, staff);
  if (panel === null) return [];
  return onTurn(step, panel, votes).flatMap((seat) => {
    const alike = new Set<string>();
    const one = silentOf(step, seat, votes).filter((person) => {
      const past = pastOf(person, approval);
      return !alike.has(past) && alike.add(past);
    });
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
