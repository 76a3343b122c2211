import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Filter } from '../log/filter.js';
import { matches } from '../log/filter.js';
import { headingOf } from '../log/record.js';
import type { Storage, Stored } from '../log/storage.js';
import type { Node } from './node.js';
import type { ReadRequest } from './read-request.js';
import { readRequest } from './read-request.js';
import type { ReadCall, Sender } from './sender.js';
import { serve } from './sender.js';
import { subscribe } from './subscribe.js';

const PAGE_EVENTS = 512;

/** Streams.Read: reads that end, and subscriptions that do not. */
export function read(node: Node) {
  return (call: ReadCall): void => {
    let request: ReadRequest;
    try {
      request = readRequest(call.request);
    } catch (error) {
      call.emit('error', error);
      return;
    }
    serve(call, node, request.structuredIds, async (sender) => {
      if (request.count === 'subscription') await subscribe(node.log, request, sender);
      else if (request.stream !== undefined) await readStream(node.log.storage, request, request.stream, sender);
      else await readAll(node.log.storage, request, sender);
    });
  };
}

async function readStream(storage: Storage, request: ReadRequest, stream: string, sender: Sender): Promise<void> {
  const last = storage.lastRevision(stream);
  if (last < 0) {
    const identifier = new shared.StreamIdentifier().setStreamName(Buffer.from(stream));
    const missing = new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifier);
    await sender.send(new streams.ReadResp().setStreamNotFound(missing));
    return;
  }
  const backwards = request.direction === 'backwards';
  let next = request.from === 'start' ? 0 : request.from === 'end' ? last : request.from;
  if (backwards) next = Math.min(next, last);
  await sendPages(sender, request, (limit) => {
    const page = storage.streamPage(stream, next, request.direction, limit);
    const end = page.at(-1);
    if (end) next = end.revision + (backwards ? -1 : 1);
    return page;
  });
}

async function readAll(storage: Storage, request: ReadRequest, sender: Sender): Promise<void> {
  const backwards = request.direction === 'backwards';
  const end = storage.lastPosition() + 1;
  const from = request.from === 'start' ? 0 : request.from === 'end' ? end : request.from;
  // forwards the position is included, backwards it is not
  let next = backwards ? Math.min(from, end) - 1 : from;
  await sendPages(sender, request, () => {
    const page = storage.page(next, request.direction, PAGE_EVENTS);
    const last = page.at(-1);
    if (last) next = last.position + (backwards ? -1 : 1);
    return page;
  });
}

async function sendPages(
  sender: Sender,
  { count, filter }: ReadRequest,
  nextPage: (limit: number) => Stored[],
): Promise<void> {
  let left = count === 'subscription' ? Infinity : count;
  while (left > 0 && !sender.ended.aborted) {
    const page = nextPage(Math.min(left, PAGE_EVENTS));
    if (page.length === 0) return;
    for (const { bytes } of page) {
      if (left === 0 || sender.ended.aborted) return;
      if (!wanted(filter, bytes)) continue;
      left -= 1;
      const wait = sender.event(bytes);
      if (wait) await wait;
    }
  }
}

function wanted(filter: Filter | undefined, record: Buffer): boolean {
  return !filter || matches(filter, headingOf(record));
}
