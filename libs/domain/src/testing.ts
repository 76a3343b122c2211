// For tests only: a story told in events or commands, and one command more.
export { eventsOf, given, type Outcome } from './testing/given.js';
export { everyDecider, type CommandCase, type CommandName } from './testing/cases/case.js';
export { everyCase } from './testing/every-command.js';
export * as commands from './testing/commands.js';
export * as evaluations from './testing/evaluation.js';
export * as example from './testing/example.js';
export { exampleStaff } from './testing/staff.js';
