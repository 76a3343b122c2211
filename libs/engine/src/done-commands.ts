import type { Position, RecordedEvent, Revision } from '#event-store';

/** How many commands a stream remembers at least: far more than a client that retries can have in doubt. */
const REMEMBERED = 1000;

/** What a command ended with, as the log itself tells it. */
export interface Done {
  readonly hash: string;
  readonly revision: Revision;
  readonly position: Position;
  readonly events: readonly string[];
}

/**
 * The commands that a stream's events came from.
 *
 * All foldings of a stream share one, since they are of one log: a copy for each would cost every command as much as the
 * stream has had commands. What is later than a folding does not count for it.
 */
export class DoneCommands {
  private newer = new Map<string, Done>();
  private older: ReadonlyMap<string, Done> = new Map();

  /** @param upTo  the revision of the folding that asks */
  get(commandId: string, upTo: Revision): Done | undefined {
    const done = this.noted(commandId);
    return done !== undefined && done.revision <= upTo ? done : undefined;
  }

  /** Takes note of an event; of one that was noted before, nothing. */
  note({ type, revision, position, metadata }: RecordedEvent): void {
    const commandId = metadata['commandId'];
    if (typeof commandId !== 'string') return;
    const before = this.noted(commandId);
    if (before !== undefined && before.revision >= revision) return;
    if (this.newer.size >= REMEMBERED) {
      this.older = this.newer;
      this.newer = new Map();
    }
    const hash = typeof metadata['commandHash'] === 'string' ? metadata['commandHash'] : '';
    this.newer.set(commandId, { hash, revision, position, events: before ? [...before.events, type] : [type] });
  }

  private noted(commandId: string): Done | undefined {
    return this.newer.get(commandId) ?? this.older.get(commandId);
  }
}
