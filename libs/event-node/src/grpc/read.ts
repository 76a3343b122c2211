import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { matches } from '../log/filter.js';
import { isHiddenFromAll } from '../log/hidden.js';
import type { Log } from '../log/log.js';
import { headingOf } from '../log/record.js';
import type { Stored, StreamEvent } from '../log/storage.js';
import { isTombstoned } from '../log/tombstone.js';
import { lowestVisible, streamWindow } from '../log/window.js';
import type { Node } from './node.js';
import type { ReadRequest } from './read-request.js';
import { readRequest } from './read-request.js';
import { streamDeleted } from './refusals.js';
import type { ReadCall, Sender } from './sender.js';
import { serve } from './sender.js';
import { subscribe } from './subscribe.js';
import { WHOLE_LOG } from '../log/whole-log.js';

const PAGE_EVENTS = 512;

/** Streams.Read: reads that end, and subscriptions that do not. */
export function read(node: Node) {
  return (call: ReadCall): void => {
    let request: ReadRequest;
    const { access } = node;
    const caller = access.callerOf(call);
    let stream: string;
    try {
      request = readRequest(call.request);
      stream = request.stream ?? WHOLE_LOG;
      access.require(caller, 'read', stream);
    } catch (error) {
      call.emit('error', error);
      return;
    }
    const mayRead = (other: string): boolean => other === stream || access.may(caller, 'read', other);
    serve(call, node, { ...request, mayRead }, async (sender) => {
      if (request.count === 'subscription') {
        const lost = new Promise<never>((_, reject) => access.whenLost(caller, 'read', stream, sender.ended, reject));
        await Promise.race([subscribe(node.log, request, sender), lost]);
      } else if (request.stream !== undefined)
        await readStream(node.log, request, request.stream, request.count, sender);
      else await readAll(node.log, request, request.count, sender);
    });
  };
}

async function readStream(
  { storage, nowMs }: Log,
  { from, direction }: ReadRequest,
  stream: string,
  count: number,
  sender: Sender,
): Promise<void> {
  if (isTombstoned(storage, stream)) throw streamDeleted(stream);
  const window = streamWindow(storage, stream, nowMs());
  if (!window) {
    await sender.send(notFound(stream));
    return;
  }
  const last = storage.lastRevision(stream);
  const lowest = lowestVisible(storage, stream, window);
  const backwards = direction === 'backwards';
  const start = from === 'start' ? 0 : from === 'end' ? last : from;
  let next = backwards ? Math.min(start, last) : Math.max(start, lowest);
  await sendPages<StreamEvent>(sender, count, (limit) => {
    if (isTombstoned(storage, stream)) throw streamDeleted(stream);
    const page = storage.streamPage(stream, next, direction, limit);
    const end = page.at(-1);
    if (end) next = end.revision + (backwards ? -1 : 1);
    return { page, wanted: ({ revision }) => revision >= lowest, more: end !== undefined && next >= lowest };
  });
}

async function readAll(
  { storage }: Log,
  { from, direction, filter }: ReadRequest,
  count: number,
  sender: Sender,
): Promise<void> {
  const backwards = direction === 'backwards';
  const end = storage.lastPosition() + 1;
  const start = from === 'start' ? 0 : from === 'end' ? end : from;
  // forwards the position is included, backwards it is not
  let next = backwards ? Math.min(start, end) - 1 : start;
  await sendPages(sender, count, () => {
    const page = storage.page(next, direction, PAGE_EVENTS);
    const last = page.at(-1);
    if (last) next = last.position + (backwards ? -1 : 1);
    const wanted = ({ bytes }: Stored): boolean =>
      !isHiddenFromAll(bytes) && (!filter || matches(filter, headingOf(bytes)));
    return { page, wanted, more: last !== undefined };
  });
}

interface Page<Event extends Stored> {
  readonly page: readonly Event[];
  readonly wanted: (event: Event) => boolean;
  /** Whether there may be another. */
  readonly more: boolean;
}

async function sendPages<Event extends Stored>(
  sender: Sender,
  count: number,
  nextPage: (limit: number) => Page<Event>,
): Promise<void> {
  for (let left = count; left > 0;) {
    const { page, wanted, more } = nextPage(Math.min(left, PAGE_EVENTS));
    for (const event of page) {
      if (left === 0 || sender.ended.aborted) return;
      if (!wanted(event)) continue;
      left -= 1;
      const wait = sender.event(event);
      if (wait) await wait;
    }
    if (!more || sender.ended.aborted) return;
    await othersTurn(); // a filter that matches nothing would never wait for its reader
  }
}

function notFound(stream: string) {
  const identifier = new shared.StreamIdentifier().setStreamName(Buffer.from(stream));
  return new streams.ReadResp().setStreamNotFound(
    new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifier),
  );
}
