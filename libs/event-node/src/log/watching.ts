/** One follower between what it has read and what it has not heard of yet. */
export interface Watching {
  /** It has been told of something since it last asked. */
  pending: boolean;
  nothingUpTo: number | undefined;
  /** Of the question it asks: how many entries had gone by when it began to listen. */
  since: number;
  wake: (() => void) | undefined;
}

/** Woken at once; the rest in the next turns of the event loop, so that appends and reads come between. */
const AT_ONCE = 64;

/** Wakes those who were told, the first at once and many in turns. */
export class Waking {
  private told: Watching[] = [];
  private woken = 0;
  private drains = false;

  tell(watching: Watching, nothingUpTo?: number): void {
    if (watching.pending) return;
    watching.pending = true;
    watching.nothingUpTo = nothingUpTo;
    if (watching.wake) this.told.push(watching);
  }

  /** Once everybody was told. */
  wake(): void {
    if (this.drains || this.told.length === 0) return;
    for (const last = this.woken + AT_ONCE; this.woken < this.told.length && this.woken < last; this.woken += 1)
      awake(this.told[this.woken]);
    if (this.woken < this.told.length) {
      this.drains = true;
      setImmediate(() => {
        this.drains = false;
        this.wake();
      });
    } else {
      this.told = [];
      this.woken = 0;
    }
  }
}

export function awake(watching: Watching | undefined): void {
  const wake = watching?.wake;
  if (!watching || !wake) return;
  watching.wake = undefined;
  wake();
}
