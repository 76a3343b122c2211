import type { Log } from '../log/log.js';
import { headingOf } from '../log/record.js';
import type { Stored } from '../log/storage.js';
import { isDeleted, metadataOf } from '../log/stream-metadata.js';
import { keyOf } from './definition.js';
import type { OwnMetadata } from './own-streams.js';
import {
  jsonEvent,
  linkTo,
  newest,
  nextRevision,
  softDelete,
  visibleFrom,
  write,
  writeMetadata,
} from './own-streams.js';
import { placeIn, placeText } from './place-text.js';

/** Checkpoints kept: the newest is enough, the one before it is a comfort. */
const KEPT_CHECKPOINTS = 2;

/** What a group keeps in the log: its checkpoints, and links to the events that were parked. */
export class Journal {
  readonly parkedStream: string;
  private readonly checkpointStream: string;

  constructor(
    private readonly log: Log,
    private readonly source: string,
    group: string,
  ) {
    const stem = `$persistentsubscription-${keyOf(source, group)}`;
    this.parkedStream = `${stem}-parked`;
    this.checkpointStream = `${stem}-checkpoint`;
  }

  /** The place up to which everything was settled; undefined when no checkpoint was written. */
  checkpoint(): number | undefined {
    const text = newest(this.log.storage, this.checkpointStream)?.toString();
    const quoted = /^"(.*)"$/.exec(text ?? '')?.[1];
    return quoted === undefined ? undefined : placeIn(this.source, quoted);
  }

  async writeCheckpoint(place: number): Promise<void> {
    await this.prepare(this.checkpointStream, { $maxCount: KEPT_CHECKPOINTS });
    const checkpoint = JSON.stringify(placeText(this.source, place));
    await write(this.log, this.checkpointStream, jsonEvent('$SubscriptionCheckpoint', checkpoint));
  }

  /** @param original  what the source held, which may be a link to `target` */
  async park(target: Stored, original: Stored, reason: string, atMs: number): Promise<void> {
    await this.prepare(this.parkedStream, {});
    await write(
      this.log,
      this.parkedStream,
      linkTo(target, {
        added: new Date(atMs).toISOString(),
        reason,
        subscriptionEventNumber: headingOf(original.bytes).revision,
      }),
    );
  }

  /** The revisions of what is parked. */
  get parked(): { readonly from: number; readonly end: number } {
    const { storage } = this.log;
    return { from: visibleFrom(storage, this.parkedStream), end: nextRevision(storage, this.parkedStream) };
  }

  async truncateParked(before: number): Promise<void> {
    await writeMetadata(this.log, this.parkedStream, { $tb: before });
  }

  /** The group is deleted. */
  async forget(): Promise<void> {
    await softDelete(this.log, this.checkpointStream);
    await softDelete(this.log, this.parkedStream);
  }

  /** Before the first event, and before the first after a group of the same name was deleted. */
  private async prepare(stream: string, wanted: OwnMetadata): Promise<void> {
    const metadata = metadataOf(this.log.storage, stream);
    const deleted = isDeleted(metadata);
    if (!deleted && metadata.maxCount === wanted.$maxCount) return;
    await writeMetadata(this.log, stream, {
      ...wanted,
      ...(deleted && { $tb: nextRevision(this.log.storage, stream) }),
    });
  }
}
