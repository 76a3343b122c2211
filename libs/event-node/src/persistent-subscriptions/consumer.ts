import { Latencies } from './latencies.js';
import type { Message } from './message.js';
import { Rate } from './rate.js';

/** Most events one consumer may hold, whatever it asks for. */
const MOST_SLOTS = 65_536;

/** `full`: sent, but no more for now; `gone`: there is nothing to send any more. */
export type Sent = 'more' | 'full' | 'gone';

export interface Connection {
  readonly username: string;
  readonly connectionName: string;
  /** Where it connects from. */
  readonly from: string;
  /** Events it may hold unsettled. */
  readonly bufferSize: number;
  send(message: Message): Sent;
  /** Ends its call: the group is gone, or was changed. */
  drop(): void;
}

/** One who takes events of a group. */
export class Consumer {
  readonly slots: number;
  readonly rate = new Rate();
  readonly latencies = new Latencies();
  inFlight = 0;
  /** False while its connection can take no more. */
  ready = true;

  constructor(readonly connection: Connection) {
    this.slots = Math.min(Math.max(connection.bufferSize, 0), MOST_SLOTS);
  }

  get hasRoom(): boolean {
    return this.ready && this.inFlight < this.slots;
  }
}
