import type { KnownOffice } from '../lists/known-office.js';
import type { ListReading } from '../lists/list.js';
import type { ListedOffice } from '../lists/offices.js';
import type { ListedPerson } from '../lists/people.js';
import type { PlanReading } from '../plan-reading.js';
import type { ReadOptions } from '../read-plan.js';

/** What is read: a text as it was sent, or a file as it was kept. */
export type Sent = { readonly text: string } | { readonly bytes: Uint8Array };

/** What the thread that reads is asked, by what it answers. */
export type ReadRequest =
  | { readonly what: 'plan'; readonly sent: Sent; readonly options: ReadOptions }
  | { readonly what: 'people'; readonly sent: Sent; readonly offices: readonly KnownOffice[] }
  | {
      readonly what: 'offices';
      readonly sent: Sent;
      readonly called: readonly KnownOffice[];
      readonly known: readonly KnownOffice[];
    };

export interface ReadAnswers {
  readonly plan: PlanReading;
  readonly people: ListReading<ListedPerson>;
  readonly offices: ListReading<ListedOffice>;
}
