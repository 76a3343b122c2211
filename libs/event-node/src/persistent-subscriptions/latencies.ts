/** Measurements kept, the newest ones. */
const KEPT = 1000;

const PERCENTILES: readonly (readonly [string, number])[] = [
  ['Quintile 1', 20],
  ['Quintile 2', 40],
  ['Quintile 3', 60],
  ['Quintile 4', 80],
  ['Quintile 5', 100],
  ['90%', 90],
  ['95%', 95],
  ['99%', 99],
  ['99.5%', 99.5],
  ['99.9%', 99.9],
];

/** How long a consumer took to settle its events. */
export class Latencies {
  private readonly kept: number[] = [];
  private next = 0;

  add(elapsedMs: number): void {
    this.kept[this.next] = elapsedMs;
    this.next = (this.next + 1) % KEPT;
  }

  /** Whole milliseconds under EventStoreDB's names; nothing when nothing was measured. */
  measurements(): readonly (readonly [name: string, ms: number])[] {
    const sorted = this.kept.toSorted((a, b) => a - b);
    if (sorted.length === 0) return [];
    const at = (percent: number): number => sorted[Math.max(Math.ceil((percent / 100) * sorted.length) - 1, 0)] ?? 0;
    return [
      ['Mean', Math.trunc(sorted.reduce((sum, ms) => sum + ms, 0) / sorted.length)],
      ['Median', at(50)],
      ['Fastest', at(0)],
      ...PERCENTILES.map(([name, percent]) => [name, at(percent)] as const),
      ['Highest', at(100)],
    ];
  }
}
