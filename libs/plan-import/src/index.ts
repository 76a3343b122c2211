// A plan as published becomes data: what it says, where, and what only a person can settle.
export { readPlan, type Counts, type PlanReading, type ReadOptions } from './read-plan.js';
export type { Question } from './question.js';
export type { Problem, ProblemCode } from './problem.js';
export type { Wording } from './text.js';
export { reportLines, reportOf, type ImportReport, type Language, type ReportedQuestion } from './report.js';
export { actText } from './acts.js';
