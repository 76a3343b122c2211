import type { ByStaff } from './actor.js';
import { currentStep, type Approval } from './approval.js';
import { panelOf } from './panel.js';

/** The step that waits, where it is that of whoever sets the approval out and asks for no act: to do so is to take it. */
export function ownFirstStep(approval: Approval, { by, staff }: Pick<ByStaff, 'by' | 'staff'>): string | null {
  const step = currentStep(approval);
  if (step === null || step.act !== null || !step.outcomes.includes('approve')) return null;
  const seat = panelOf(approval, step, staff)?.seats[0];
  return seat !== undefined && seat.office === by.office && seat.persons.includes(by.id) ? step.id : null;
}
