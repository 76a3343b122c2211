import { takenByOthersEachTime } from '../../separation/four-eyes.js';
import type { StepDefinition } from '../chain-definition.js';
import { approvalSubjects, type ApprovalSubject, type WorkflowDefinition } from '../definition.js';
import { mistake, type WorkflowMistake } from '../mistake.js';
import { entriesOf, isOf } from '../participants.js';

/** Nobody checks or certifies what they did themselves a step before, whatever a file says. */
export function limitsOfIndependence(definition: WorkflowDefinition): WorkflowMistake[] {
  return approvalSubjects.flatMap((subject) => {
    const steps = definition.chains[subject]?.steps ?? [];
    return steps.flatMap((step, index) => {
      const left = leftOut(step, steps.slice(0, index));
      if (left.length === 0 || !mustBe(subject, step, definition)) return [];
      const path = ['chains', subject, 'steps', index, 'independentOf'];
      const needs = entriesOf(step.who, definition);
      return [mistake('limit/same-person', path, { step: step.id, steps: left.join(', ') }, needs)];
    });
  });
}

function mustBe(subject: ApprovalSubject, { who }: StepDefinition, definition: WorkflowDefinition): boolean {
  const certifies = subject === 'rendicontazione' && who.some(isOf('evaluation-body', definition));
  return certifies || takenByOthersEachTime.includes(subject);
}

/** The steps before it whose people could take it too, by what it says; an id that is no step's stands for one of them. */
function leftOut({ independentOf }: StepDefinition, before: readonly StepDefinition[]): readonly string[] {
  if (independentOf === undefined || independentOf === 'earlier') return [];
  const ids = before.map(({ id }) => id);
  if (independentOf === 'nobody') return ids;
  const left = ids.filter((id) => !independentOf.includes(id));
  const unknown = independentOf.filter((id) => !ids.includes(id));
  return left.length > unknown.length ? left : [];
}
