import type { Approval } from '../../approval/approval.js';
import { begun } from '../../approval/open.js';
import { ownFirstStep } from '../../approval/own-first-step.js';
import type { Staff } from '../../organisation/staff.js';
import { sayingWhoIsIndependent } from '../../separation/four-eyes.js';
import type { StepDefinition } from '../chain-definition.js';
import type { ApprovalSubject } from '../definition.js';
import { firstOf, type Both } from './chain-staff.js';
import { AT } from './dead-ends.js';
import type { Whose } from './whose.js';

/** The same, as somebody proposes it; null: nobody asks who. */
export interface Proposed extends Whose {
  readonly proposer: string | null;
}

/** As `propose` of a run does: who proposes it takes the first step by that where it is theirs, and no step where it is not. */
export function setOut(
  subject: ApprovalSubject,
  steps: readonly StepDefinition[],
  { proposer, parties, ...whose }: Proposed,
  staff: Staff,
  both: Both | null,
): Approval {
  if (proposer === null) return beginning(subject, steps, { ...whose, parties });
  const person = firstOf(proposer, both);
  const prepared = { ...parties, prepared: [{ person, office: proposer }] };
  const alone = beginning(subject, steps, { ...whose, parties: prepared });
  const isTheirs = ownFirstStep(alone, { by: { id: person, office: proposer }, staff }) !== null;
  return isTheirs ? alone : beginning(subject, steps, { ...whose, parties: { ...prepared, authors: [person] } });
}

/** As it begins, whoever proposes it. */
export function beginning(
  subject: ApprovalSubject,
  steps: readonly StepDefinition[],
  { parties, relations }: Whose,
): Approval {
  const chain = sayingWhoIsIndependent({ id: subject, version: 1, steps }, subject);
  return begun({ subject, chain, workflow: null, parties, relations, panels: {}, degree: null, at: AT });
}
