// Proof: the log is as it was written, and says what was known when.
export { objectiveAsOf, type ObjectiveThen, type Until } from './as-of.js';
export { citedDocuments } from './cited-documents.js';
export { verifyLog, type ChainProblem, type Verification } from './verify-log.js';
