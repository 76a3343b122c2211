/** One at a time for each name, in the order of arrival. */
export class Turns {
  private readonly last = new Map<string, Promise<void>>();

  async take<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const mine = (this.last.get(name) ?? Promise.resolve()).then(work);
    const over = mine.then(ignore, ignore);
    this.last.set(name, over);
    try {
      return await mine;
    } finally {
      if (this.last.get(name) === over) this.last.delete(name);
    }
  }
}

function ignore(): void {
  // whoever asked gets the outcome; the next in turn only needs to know that it is over
}
