/** Counts, and says how many there were per second since it was last asked. */
export class Rate {
  total = 0;
  private totalAsked = 0;
  private askedAtMs: number | undefined;

  add(): void {
    this.total += 1;
  }

  measure(nowMs: number): { readonly sinceLast: number; readonly perSecond: number } {
    const sinceLast = this.total - this.totalAsked;
    const elapsedMs = nowMs - (this.askedAtMs ?? nowMs);
    this.totalAsked = this.total;
    this.askedAtMs = nowMs;
    return { sinceLast, perSecond: elapsedMs > 0 ? Math.trunc((sinceLast * 1000) / elapsedMs) : 0 };
  }
}
