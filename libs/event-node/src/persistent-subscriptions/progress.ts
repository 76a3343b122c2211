import type { Message } from './message.js';
import type { Settings } from './settings.js';

/** How far a group has come in its source, and how far of that is in the checkpoint. */
export class Progress {
  /** Read and not settled, in the order of reading. */
  private readonly open = new Map<number, Message>();
  private sequence = 0;
  private checkpointedSequence = 0;
  private lastRead: number;

  /** @param startedAfter  place of the last event that is settled already */
  constructor(
    startedAfter: number,
    private checkpointedAtMs: number,
  ) {
    this.lastRead = startedAfter;
  }

  /** Where the next event of the source stands. */
  take(place: number): Pick<Message, 'sequence' | 'previous'> {
    this.sequence += 1;
    const previous = this.lastRead;
    this.lastRead = place;
    return { sequence: this.sequence, previous };
  }

  /** The source went past a place that counts for nothing. */
  overlook(place: number): void {
    this.lastRead = place;
  }

  opened(message: Message): void {
    this.open.set(message.sequence, message);
  }

  settled(message: Message): void {
    this.open.delete(message.sequence);
  }

  /** The last place up to which everything is settled. */
  get reached(): number {
    return this.first()?.previous ?? this.lastRead;
  }

  /** @returns the place that a checkpoint should be written at, if one is due; by the clock only on a `tick` */
  due(settings: Settings, nowMs: number, tick: boolean): number | undefined {
    const count = this.sinceCheckpoint;
    const byCount = count > 0 && count >= settings.maxCheckpointCount;
    const elapsed = settings.checkpointAfterMs > 0 && nowMs - this.checkpointedAtMs >= settings.checkpointAfterMs;
    const byTime = tick && elapsed && count > 0 && count >= settings.minCheckpointCount;
    return byCount || byTime ? this.reached : undefined;
  }

  /** Settled events that no checkpoint knows of. */
  get sinceCheckpoint(): number {
    return this.reachedSequence - this.checkpointedSequence;
  }

  /** To be called when a checkpoint is on its way. @returns what takes that back, for one that did not get there */
  checkpointing(nowMs: number): () => void {
    const before = this.checkpointedSequence;
    this.checkpointedSequence = this.reachedSequence;
    this.checkpointedAtMs = nowMs;
    return () => (this.checkpointedSequence = before);
  }

  private get reachedSequence(): number {
    const first = this.first();
    return first ? first.sequence - 1 : this.sequence;
  }

  private first(): Message | undefined {
    const { value } = this.open.values().next();
    return value;
  }
}
