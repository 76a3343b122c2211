import { daysAsked } from '../organisation/as-of.js';
import type { Staff } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import { requireText } from '../text.js';
import { earlierAt, sayingWhoIsIndependent } from '../separation/four-eyes.js';
import type { ChainDefinition, StepDefinition } from '../workflow/chain-definition.js';
import type { WorkflowRef } from '../workflow/definition.js';
import { requireNoParty, type ByStaff } from './actor.js';
import { currentStep, type Approval, type Panels, type Vote } from './approval.js';
import { bindingClaims } from './claims.js';
import { deadEndOf, openedByAnother } from './dead-end.js';
import { evolveApproval, tookBeyond } from './evolve.js';
import type { ApprovalFactOf, Lost } from './facts.js';
import { requireNoSegretario } from './for-the-segretario.js';
import { inItsWords } from './in-its-words.js';
import { keptBeyond } from './kept-beyond.js';
import { panelsOf } from './open.js';
import { panelOf, type Panel } from './panel.js';
import { isSameAgreement, isSameWait } from './same-definition.js';

export interface Migration {
  readonly chain: ChainDefinition;
  readonly workflow: WorkflowRef | null;
  readonly reason: string;
}

/**
 * Moves a running approval to another version of its chain. Steps that agreed stay agreed if the new version has them;
 * the first that has not agreed waits next. The fact says what could not be carried over.
 *
 * @throws Refused `approval/not-open`, `approval/own-report`, `approval/for-the-segretario`, `approval/same-version`,
 * `approval/chain-empty`, `approval/no-substitute`, `approval/too-few`, `approval/nobody-at-step`, `approval/would-approve`, `value/text-missing`
 */
export function migrate(
  approval: Approval,
  { chain: to, workflow, reason, by, staff, on, at }: Migration & ByStaff,
): readonly [ApprovalFactOf<'migrated'>] {
  const now = currentStep(approval);
  if (now === null) throw new Refused('approval/not-open', { status: approval.status });
  requireNoParty(approval, { by, staff, on }); // nobody chooses by which rules they are judged
  for (const of of daysAsked(staff, on)) requireNoSegretario(approval, by, of);
  requireText(reason, 'reason');
  if (isSameVersion(approval, to, workflow)) {
    throw new Refused('approval/same-version', { chain: to.id, version: to.version });
  }
  const chain = sayingWhoIsIndependent(to, approval.subject);
  if (chain.steps.length === 0) throw new Refused('approval/chain-empty', { chain: chain.id });
  const next = currentStep({ ...approval, chain });
  if (next === null) throw new Refused('approval/would-approve', { chain: chain.id, version: chain.version });
  const lost = lostBy(approval, now, next, chain, panelOf(approval, now, staff));
  const panels = panelsAfter({ ...approval, took: tookBeyond(approval, lost) }, chain, staff);
  const back = degreeWithout(approval, lost);
  const migrated = { kind: 'migrated', chain, workflow, panels, reason, lost, ...back, at } as const;
  requireWayThrough(evolveApproval(approval, migrated), staff);
  return [migrated];
}

/** The degree as it was corrected by those whose word is kept; none where it stays as it is. */
function degreeWithout(approval: Approval, lost: readonly Lost[]): Pick<ApprovalFactOf<'migrated'>, 'degree'> {
  const { corrections = [] } = approval;
  const [first] = corrections;
  const kept = keptBeyond(corrections, approval, lost);
  if (first === undefined || kept.length === corrections.length) return {};
  return { degree: kept.at(-1)?.to ?? first.from };
}

/** Whoever chooses a version chooses one that somebody can bring to its end. @throws Refused `approval/nobody-at-step` */
function requireWayThrough(approval: Approval, staff: Staff): void {
  const found = deadEndOf(approval, staff);
  if (found === null) return;
  const { step, offices, persons, taken, rule } = found;
  inItsWords(approval.chain, () => {
    throw new Refused('approval/nobody-at-step', {
      step,
      offices: offices.join(', '),
      persons: persons.join(', '),
      steps: taken.join(', '),
      ...(rule !== null && { rule }),
      who: openedByAnother(approval, staff).join(', '),
    });
  });
}

/** Of another workflow the same number means another version; of one that nobody told, the chain's name alone tells. */
function isSameVersion(
  { chain: now, workflow: followed }: Approval,
  to: ChainDefinition,
  workflow: WorkflowRef | null,
): boolean {
  const ofAnother = followed !== null && workflow !== null && followed.id !== workflow.id;
  return !ofAnother && to.id === now.id && to.version === now.version;
}

/** Whoever took a step that agreed may take no other: theirs is not asked anew, and keeps those who could take it. */
function panelsAfter(approval: Approval, chain: ChainDefinition, staff: Staff): Panels {
  const agreed = Object.entries(approval.panels).filter(
    ([id]) => approval.passed.includes(id) && chain.steps.some((step) => step.id === id),
  );
  const ahead = chain.steps.filter(({ id }) => !approval.passed.includes(id));
  return { ...Object.fromEntries(agreed), ...panelsOf({ ...approval, chain: { ...chain, steps: ahead } }, staff) };
}

function lostBy(
  approval: Approval,
  now: StepDefinition,
  next: StepDefinition,
  chain: ChainDefinition,
  panel: Panel | null,
): readonly Lost[] {
  const { opening, passed } = approval;
  const kept = chain.steps.map(({ id }) => id);
  const lost: Lost[] = passed.filter((step) => !kept.includes(step)).map((step) => ({ what: 'step', step }));
  const sameAgreement = isSameAgreement(now, next);
  const step = now.id;
  const earlier = earlierAt(next, approval.subject, tookBeyond(approval, lost));
  const took = ({ person, onBehalfOf = null }: Partial<Vote>) =>
    [person, onBehalfOf].some((one) => one != null && earlier.includes(one));
  // whom the new version wants to be another person than who took an earlier step has not agreed by it
  if ((!sameAgreement || opening.votes.some(took)) && opening.votes.length > 0) {
    lost.push({ what: 'votes', step, persons: opening.votes.map(({ person }) => person) });
  }
  // a claim of who has spoken holds off nobody any more: it is not lost
  const claims = panel === null ? [] : bindingClaims(opening, now, panel);
  if ((!sameAgreement || claims.some(took)) && claims.length > 0) {
    lost.push({ what: 'claim', step, persons: claims.map(({ person }) => person) });
  }
  // whoever a time-out called decides for those who were silent: not for whoever is asked otherwise now
  const called = opening.substitutes !== null || opening.escalatedTo.length > 0;
  const waitsOn = isSameWait(now, next) && (sameAgreement || !called);
  if (now.term !== null && !waitsOn) lost.push({ what: 'time-outs', step });
  return lost;
}
