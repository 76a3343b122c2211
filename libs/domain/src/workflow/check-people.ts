import { usuallyIndependentOf } from '../separation/four-eyes.js';
import type { ChainDefinition, StepDefinition } from './chain-definition.js';
import type { ApprovalSubject, OfficeDefinition } from './definition.js';
import { membersOf } from './members-of.js';
import { mistake, type DefinitionPath, type WorkflowMistake } from './mistake.js';
import { entriesOf, othersAt } from './participants.js';

/**
 * A step that others than those before it must take has somebody left for it. Told where the file says how many there are:
 * of an office with `members`, and of the Segretario and the substitute, who are one each.
 */
export function checkPeople(
  subject: ApprovalSubject,
  { steps }: Pick<ChainDefinition, 'steps'>,
  offices: readonly OfficeDefinition[],
  path: DefinitionPath,
): WorkflowMistake[] {
  return steps.flatMap((step, index) => {
    const who = officesAt(step);
    const most = who === null ? null : seatsOf(who, offices);
    if (who === null || most === null) return [];
    const before = independent(subject, step, steps.slice(0, index)).filter((one) => isWithin(who, one));
    const others = before.reduce<readonly StepDefinition[]>(
      (kept, one) => (independent(subject, one, kept).length === kept.length ? [...kept, one] : kept),
      [],
    );
    const count = [...others, step].reduce((sum, one) => sum + fewestAt(one), 0);
    if (others.length === 0 || count <= most) return [];
    const facts = { step: step.id, steps: others.map(({ id }) => id).join(', '), who: who.join(', '), count, most };
    const needs = entriesOf(
      who.map((office) => ({ office })),
      { offices },
    );
    return [mistake('workflow/too-few-people', [...path, index, 'who'], facts, needs)];
  });
}

/** The steps among those before it that are taken by others than it. */
function independent(subject: ApprovalSubject, step: StepDefinition, before: readonly StepDefinition[]) {
  const of = step.independentOf ?? usuallyIndependentOf(subject, step);
  if (of === 'nobody') return [];
  return of === 'earlier' ? before : before.filter(({ id }) => of.includes(id));
}

/** Every office that may come to act there; null: who is there only the day tells. */
function officesAt(step: StepDefinition): readonly string[] | null {
  const named = [...step.who, ...othersAt({ step, path: [] }).map(({ participant }) => participant)];
  const offices = named.flatMap((participant) => ('office' in participant ? [participant.office] : []));
  return offices.length < named.length || offices.length === 0 ? null : [...new Set(offices)];
}

function isWithin(offices: readonly string[], step: StepDefinition): boolean {
  return officesAt(step)?.every((office) => offices.includes(office)) ?? false;
}

function seatsOf(who: readonly string[], offices: readonly OfficeDefinition[]): number | null {
  const seats = who.map((office) => membersOf(office, offices));
  return seats.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);
}

/** How many people take a step at least. */
function fewestAt({ agreement, who }: StepDefinition): number {
  if (agreement.kind === 'quorum') return agreement.count;
  return agreement.kind === 'all' && agreement.of === 'offices' ? who.length : 1;
}
