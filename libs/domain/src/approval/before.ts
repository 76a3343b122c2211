import { Refused } from '../refused.js';
import type { Actor } from '../values.js';
import type { ApprovalChain, ApprovalStep } from './before-chain.js';

/** A report on its way through a chain. */
export interface Approval {
  /** As it was when the report was submitted: later changes of the data file do not reach it. */
  readonly chain: ApprovalChain;
  readonly status: 'open' | 'returned' | 'approved';
  /** Index of the step that must act next; counts from 0. */
  readonly stepIndex: number;
  /** Every account that submitted the report, also before a return. */
  readonly submitters: readonly string[];
}

/** The offices that answer for what is reported: its area and the office it is assigned to. */
export interface ReportOwner {
  readonly areaId: string;
  readonly office: string | null;
}

/** The step that must act next; null once approved or while returned. */
export function currentStep(approval: Approval): ApprovalStep | null {
  return approval.status === 'open' ? (approval.chain.steps[approval.stepIndex] ?? null) : null;
}

export function isLastStep(approval: Approval): boolean {
  return approval.stepIndex >= approval.chain.steps.length - 1;
}

/** The office that acts at a step on this report: the step's own, or its substitute where the step would judge itself. Null: nobody may. */
export function approverOf(step: Pick<ApprovalStep, 'office' | 'substitute'>, owner: ReportOwner): string | null {
  if (!owns(owner, step.office)) return step.office;
  return step.substitute !== null && !owns(owner, step.substitute) ? step.substitute : null;
}

/**
 * A chain must lead somewhere for this report before it is frozen with it.
 *
 * @throws Refused `approval/chain-empty`, `approval/no-substitute`
 */
export function requireUsableChain(chain: ApprovalChain, owner: ReportOwner): void {
  if (chain.steps.length === 0) throw new Refused('approval/chain-empty', { chain: chain.id });
  for (const step of chain.steps) requireApprover(step, owner);
}

/**
 * Whether this actor may act at this step now.
 *
 * @returns the step
 * @throws Refused `approval/not-this-step`, `approval/no-substitute`, `approval/own-report`, `approval/not-your-step`
 */
export function requireStep(approval: Approval, stepId: string, owner: ReportOwner, by: Actor): ApprovalStep {
  const step = currentStep(approval);
  if (step === null || step.id !== stepId) {
    const office = step === null ? null : approverOf(step, owner);
    throw new Refused('approval/not-this-step', {
      step: stepId,
      awaited: step?.id ?? '',
      ...(office !== null && { office }),
    });
  }
  const approver = requireApprover(step, owner);
  requireNotOwn(approval, owner, by, approver);
  if (by.office !== approver) throw new Refused('approval/not-your-step', { step: step.id, office: approver });
  return step;
}

/**
 * @param approver  the office that may, where one office does
 * @throws Refused `approval/own-report` when the actor's office answers for the report or the actor submitted it
 */
export function requireNotOwn(
  { submitters }: Pick<Approval, 'submitters'>,
  owner: ReportOwner,
  by: Actor,
  approver?: string,
): void {
  if (owns(owner, by.office) || submitters.includes(by.id)) {
    throw new Refused('approval/own-report', { office: by.office, ...(approver !== undefined && { approver }) });
  }
}

function requireApprover(step: ApprovalStep, owner: ReportOwner): string {
  const approver = approverOf(step, owner);
  if (approver === null) throw new Refused('approval/no-substitute', { step: step.id, office: step.office });
  return approver;
}

function owns({ areaId, office }: ReportOwner, candidate: string): boolean {
  return candidate === areaId || candidate === office;
}
