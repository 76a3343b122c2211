import { instancesOf, type Deadline, type PlannedObjective } from '#domain';
import type { FoundDeadline } from './plan-reading.js';

/** The deadlines of an objective, each where its words stand. */
export function deadlinesOf(objective: PlannedObjective): FoundDeadline[] {
  return objective.deadlines.map((deadline) => ({
    text: deadline.text,
    line: lineOf(deadline, objective),
    kind: deadline.kind,
    dueOn: instancesOf(deadline).at(-1)?.dueOn ?? null,
  }));
}

/** Of the indicator that has its words, or else of the first share that answers for it. */
function lineOf({ text, shareIds }: Deadline, { indicators, shares, source }: PlannedObjective): number {
  const indicator = indicators.find(
    (one) => text !== '' && one.text.includes(text) && one.shareIds.some((id) => shareIds.includes(id)),
  );
  return (indicator ?? shares.find(({ id }) => shareIds.includes(id)))?.source.line ?? source.line;
}
