import streams from '@eventstore/db-client/generated/streams_pb.js';
import { randomUUID } from 'node:crypto';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { Checkpoints } from '../log/checkpoints.js';
import { matches } from '../log/filter.js';
import { isHiddenFromAll } from '../log/hidden.js';
import type { Log } from '../log/log.js';
import { headingOf } from '../log/record.js';
import type { StreamEvent } from '../log/storage.js';
import { isTombstoned } from '../log/tombstone.js';
import { lowestVisible, streamWindow } from '../log/window.js';
import type { ReadRequest } from './read-request.js';
import { streamDeleted } from './refusals.js';
import type { Sender } from './sender.js';

const PAGE_EVENTS = 512;

/**
 * Confirms, sends what is there, says that it has caught up, and goes on with what comes.
 *
 * Each subscriber reads from its own place in the log at its own pace; a new event only wakes it.
 */
export async function subscribe(log: Log, request: ReadRequest, sender: Sender): Promise<void> {
  const { stream } = request;
  if (stream !== undefined && isTombstoned(log.storage, stream)) throw streamDeleted(stream);
  const confirmation = new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID());
  await sender.send(new streams.ReadResp().setConfirmation(confirmation));
  if (stream === undefined) await followAll(log, request, sender);
  else await followStream(log, request, stream, sender);
}

async function followAll(log: Log, { from, filter, checkpointInterval }: ReadRequest, sender: Sender): Promise<void> {
  // exclusive: a position that is not reached yet is waited for
  let seen = from === 'start' ? 0 : from === 'end' ? log.storage.lastPosition() : from;
  const checkpoints = new Checkpoints(checkpointInterval, seen);
  const watch = log.watch({ ...(filter && { filter }), atLeastEvery: checkpointInterval }, sender.ended);
  let live = false;
  while (!sender.ended.aborted) {
    const page = log.after(seen);
    for (const stored of page) {
      if (sender.ended.aborted) return;
      seen = stored.position;
      const wanted = !isHiddenFromAll(stored.bytes) && (!filter || matches(filter, headingOf(stored.bytes)));
      const wait = wanted ? sender.event(stored) : undefined;
      if (wait) await wait;
      const checkpoint = filter && checkpoints.looked(seen);
      if (checkpoint !== undefined) await sender.send(checkpointAt(checkpoint));
    }
    if (log.storage.lastPosition() > seen) {
      await othersTurn(); // a filter that matches nothing would never wait for its reader
      continue;
    }
    if (!live) {
      live = true;
      const checkpoint = filter && checkpoints.caughtUp(seen);
      if (checkpoint !== undefined) await sender.send(checkpointAt(checkpoint));
      await sender.send(caughtUp());
    }
    const nothingUpTo = await watch.next();
    if (nothingUpTo === undefined || nothingUpTo <= seen) continue;
    seen = nothingUpTo;
    const passed = checkpoints.caughtUp(seen);
    if (passed !== undefined) await sender.send(checkpointAt(passed));
  }
}

async function followStream(log: Log, { from }: ReadRequest, stream: string, sender: Sender): Promise<void> {
  let seen = from === 'start' ? -1 : from === 'end' ? log.storage.lastRevision(stream) : from;
  const watch = log.watch({ stream }, sender.ended);
  let live = false;
  while (!sender.ended.aborted) {
    const page = live ? pageAfter(log, stream, seen) : visiblePageAfter(log, stream, seen);
    for (const event of page) {
      if (sender.ended.aborted) return;
      seen = event.revision;
      const wait = sender.event(event);
      if (wait) await wait;
    }
    if (page.length > 0) continue;
    if (isTombstoned(log.storage, stream)) throw streamDeleted(stream);
    if (!live) {
      live = true;
      seen = Math.max(seen, log.storage.lastRevision(stream)); // what is hidden now does not come later
      await sender.send(caughtUp());
    }
    await watch.next();
  }
}

/** History is what can be seen of it; what is new is sent, even if it is hidden by the time it is read. */
function visiblePageAfter(log: Log, stream: string, seen: number): StreamEvent[] {
  const window = streamWindow(log.storage, stream, log.nowMs());
  return window ? pageAfter(log, stream, Math.max(seen, lowestVisible(log.storage, stream, window) - 1)) : [];
}

function pageAfter({ storage }: Log, stream: string, seen: number): StreamEvent[] {
  return storage.streamPage(stream, seen + 1, 'forwards', PAGE_EVENTS);
}

function checkpointAt(position: number) {
  const checkpoint = new streams.ReadResp.Checkpoint();
  checkpoint.setCommitPosition(String(position)).setPreparePosition(String(position));
  return new streams.ReadResp().setCheckpoint(checkpoint);
}

function caughtUp() {
  return new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());
}
