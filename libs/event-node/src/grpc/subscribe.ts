import streams from '@eventstore/db-client/generated/streams_pb.js';
import { randomUUID } from 'node:crypto';
import { Checkpoints } from '../log/checkpoints.js';
import { matches } from '../log/filter.js';
import type { Log } from '../log/log.js';
import { headingOf } from '../log/record.js';
import type { ReadRequest } from './read-request.js';
import type { Sender } from './sender.js';

const PAGE_EVENTS = 512;

/**
 * Confirms, sends what is there, says that it has caught up, and goes on with what comes.
 *
 * Each subscriber reads from its own place in the log at its own pace; a new event only wakes it.
 */
export async function subscribe(log: Log, request: ReadRequest, sender: Sender): Promise<void> {
  const confirmation = new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID());
  await sender.send(new streams.ReadResp().setConfirmation(confirmation));
  if (request.stream === undefined) await followAll(log, request, sender);
  else await followStream(log, request, request.stream, sender);
}

async function followAll(log: Log, { from, filter, checkpointInterval }: ReadRequest, sender: Sender): Promise<void> {
  // exclusive: a position that is not reached yet is waited for
  let seen = from === 'start' ? 0 : from === 'end' ? log.storage.lastPosition() : from;
  const checkpoints = new Checkpoints(checkpointInterval, seen);
  const watch = log.watch({ ...(filter && { filter }), atLeastEvery: checkpointInterval }, sender.ended);
  let live = false;
  while (!sender.ended.aborted) {
    const page = log.storage.page(seen + 1, 'forwards', PAGE_EVENTS);
    for (const { position, bytes } of page) {
      if (sender.ended.aborted) return;
      seen = position;
      if (!filter || matches(filter, headingOf(bytes))) await sender.event(bytes);
      const checkpoint = filter && checkpoints.looked(position);
      if (checkpoint !== undefined) await sender.send(checkpointAt(checkpoint));
    }
    if (log.storage.lastPosition() > seen) continue;
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
    const page = log.storage.streamPage(stream, seen + 1, 'forwards', PAGE_EVENTS);
    for (const { revision, bytes } of page) {
      if (sender.ended.aborted) return;
      seen = revision;
      await sender.event(bytes);
    }
    if (page.length > 0) continue;
    if (!live) {
      live = true;
      await sender.send(caughtUp());
    }
    await watch.next();
  }
}

function checkpointAt(position: number) {
  const checkpoint = new streams.ReadResp.Checkpoint();
  checkpoint.setCommitPosition(String(position)).setPreparePosition(String(position));
  return new streams.ReadResp().setCheckpoint(checkpoint);
}

function caughtUp() {
  return new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());
}
