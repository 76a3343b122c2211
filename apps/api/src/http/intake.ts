/** How many: enough that their events are flushed together, few enough that what they use stays near the processor. */
const AT_ONCE = 16;

/**
 * Begins few requests in one turn of the event loop, the others in the next turns, in the order in which they came.
 *
 * What a turn has caused leaves when it ends. Were all that wait begun in one turn, the log would have nothing to do
 * until the last of them is decided, and then whoever decides would have nothing to do until the log has written them.
 */
export class Intake {
  private begun = 0;
  private waiting: (() => void)[] = [];

  /** @param begin  called now or in one of the next turns */
  admit(begin: () => void): void {
    if (this.begun === AT_ONCE) {
      this.waiting.push(begin);
      return;
    }
    if (this.begun === 0) setImmediate(this.nextTurn);
    this.begun += 1;
    begin();
  }

  private readonly nextTurn = (): void => {
    const next = this.waiting.splice(0, AT_ONCE);
    this.begun = next.length;
    if (next.length > 0) setImmediate(this.nextTurn);
    for (const begin of next) begin();
  };
}
