import { withNobody } from '../check-people.js';
import type { StepDefinition } from '../chain-definition.js';
import {
  approvalSubjects,
  type ApprovalSubject,
  type OfficeDefinition,
  type WorkflowDefinition,
} from '../definition.js';
import { membersOf } from '../members-of.js';
import { functionOf } from '../participants.js';
import { AREA, officesIn, type Both } from './chain-staff.js';
import { WORK } from './dead-ends.js';
import { proposingIn } from './proposing.js';

/** A step at which nobody may be left where one person holds two offices. */
export interface TwoOffices {
  readonly subject: ApprovalSubject;
  /** Where it stands in its chain. */
  readonly index: number;
  readonly step: string;
  /** Each two of one person alone; `AREA`: the area that answers for what is approved. */
  readonly pairs: readonly Both[];
}

/** How many pairs of one chain are played: a small town has a handful. */
const MOST_PAIRS = 30;

/** Of a definition without mistakes, by which somebody is left at each step where nobody holds two. */
export function leftByTwoOffices(definition: WorkflowDefinition): readonly TwoOffices[] {
  const { chains, offices } = definition;
  const proposing = proposingIn(definition);
  const work = { left: WORK };
  return approvalSubjects.flatMap((subject) => {
    const steps = chains[subject]?.steps ?? [];
    const found = pairsIn(steps, offices).map(
      (both) => [both, withNobody(subject, steps, proposing, both, work)] as const,
    );
    return steps.flatMap(({ id: step }, index) => {
      const those = found.flatMap(([both, nobody]) => (nobody.has(step) ? [both] : []));
      return those.length === 0 ? [] : [{ subject, index, step, pairs: those }];
    });
  });
}

/** Two that the chain names, or one that it names and the area. */
function pairsIn(steps: readonly StepDefinition[], offices: readonly OfficeDefinition[]): readonly Both[] {
  const alone = officesIn(steps).filter((id) => isOfOne(id, offices));
  return alone
    .flatMap((one, index) => [AREA, ...alone.slice(index + 1)].map((other): Both => [one, other]))
    .filter((both) => !isNeverOne(both, offices))
    .slice(0, MOST_PAIRS);
}

function isOfOne(office: string, offices: readonly OfficeDefinition[]): boolean {
  const its = functionOf({ office }, { offices });
  return its !== 'evaluation-body' && its !== 'political-body' && membersOf(office, offices) === 1;
}

/** The Segretario and who stands in for them. */
function isNeverOne(both: Both, offices: readonly OfficeDefinition[]): boolean {
  const held = both.map((office) => functionOf({ office }, { offices }));
  return held.includes('segretario') && held.includes('segretario-substitute');
}
