import type { Consumer } from './consumer.js';
import type { Message } from './message.js';

export interface Flight {
  readonly message: Message;
  readonly consumer: Consumer;
  readonly sentAtMs: number;
}

/** What consumers hold, in the order in which it was sent: what was sent first times out first. */
export class InFlight {
  private readonly flights = new Map<string, Flight>();

  get size(): number {
    return this.flights.size;
  }

  has(id: string): boolean {
    return this.flights.has(id);
  }

  add(flight: Flight): void {
    this.flights.set(flight.message.id, flight);
    flight.consumer.inFlight += 1;
  }

  take(id: string): Flight | undefined {
    const flight = this.flights.get(id);
    if (!flight) return undefined;
    this.flights.delete(id);
    flight.consumer.inFlight -= 1;
    return flight;
  }

  of(consumer: Consumer): Flight[] {
    return [...this.flights.values()].filter((flight) => flight.consumer === consumer);
  }

  sentUntil(lastMs: number): Flight[] {
    const sent: Flight[] = [];
    for (const flight of this.flights.values()) {
      if (flight.sentAtMs > lastMs) break;
      sent.push(flight);
    }
    return sent;
  }
}
