/**
 * When a filtered subscription says how far it has come: after every `interval` events looked at, matching or not,
 * and once when it has caught up. Never the same position twice.
 */
export class Checkpoints {
  private considered = 0;
  private last: number;

  constructor(
    private readonly interval: number,
    startedAfter: number,
  ) {
    this.last = startedAfter;
  }

  /** @returns the checkpoint to send after the event at `position`, if one is due */
  looked(position: number): number | undefined {
    this.considered += 1;
    return this.considered >= this.interval ? this.reached(position) : undefined;
  }

  /** @returns the checkpoint to send before `caught-up`, if it says anything new */
  caughtUp(position: number): number | undefined {
    return position > this.last ? this.reached(position) : undefined;
  }

  private reached(position: number): number {
    this.considered = 0;
    this.last = position;
    return position;
  }
}
