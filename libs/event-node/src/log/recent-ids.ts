import { Generations } from './generations.js';

/** The ids of the newest events: at least `capacity` where names of streams are no longer than usual, at most twice as many. */
export class RecentIds {
  private readonly revisions: Generations<number>;

  constructor(capacity: number) {
    this.revisions = new Generations(capacity);
  }

  add(stream: string, id: string, revision: number): void {
    this.revisions.set(keyOf(stream, id), revision);
  }

  revisionOf(stream: string, id: string): number | undefined {
    return this.revisions.get(keyOf(stream, id));
  }
}

function keyOf(stream: string, id: string): string {
  return `${id}${stream}`;
}
