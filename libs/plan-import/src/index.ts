// A plan as published becomes data: what it says, where, and what only a person can settle.
export { readPlan, type Counts, type PlanReading, type ReadOptions } from './read-plan.js';
export type { Question } from './settle.js';
export type { Problem, ProblemCode } from './problem.js';
