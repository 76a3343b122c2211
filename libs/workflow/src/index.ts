// A workflow file becomes a definition, or every mistake in it with its place.
export { readWorkflow, type ReadWorkflowOptions, type WorkflowReading } from './read-workflow.js';
export type { Mistake, MistakeCode, Wording } from './mistake.js';
export { workflowSchema } from './grammar.js';
