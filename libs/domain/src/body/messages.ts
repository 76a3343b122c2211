import type { MonthDay } from '../calendar/working-days.js';
import type { Actor, Instant } from '../values.js';

interface Issued {
  readonly by: Actor;
  readonly at: Instant;
}

/** An office as the body itself lays it out; of an area, the id that plans give it. */
export interface Office {
  readonly id: string;
  readonly name: string;
  readonly kind: 'area' | 'office';
}

/** What should have followed from an event in another stream, was refused there, and has been seen to by somebody. */
export interface SettledRefusal {
  /** Id of the event. */
  readonly cause: string;
  /** In which it was refused. */
  readonly stream: string;
  /** What was done. */
  readonly note: string;
}

export type BodyCommand = Issued &
  (
    | { readonly type: 'body.name'; readonly name: string }
    /** Null: the body keeps no holiday of its own. */
    | { readonly type: 'body.set-patron-day'; readonly patronDay: MonthDay | null }
    /** Replaces the whole list. */
    | { readonly type: 'body.define-offices'; readonly offices: readonly Office[] }
    | { readonly type: 'body.complete-setup' }
    | ({ readonly type: 'body.settle-refused' } & SettledRefusal)
  );

export type BodyEvent =
  | { readonly type: 'body.named.v1'; readonly data: { readonly name: string } }
  | { readonly type: 'body.patron-day-set.v1'; readonly data: { readonly patronDay: MonthDay | null } }
  | { readonly type: 'body.offices-defined.v1'; readonly data: { readonly offices: readonly Office[] } }
  | { readonly type: 'body.setup-completed.v1'; readonly data: { readonly name: string } }
  | { readonly type: 'body.refused-settled.v1'; readonly data: SettledRefusal };
