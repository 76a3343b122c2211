import type { Resolved } from '../log/links.js';

/** An event on its way through a group. */
export interface Message {
  /** By which consumers settle it: the id of the event, or of the link by which it was found. */
  readonly id: string;
  /** `parked`: it had been parked, and is being replayed. */
  readonly origin: 'source' | 'parked';
  /** Revision in a stream, position in the whole log, or revision among the parked. */
  readonly place: number;
  /** In the order in which the source was read. */
  readonly sequence: number;
  /** Place of what was read before it: where the group stands while this is its first unsettled event. */
  readonly previous: number;
  /** Events with the same number belong together; see the strategies that pin. */
  readonly pin: number;
  /** How often it was given out again. */
  retries: number;
  /** What is sent, while it is at hand; read again when it is not. */
  content: Resolved | undefined;
}
