import type { Label } from './label.js';

/** Who must agree, step after step. */
export interface ChainDefinition {
  readonly id: string;
  readonly version: number;
  readonly steps: readonly StepDefinition[];
  /** Acts that whoever proposes must name, beside those that the steps ask for; absent: none. */
  readonly documents?: readonly RequiredDocument[];
}

/** A document without which what is proposed cannot stand: of what the log does not know itself. */
export interface RequiredDocument {
  /** Unique within the chain, e.g. `relazione`. */
  readonly id: string;
  readonly name: Label;
  /** The kinds of act of which it must be; empty: any. */
  readonly kinds: readonly string[];
}

export interface StepDefinition {
  /** Unique within the chain, e.g. `verifica`. */
  readonly id: string;
  readonly name: Label;
  readonly who: readonly Participant[];
  readonly agreement: Agreement;
  /** Whether the participants may act at the same time, or each after the one before it. */
  readonly order: 'parallel' | 'in-order';
  /** Acts where duty separation bars those who should; null: such an approval is refused. */
  readonly substitute: Participant | null;
  /** Who took which steps before it may not take this one; absent: as `usuallyIndependentOf` says. */
  readonly independentOf?: Independence | undefined;
  /** From the day the step opens; null: no term. */
  readonly term: { readonly workingDays: number } | null;
  /** What happens when nobody has acted, in this order. */
  readonly onTimeout: readonly TimeoutAction[];
  readonly outcomes: readonly Outcome[];
  /** The kinds of act (`DGC`, `determina`) of which one must be named to approve; null: none is needed. */
  readonly act: { readonly kinds: readonly string[] } | null;
}

/** `earlier`: every step that was taken before; else the ids of some of them. */
export type Independence = 'earlier' | 'nobody' | readonly string[];

/** Who may act at a step, or make a transition. */
export type Participant =
  | { readonly office: string }
  /** Whoever holds an office with this role. */
  | { readonly role: string }
  | { readonly relation: Relation };

/** An office that is known only with the subject at hand. */
export const relations = [
  'head-of-area', // heads the area of this share
  'assignee', // answers for this share
  'proposer', // proposed or asked for it
  'other-areas', // heads an area that holds another share of the objective
] as const;

export type Relation = (typeof relations)[number];

/** How many must agree. Nobody counts twice. */
export type Agreement =
  | { readonly kind: 'one' }
  /** Of `offices`: one person of each; of `members`: everyone who holds one of them. */
  | { readonly kind: 'all'; readonly of: 'offices' | 'members' }
  | { readonly kind: 'quorum'; readonly count: number }
  /** Weights by office; enough once they add up to the threshold. */
  | { readonly kind: 'weighted'; readonly threshold: number; readonly weights: Readonly<Record<string, number>> };

export const outcomes = ['approve', 'reject', 'return', 'correct-degree'] as const;

export type Outcome = (typeof outcomes)[number];

/** `after`: working days after the term. Silence approves only where the definition says so. */
export type TimeoutAction = { readonly after: number } & (
  | { readonly do: 'remind' }
  | { readonly do: 'escalate'; readonly to: Participant }
  | { readonly do: 'substitute'; readonly by: Participant }
  | { readonly do: 'approve-silently' }
);

/** Only a reminder comes on the term's own day or before: until it is over nobody was late. */
export function delayOf({ after, do: what }: Pick<TimeoutAction, 'after' | 'do'>): number {
  return what === 'remind' ? after : Math.max(after, 1);
}
