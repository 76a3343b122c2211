// The shapes spoken over HTTP, defined once for server, web page and command line. Runs in a browser.
export { routes, type RouteName, type Routes } from './routes.js';
export {
  isRaw,
  type AnswerOf,
  type BodyOf,
  type ParamsOf,
  type QueryOf,
  type Raw,
  type RequestOf,
  type Route,
  type SentOf,
} from './route.js';
export { DryRun, OccurredOn, PlannedEvent, ToldRefusal, WouldHappen } from './dry-run.js';
export { describeWarning, warnings, type WarningCode } from './warnings.js';
export { ObjectiveId } from './values.js';
export type { Language, Text } from './language.js';
export { describeProblem, problems, type OwnCode, type ProblemCode } from './problems/problems.js';
export type { Facts } from './problems/problem-text.js';
export { ProblemDetails } from './problems/problem-details.js';
export { openApiDocument } from './openapi.js';
export { actionNames } from './words/action-names.js';
export { saidOf } from './words/said-of.js';
export { whatToDoOf } from './words/refused-consequences.js';
export { elided } from './words/elision.js';
export { actInWords } from './words/act-in-words.js';
export { idInWords } from './words/id-in-words.js';
export { shareInWords } from './words/share-in-words.js';
export { runInWords } from './words/run-in-words.js';
export { ruleNames } from './words/separation-names.js';
export { positionInWords, positionNames } from './words/position-names.js';
export { whenInWords } from './words/when.js';
export { actingAsTold } from './words/acting-as.js';
export { anyOf, whoCould } from './words/who-could.js';
