// A plan as published becomes data: what it says, where, and what only a person can settle.
export { readPlan, type ReadOptions } from './read-plan.js';
export type { Counts, FoundArea, FoundObjective, PlacedReading, PlanReading } from './plan-reading.js';
export { readPlanFile } from './read-file.js';
export { isOfficeFile } from './file-kind.js';
export { decodeText } from './text-file/decode-text.js';
export type { PlacedQuestion as Question } from './question.js';
export type { PlacedProblem as Problem, ProblemCode } from './problem.js';
export type { SourceRow } from './source-rows.js';
export type { Wording } from './text.js';
export { reportLines, reportOf, type ImportReport, type Language, type ReportedQuestion } from './report.js';
export { actsCitedIn, actText } from './acts.js';
export { targetIn } from './targets.js';
export { readingApart, type ReadApart } from './apart/read-apart.js';
export { readPeopleFile, type ListedPerson } from './lists/people.js';
export { readOfficesFile, type ListedOffice } from './lists/offices.js';
export type { KnownOffice } from './lists/known-office.js';
export type { ListReading } from './lists/list.js';
