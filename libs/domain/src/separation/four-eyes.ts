import type { Parties } from '../organisation/staff.js';
import type { ChainDefinition, Independence, StepDefinition } from '../workflow/chain-definition.js';
import type { ApprovalSubject } from '../workflow/definition.js';

/** Who took which step of an approval: its voters, and those in whose place they voted. */
export type Took = Readonly<Record<string, readonly string[]>>;

/** After one more vote: also whoever is asked again, because another corrected the degree, has taken the step. */
export function tookBy(
  took: Took,
  { person, onBehalfOf }: { readonly person: string; readonly onBehalfOf: string | null },
  step: string,
): Took {
  const persons = onBehalfOf === null ? [person] : [person, onBehalfOf];
  return { ...took, [step]: [...new Set([...(took[step] ?? []), ...persons])] };
}

/** Where money or a judgement on a person is decided, also the signature is a control of what came before. */
export const takenByOthersEachTime: readonly ApprovalSubject[] = ['premium-run', 'evaluation'];

/**
 * What holds where a definition does not say it: every step is taken by others than those before it, but one that takes
 * an act. Whoever records what a collegial body resolved decides nothing.
 */
export function usuallyIndependentOf(subject: ApprovalSubject, { act }: Pick<StepDefinition, 'act'>): Independence {
  return act === null || takenByOthersEachTime.includes(subject) ? 'earlier' : 'nobody';
}

/** The chain with what it leaves out said, as an approval keeps it. */
export function sayingWhoIsIndependent(chain: ChainDefinition, subject: ApprovalSubject): ChainDefinition {
  const steps = chain.steps.map((step) => ({
    ...step,
    independentOf: step.independentOf ?? usuallyIndependentOf(subject, step),
  }));
  return { ...chain, steps };
}

/**
 * The persons who may not take a step because of those that they took before; in an order of their own, since a table
 * gives the steps back in another than the log.
 */
export function earlierAt(
  { id, independentOf }: Pick<StepDefinition, 'id' | 'independentOf'>,
  subject: ApprovalSubject,
  took: Took,
): readonly string[] {
  // chains that were frozen before they said so
  const of = independentOf ?? (takenByOthersEachTime.includes(subject) ? 'earlier' : 'nobody');
  const steps = of === 'nobody' ? [] : of === 'earlier' ? Object.keys(took) : of;
  return [...new Set(steps.filter((step) => step !== id).flatMap((step) => took[step] ?? []))].toSorted();
}

/** Who prepared what is judged as another office than this one: they would be the first and the second pair of eyes. */
export function preparedBeside(office: string, { prepared = [] }: Pick<Parties, 'prepared'>): readonly string[] {
  return prepared.filter((one) => one.office !== office).map(({ person }) => person);
}
