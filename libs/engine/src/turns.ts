/**
 * One at a time for each key, in the order of arrival.
 * Commands of this process to one stream wait for each other here instead of losing races against themselves.
 */
export class Turns {
  private readonly last = new Map<string, Promise<void>>();

  take<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.last.get(key);
    const mine = before === undefined ? work() : before.then(work);
    // the caller gets the outcome; the next in turn only needs to know that it is over
    const leave = (): void => {
      if (this.last.get(key) === over) this.last.delete(key);
    };
    const over = mine.then(leave, leave);
    this.last.set(key, over);
    return mine;
  }
}
