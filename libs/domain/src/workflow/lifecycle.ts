import type { Participant } from './chain-definition.js';
import type { Label } from './label.js';

/** Where an objective, or one share of it, stands. A body uses those it needs, under its own names. */
export const lifecycleStates = [
  'draft',
  'proposed',
  'validated',
  'approved',
  'assigned',
  'in-progress',
  'suspended',
  'removed', // stralciato: it stays in the report
  'rendicontazione-submitted',
  'rendicontazione-returned',
  'rendicontazione-approved',
  'definitive',
  'liquidated',
  'closed',
] as const;

export type LifecycleState = (typeof lifecycleStates)[number];

/** What moves it. */
export const lifecycleVerbs = [
  'propose',
  'return-proposal',
  'withdraw-proposal', // absent: of who proposed it
  'validate',
  'approve',
  'assign',
  'acknowledge',
  'suspend',
  'resume',
  'remove', // stralcio
  'submit-rendicontazione',
  'return-rendicontazione',
  'approve-rendicontazione',
  'make-definitive',
  'liquidate',
  'close',
  'reopen',
] as const;

export type LifecycleVerb = (typeof lifecycleVerbs)[number];

/** The first state is where objectives begin. */
export interface Lifecycle {
  readonly states: readonly { readonly id: LifecycleState; readonly name: Label }[];
  readonly transitions: readonly Transition[];
  /** Absent: work rests as long as the acts say. */
  readonly suspension?: SuspensionTerms | undefined;
  /** Absent: `as-certified` where several had to agree to the degree, else `with-reason`. */
  readonly scoring?: Scoring | undefined;
  /** How long after its score an outcome is not made definitive yet, so that who is scored may be heard. Absent: no time. */
  readonly appeal?: { readonly workingDays: number } | undefined;
}

/** Whether who gives the degree may give another than the chain certified, with a written reason. */
export const scorings = ['as-certified', 'with-reason'] as const;

export type Scoring = (typeof scorings)[number];

export interface SuspensionTerms {
  /** How long work on a share may rest in all. */
  readonly maximumDays: number;
  /** How long it may rest without an act; then it goes on unless one has ratified it. Absent: as long as `maximumDays`. */
  readonly unratifiedDays?: number | undefined;
}

export interface Transition {
  readonly verb: LifecycleVerb;
  readonly from: readonly LifecycleState[];
  readonly to: LifecycleState;
  /** Empty: the system, when what it waits for has happened. */
  readonly who: readonly Participant[];
  /** Who liquidates where duty separation bars all of those; of no other verb. Absent or null: nobody. */
  readonly substitute?: Participant | null | undefined;
  /** The kinds of act of which one must be named; null: none is needed. */
  readonly act: { readonly kinds: readonly string[] } | null;
}
