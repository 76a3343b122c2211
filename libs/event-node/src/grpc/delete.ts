import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { DeleteReq, TombstoneReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerUnaryCall } from '@grpc/grpc-js';
import { expectedRevision } from './expected.js';
import type { Node } from './node.js';
import { streamDeleted, timedOut, wrongRevision } from './refusals.js';
import { invalidArgument } from './status.js';
import { requireDeletable, requireName } from './target.js';
import { unary } from './unary.js';

/** Streams.Delete: the events are not seen any more, and the stream may come back. */
export function deleteStream(node: Node) {
  return unary(async (call: ServerUnaryCall<DeleteReq, streams.DeleteResp>) => {
    const position = await deleted(node, call, false);
    const at = new streams.DeleteResp.Position().setCommitPosition(position).setPreparePosition(position);
    return new streams.DeleteResp().setPosition(at);
  });
}

/** Streams.Tombstone: nobody will ever read or write the stream again. */
export function tombstone(node: Node) {
  return unary(async (call: ServerUnaryCall<TombstoneReq, streams.TombstoneResp>) => {
    const position = await deleted(node, call, true);
    const at = new streams.TombstoneResp.Position().setCommitPosition(position).setPreparePosition(position);
    return new streams.TombstoneResp().setPosition(at);
  });
}

interface Call {
  readonly request: DeleteReq | TombstoneReq;
  getDeadline(): Date | number;
}

/** @returns the position of the event that says so */
async function deleted({ access, log }: Node, call: Call, forGood: boolean): Promise<string> {
  const options = call.request.getOptions();
  if (!options) throw invalidArgument('The call carried no options.');
  const stream = requireName(options.getStreamIdentifier());
  requireDeletable(stream);
  access.require(access.callerOf(call), 'delete', stream);
  const expected = expectedRevision(options);
  const outcome = await log.delete({ stream, expected, forGood, deadlineMs: Number(call.getDeadline()) });
  switch (outcome.kind) {
    case 'written':
      return String(outcome.position);
    case 'wrong-revision':
      throw wrongRevision(stream, expected, outcome.current);
    case 'stream-deleted':
      throw streamDeleted(stream);
    case 'expired':
      throw timedOut();
  }
}
