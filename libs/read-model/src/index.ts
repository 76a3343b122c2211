// The read side: events become rows, rows answer questions.
export { ensureReadSchema, startProjections } from './projections.js';
export type { Projections } from './runtime/keep-projecting.js';
export type { ProjectionsState } from './runtime/follow-once.js';
export { PROJECTED_CHANNEL, waitForPosition } from './runtime/projected.js';
export { settlement, type Settlement } from './settlement.js';
