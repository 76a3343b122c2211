import { usuallyIndependentOf } from '../separation/four-eyes.js';
import type { StepDefinition } from './chain-definition.js';
import { approvalSubjects, type OfficeDefinition, type WorkflowDefinition } from './definition.js';
import { membersOf } from './members-of.js';
import type { Advice } from './mistake.js';

/**
 * A time-out that can never call anybody: the office is one person, who has always taken a step before of which this one is
 * independent. Where it is theirs that is approved they are kept from both.
 */
export function callsNobody({ chains, offices }: WorkflowDefinition): Advice[] {
  return approvalSubjects.flatMap((subject) => {
    const steps = chains[subject]?.steps ?? [];
    return steps.flatMap((step, index) => {
      const of = step.independentOf ?? usuallyIndependentOf(subject, step);
      const before =
        of === 'nobody' ? [] : steps.slice(0, index).filter(({ id }) => of === 'earlier' || of.includes(id));
      return step.onTimeout.flatMap((action, rung): Advice[] => {
        const part = action.do === 'escalate' ? 'to' : 'by';
        const called = action.do === 'escalate' ? action.to : action.do === 'substitute' ? action.by : null;
        if (called === null || !('office' in called)) return [];
        const { office } = called;
        const taken = before.find((one) => isAlwaysTakenBy(office, one, offices));
        if (taken === undefined) return [];
        const path = ['chains', subject, 'steps', index, 'onTimeout', rung, part];
        return [{ code: 'workflow/calls-nobody', path, facts: { step: step.id, office, before: taken.id } }];
      });
    });
  });
}

/** By its one person: nobody speaks in their place but where they are kept from it, nor does silence. */
function isAlwaysTakenBy(
  office: string,
  { who, agreement, onTimeout }: StepDefinition,
  offices: readonly OfficeDefinition[],
): boolean {
  const isAsked = who.some((one) => 'office' in one && one.office === office);
  const isNeeded = who.length === 1 || agreement.kind === 'all';
  return isAsked && isNeeded && membersOf(office, offices) === 1 && onTimeout.every((action) => action.do === 'remind');
}
