import type { ReadOptions } from '../read-plan.js';

/** What is read: a text as it was sent, or a file as it was kept. */
export type Sent = { readonly text: string } | { readonly bytes: Uint8Array };

/** What the thread that reads is asked. */
export interface ReadRequest {
  readonly sent: Sent;
  readonly options: ReadOptions;
}
