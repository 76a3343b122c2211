import type { Actor, Signer } from '#domain';

/** What is asked of no office of its own, by what it takes to do it. */
export const inboxActions = [
  'objective.assign',
  'objective.score',
  'objective.suspend',
  'premium.compute',
  'premium.liquidate',
  'premium.propose',
] as const;

export type InboxAction = (typeof inboxActions)[number];

/** Whose inbox it is. */
export interface Reader {
  /** As which office they act. */
  readonly by: Actor;
  /** Null: in their own right. */
  readonly onBehalfOf: string | null;
  readonly roles: readonly string[];
  /** Which of these they may ask for, by their role or because the body's definition names them. */
  readonly actions: readonly InboxAction[];
}

/** …among those who hold offices today. */
export type ReaderToday = Reader & Signer;
