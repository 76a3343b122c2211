import { status } from '@grpc/grpc-js';
import { CallFailed } from '../grpc/status.js';

/** A hash takes a tenth of a second: who comes last waits for some seconds. */
const MOST_WAITING = 64;
const MOST_WAITING_FROM_ONE_PLACE = 16;

/** So many passwords wait to be looked at that one more would take memory and time from everybody. */
export class TooManyAtOnce extends CallFailed {
  constructor() {
    super(status.RESOURCE_EXHAUSTED, 'Too many passwords are being checked at once: try again in some seconds.');
  }
}

/** Passwords that are being checked: each once, however often it was sent meanwhile, and a bounded number of them. */
export class Line<Result> {
  private readonly checking = new Map<string, Promise<Result>>();
  private readonly waiting = new Map<string, number>();

  /**
   * @param what  the same for what is the same
   * @throws TooManyAtOnce
   */
  checked(what: string, from: string, check: () => Promise<Result>): Promise<Result> {
    const known = this.checking.get(what);
    if (known) return known;
    const ahead = this.waiting.get(from) ?? 0;
    if (this.checking.size >= MOST_WAITING || ahead >= MOST_WAITING_FROM_ONE_PLACE) throw new TooManyAtOnce();
    this.waiting.set(from, ahead + 1);
    const checked = check().finally(() => {
      this.checking.delete(what);
      const left = (this.waiting.get(from) ?? 1) - 1;
      if (left > 0) this.waiting.set(from, left);
      else this.waiting.delete(from);
    });
    this.checking.set(what, checked);
    return checked;
  }
}
