import type { Contents } from './contents.js';
import type { Journal } from './journal.js';
import type { Message } from './message.js';

/** Keeps messages aside, in the log. */
export class Parking {
  private readonly underWay = new Set<Promise<void>>();
  private refused: Message[] = [];

  constructor(
    private readonly contents: Contents,
    private readonly journal: Journal,
    private readonly nowMs: () => number,
    private readonly kept: (message: Message) => void,
  ) {}

  park(message: Message, reason: string): void {
    const parking = this.keepAside(message, reason).finally(() => this.underWay.delete(parking));
    this.underWay.add(parking);
  }

  /** Resolves when what is on its way aside now has got there, or has not. */
  async ended(): Promise<void> {
    await Promise.all(this.underWay);
  }

  /** What could not be kept, to be given out again; not at once, or a full disk is tried without end. */
  takeRefused(): Message[] {
    const refused = this.refused;
    this.refused = [];
    return refused;
  }

  private async keepAside(message: Message, reason: string): Promise<void> {
    const isKept = await this.isKept(message, reason).catch(() => false);
    if (isKept) this.kept(message);
    else this.refused.push(message);
  }

  /** What is gone needs no parking. */
  private async isKept(message: Message, reason: string): Promise<boolean> {
    const { event, link } = this.contents.take(message) ?? {};
    const [target, original] = [event ?? link, link ?? event];
    if (target && original) await this.journal.park(target, original, reason, this.nowMs());
    return true;
  }
}
