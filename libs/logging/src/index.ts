// What the parts write about themselves: enough to find a fault, nothing about people.
export { openLogger, type Logger } from './open-logger.js';
export { endOnFault } from './end-on-fault.js';
export { withoutValues } from './without-values.js';
