/** What of the parked events is being replayed: they leave the parked stream only when they are settled. */
export class Replay {
  private readonly open = new Set<number>();
  private end: number;

  /** @param next  the first parked event that is not being replayed */
  constructor(private next: number) {
    this.end = next;
  }

  /** Asks for those before `end`. */
  until(end: number): void {
    this.end = Math.max(this.end, end);
  }

  get active(): boolean {
    return this.next < this.end || this.open.size > 0;
  }

  /** The range that is still to be read. */
  get unread(): { readonly from: number; readonly to: number } {
    return { from: this.next, to: this.end };
  }

  opened(number: number): void {
    this.next = number + 1;
    this.open.add(number);
  }

  /** Nothing is there up to that number. */
  passed(number: number): void {
    this.next = Math.max(this.next, number + 1);
  }

  settled(number: number): void {
    this.open.delete(number);
  }

  /** What stands before it in the parked stream is settled. */
  get settledBefore(): number {
    return this.open.values().next().value ?? this.next; // they were opened in order
  }
}
