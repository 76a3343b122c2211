import { Readable } from 'node:stream';
import type { Changes } from '#read-model';

/** A page that hears nothing for this many beats has gone without saying so. */
const DEAF_AFTER = 3;

/** More topics than this that a slow page has not taken are told as everything. */
const MOST_TOPICS = 100;

/** One page that follows the changes: what it is slow to take is merged, so that it never holds more than one event. */
export class Listener extends Readable {
  private untold: { position: bigint; topics: Set<string> } | null = null;
  private takes = false;
  private unheard = 0;
  private over = false;

  constructor(
    readonly accountId: string,
    readonly sessionId: string,
  ) {
    super({ highWaterMark: 4096 });
  }

  /** @param reconnectMs  how long a browser waits before it asks again */
  begin({ position, topics }: Changes, reconnectMs: number): void {
    this.push(`retry: ${reconnectMs}\nid: ${position}\n\n`);
    if (topics.length > 0) this.tell({ position, topics });
  }

  tell({ position, topics }: Changes): void {
    const all = new Set([...(this.untold?.topics ?? []), ...topics]);
    this.untold = { position, topics: all.has('all') || all.size > MOST_TOPICS ? new Set(['all']) : all };
    this.flush();
  }

  /** Shows that the line is open; ends it when nobody takes what is sent. */
  beat(): void {
    this.unheard = this.takes ? 0 : this.unheard + 1;
    if (this.unheard >= DEAF_AFTER) this.destroy();
    else if (this.takes && !this.over) this.takes = this.push(': still here\n\n');
  }

  end(): void {
    if (this.over || this.destroyed) return;
    this.over = true;
    this.push(null);
  }

  override _read(): void {
    this.takes = true;
    this.flush();
  }

  private flush(): void {
    if (!this.takes || this.over || this.untold === null) return;
    const position = String(this.untold.position);
    const data = JSON.stringify({ position, topics: [...this.untold.topics] });
    this.untold = null;
    this.takes = this.push(`event: changed\nid: ${position}\ndata: ${data}\n\n`);
  }
}
