// A workflow file becomes a definition, or every mistake in it with its place.
export { adviceFor, readWorkflow, type ReadWorkflowOptions, type WorkflowReading } from './read-workflow.js';
export type { Advised, Mistake, MistakeCode, Warning, Wording } from './mistake.js';
export { workflowSchema } from './grammar.js';
export { drawChain } from './drawing/chain.js';
export { drawEvaluations } from './drawing/evaluations.js';
export { drawLifecycle } from './drawing/lifecycle.js';
export { drawWorkflow } from './drawing/document.js';
export type { DrawingLanguage } from './drawing/text.js';
