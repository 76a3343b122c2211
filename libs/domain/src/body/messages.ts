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

export type BodyCommand = Issued &
  (
    | { readonly type: 'body.name'; readonly name: string }
    /** Null: the body keeps no holiday of its own. */
    | { readonly type: 'body.set-patron-day'; readonly patronDay: MonthDay | null }
    /** Replaces the whole list. */
    | { readonly type: 'body.define-offices'; readonly offices: readonly Office[] }
    | { readonly type: 'body.complete-setup' }
  );

export type BodyEvent =
  | { readonly type: 'body.named.v1'; readonly data: { readonly name: string } }
  | { readonly type: 'body.patron-day-set.v1'; readonly data: { readonly patronDay: MonthDay | null } }
  | { readonly type: 'body.offices-defined.v1'; readonly data: { readonly offices: readonly Office[] } }
  | { readonly type: 'body.setup-completed.v1'; readonly data: { readonly name: string } };
