import type { Group } from './group.js';
import type { Journal } from './journal.js';

/** Writes down what a group has come to, one checkpoint at a time. */
export class Checkpointing {
  private writing: Promise<void> | undefined;
  private refused = false;
  private truncatedBefore: number;

  /** @param checkpointed  the place of the last checkpoint, if there was one */
  constructor(
    private readonly journal: Journal,
    private readonly group: Group,
    private readonly nowMs: () => number,
    public checkpointed: number | undefined,
  ) {
    this.truncatedBefore = journal.parked.from;
  }

  /** A checkpoint that could not be written is tried again at the next tick: on a full disk one is due at every turn. */
  ifDue(tick: boolean): void {
    if (this.writing || (this.refused && !tick)) return;
    const { settings, progress } = this.group;
    const place = progress.due(settings, this.nowMs(), tick);
    if (place === undefined) return;
    this.writing = this.write(place).then((written) => {
      this.writing = undefined;
      if (written) this.ifDue(false); // what was settled in the meantime
    });
  }

  /** Resolves when none is on its way. */
  get written(): Promise<void> {
    return this.writing ?? Promise.resolve();
  }

  /** All of it, now. */
  async flush(): Promise<void> {
    await this.writing;
    const { sinceCheckpoint, reached } = this.group.progress;
    if (sinceCheckpoint > 0) await this.write(reached);
    await this.truncateReplayed();
  }

  /** What was parked and is settled now leaves the parked stream. */
  async truncateReplayed(): Promise<void> {
    const { settledBefore } = this.group.replay;
    if (settledBefore <= this.truncatedBefore) return;
    const before = this.truncatedBefore;
    this.truncatedBefore = settledBefore;
    await this.journal.truncateParked(settledBefore).catch(() => (this.truncatedBefore = before));
  }

  private async write(place: number): Promise<boolean> {
    const takeBack = this.group.progress.checkpointing(this.nowMs());
    try {
      await this.journal.writeCheckpoint(place);
      this.checkpointed = place;
      this.refused = false;
      return true;
    } catch {
      takeBack();
      this.refused = true;
      return false;
    }
  }
}
