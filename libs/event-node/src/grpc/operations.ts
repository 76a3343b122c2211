import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { SetNodePriorityReq } from '@eventstore/db-client/generated/operations_pb.js';
import type { ServerUnaryCall } from '@grpc/grpc-js';
import type { Node } from './node.js';
import { unary } from './unary.js';

type Call<Request = shared.Empty> = ServerUnaryCall<Request, shared.Empty>;

/** The Operations service, for members of `$ops` and `$admins`. */
export function operationsService(node: Node) {
  const { access } = node;

  function operation<Request>(run: (call: Call<Request>) => void | Promise<void>) {
    return unary(async (call: Call<Request>) => {
      access.requireOperator(access.callerOf(call));
      await run(call);
      return new shared.Empty();
    });
  }

  return {
    // the answer leaves before the node does
    shutdown: operation<shared.Empty>(() => void setImmediate(() => node.shutDown())),
    restartPersistentSubscriptions: operation<shared.Empty>(() => node.persistentSubscriptions.restart()),
    // a B+ tree has nothing to merge, and a node that is alone nobody to give way to
    mergeIndexes: operation<shared.Empty>(() => undefined),
    resignNode: operation<shared.Empty>(() => undefined),
    setNodePriority: operation<SetNodePriorityReq>(() => undefined),
  };
}
