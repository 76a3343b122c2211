/** Names of streams may be 64 KiB long: counted in keys alone, those would take gigabytes. */
const MOST_CHARACTERS = 8 * 1024 * 1024;

/**
 * What was set lately, by key: the newest `capacity` keys, at most twice as many; fewer where they are very long.
 *
 * A new generation begins when one is full and the one before is forgotten whole: a Map from which the oldest entry is
 * taken each time looks for it among the places of all that were taken before.
 */
export class Generations<Value> {
  private newer = new Map<string, Value>();
  private older = new Map<string, Value>();
  private characters = 0;

  /** @param mostCharacters  of the keys of a generation, together */
  constructor(
    private readonly capacity: number,
    private readonly mostCharacters = MOST_CHARACTERS,
  ) {}

  set(key: string, value: Value): void {
    if (this.newer.size >= this.capacity || this.characters >= this.mostCharacters) {
      this.older = this.newer;
      this.newer = new Map();
      this.characters = 0;
    }
    const before = this.newer.size;
    this.newer.set(key, value);
    if (this.newer.size > before) this.characters += key.length;
  }

  get(key: string): Value | undefined {
    const value = this.newer.get(key);
    return value !== undefined || this.newer.has(key) ? value : this.older.get(key);
  }

  has(key: string): boolean {
    return this.newer.has(key) || this.older.has(key);
  }
}
