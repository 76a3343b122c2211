/**
 * The ids of the newest events: at least `capacity`, at most twice as many.
 *
 * A new generation begins when one is full and the one before is forgotten whole: a Map from which the oldest entry is
 * taken each time looks for it among the places of all that were taken before.
 */
export class RecentIds {
  private newer = new Map<string, number>();
  private older = new Map<string, number>();

  constructor(private readonly capacity: number) {}

  add(stream: string, id: string, revision: number): void {
    if (this.newer.size >= this.capacity) {
      this.older = this.newer;
      this.newer = new Map();
    }
    this.newer.set(keyOf(stream, id), revision);
  }

  revisionOf(stream: string, id: string): number | undefined {
    const key = keyOf(stream, id);
    return this.newer.get(key) ?? this.older.get(key);
  }
}

function keyOf(stream: string, id: string): string {
  return `${id}${stream}`;
}
