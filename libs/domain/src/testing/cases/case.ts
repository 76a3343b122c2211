import { account } from '../../account/account.js';
import { act } from '../../acts/act.js';
import { body } from '../../body/body.js';
import { clock } from '../../clock/clock.js';
import { evaluation } from '../../evaluation/evaluation.js';
import { objective } from '../../objective/objective.js';
import { organisation } from '../../organisation/organisation.js';
import { plan } from '../../plan/plan.js';
import { premium } from '../../premium/premium.js';
import { reminder } from '../../reminder/reminder.js';
import { variation } from '../../variation/variation.js';
import { workflow } from '../../workflow/workflow.js';
import type { ApprovalDeed } from '../../approval/compose.js';
import type { Decider } from '../../decider.js';
import type { RefusalCode } from '../../refused.js';

export const everyDecider = {
  account,
  act,
  body,
  clock,
  evaluation,
  objective,
  organisation,
  plan,
  premium,
  reminder,
  variation,
  workflow,
};

type Deciders = typeof everyDecider;
export type DeciderName = keyof Deciders;
type Commands = {
  [K in DeciderName]: Deciders[K] extends Decider<infer _State, infer Command, infer _Event> ? Command : never;
};
export type CommandTo<K extends DeciderName> = Commands[K];
type TypeOf<Command> = Command extends { readonly type: infer Type extends string } ? Type : never;

/** Every command there is; what is done to an approval is a command of its own for each deed. */
export type CommandName =
  { [K in DeciderName]: Exclude<TypeOf<Commands[K]>, 'approval.act'> }[DeciderName] | `approval.${ApprovalDeed['do']}`;

/**
 * What the same content comes to when it is sent as another command: a refusal, nothing left to do, or one more fact
 * where the rule is that it may be told twice.
 */
export type SaidTwice = RefusalCode | 'nothing' | 'one more';

/** One command where it is possible, and what somebody else might say at the same moment. */
export interface CommandCase<K extends DeciderName = DeciderName> {
  readonly to: K;
  readonly before: readonly CommandTo<K>[];
  readonly command: CommandTo<K>;
  readonly twice: SaidTwice;
  /** Absent: the same. */
  readonly rival?: CommandTo<K>;
}

export function possible<K extends DeciderName>(
  to: K,
  before: readonly CommandTo<K>[],
  command: CommandTo<K>,
  twice: SaidTwice,
  rival?: CommandTo<K>,
): CommandCase {
  // which decider it is for is known here, and no longer once all stand in one table
  return { to, before, command, twice, ...(rival !== undefined && { rival }) } as unknown as CommandCase;
}
