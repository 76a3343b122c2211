import type { PlanReading } from '#plan-import';

/** What scripts can trust: 0 done, 1 failed, 2 problems in the document, 3 questions left open. */
export const EXIT = { done: 0, failed: 1, problems: 2, questions: 3 } as const;

/** Whether a reading may be written, and with which code the command ends if not. */
export function verdictOn(reading: Pick<PlanReading, 'problems' | 'questions'>, acceptProposals: boolean): number {
  if (reading.problems.length > 0) return EXIT.problems;
  return reading.questions.length > 0 && !acceptProposals ? EXIT.questions : EXIT.done;
}
