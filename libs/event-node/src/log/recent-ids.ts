/** The ids of the newest events, oldest forgotten first. */
export class RecentIds {
  private readonly revisions = new Map<string, number>();

  constructor(private readonly capacity: number) {}

  add(stream: string, id: string, revision: number): void {
    const key = keyOf(stream, id);
    this.revisions.delete(key);
    this.revisions.set(key, revision);
    if (this.revisions.size > this.capacity) {
      const oldest = this.revisions.keys().next();
      if (!oldest.done) this.revisions.delete(oldest.value);
    }
  }

  revisionOf(stream: string, id: string): number | undefined {
    return this.revisions.get(keyOf(stream, id));
  }
}

function keyOf(stream: string, id: string): string {
  return `${id}${stream}`;
}
