// For tests only: a story told in events or commands, and one command more.
export { eventsOf, given, type Outcome } from './testing/given.js';
