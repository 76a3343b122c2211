import {
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
  type ActReference,
  type Actor,
  type Decider,
  type Instant,
  type LocalDate,
} from '#domain';

type RulesOf<D> =
  D extends Decider<infer State, infer Command, infer Event>
    ? { readonly state: State; readonly command: Command; readonly event: Event }
    : never;

interface Rules {
  readonly account: RulesOf<typeof account>;
  readonly act: RulesOf<typeof act>;
  readonly plan: RulesOf<typeof plan>;
  readonly objective: RulesOf<typeof objective>;
  readonly premium: RulesOf<typeof premium>;
  readonly evaluation: RulesOf<typeof evaluation>;
  readonly reminder: RulesOf<typeof reminder>;
  readonly clock: RulesOf<typeof clock>;
  readonly body: RulesOf<typeof body>;
  readonly organisation: RulesOf<typeof organisation>;
  readonly variation: RulesOf<typeof variation>;
  readonly workflow: RulesOf<typeof workflow>;
}

/** A kind of stream that commands are sent to; also the category of its streams. */
export type Kind = keyof Rules;
export type StateOf<K extends Kind> = Rules[K]['state'];
export type CommandOf<K extends Kind> = Rules[K]['command'];

/** The kinds whose rules take `approval.act`. */
export const approvedKinds = [
  'objective',
  'plan',
  'variation',
  'premium',
  'evaluation',
] as const satisfies readonly Kind[];

export type ApprovedKind = (typeof approvedKinds)[number];

/** What every command carries. */
export interface Issued {
  readonly type: string;
  readonly by: Actor;
  readonly at: Instant;
  readonly occurredOn?: LocalDate;
  /** That it cites. */
  readonly act?: ActReference | null;
  /** What is done to an approval may cite one, too. */
  readonly deed?: object;
}

/** What every decider returns. */
export interface Decided {
  readonly type: string;
  readonly data: object;
}

/** The kinds of stream, each with its rules. */
export const deciders: { readonly [K in Kind]: Decider<Rules[K]['state'], Rules[K]['command'], Rules[K]['event']> } = {
  account,
  act,
  plan,
  objective,
  premium,
  evaluation,
  reminder,
  clock,
  body,
  organisation,
  variation,
  workflow,
};
