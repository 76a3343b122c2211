import { CommandAnswer } from './values.js';

/** What every command on the life of an objective, in the plan or before it, is to a client. */
export const lifecycleCommand = {
  method: 'POST',
  kind: 'command',
  tag: 'lifecycle',
  status: 200,
  answers: { 200: CommandAnswer },
} as const;

/** Answered where there is no such objective, or it is over. */
export const knownObjective = ['objective/not-defined', 'objective/closed'] as const;

/** Answered where the body's workflow does not let it, or not them. */
export const moves = ['lifecycle/not-allowed', 'lifecycle/not-yours'] as const;
