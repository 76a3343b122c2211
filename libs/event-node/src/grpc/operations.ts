import operations from '@eventstore/db-client/generated/operations_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type {
  ScavengeResp,
  SetNodePriorityReq,
  StopScavengeReq,
} from '@eventstore/db-client/generated/operations_pb.js';
import type { ServerUnaryCall } from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import type { Node } from './node.js';
import { CallFailed } from './status.js';
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

  /** The log is one file: threads and the chunk to start from, which a client may name, mean nothing here. */
  function startScavenge(): ScavengeResp {
    const { id, outcome } = node.scavenger.start();
    const { STARTED, INPROGRESS } = operations.ScavengeResp.ScavengeResult;
    return answer(id, outcome === 'started' ? STARTED : INPROGRESS);
  }

  async function stopScavenge(call: ServerUnaryCall<StopScavengeReq, ScavengeResp>): Promise<ScavengeResp> {
    const id = call.request.getOptions()?.getScavengeId() ?? '';
    if (!(await node.scavenger.stop(id))) throw scavengeNotFound(id);
    return answer(id, operations.ScavengeResp.ScavengeResult.STOPPED);
  }

  function scavenging<Request>(
    run: (call: ServerUnaryCall<Request, ScavengeResp>) => ScavengeResp | Promise<ScavengeResp>,
  ) {
    return unary((call: ServerUnaryCall<Request, ScavengeResp>) => {
      access.requireOperator(access.callerOf(call));
      return run(call);
    });
  }

  return {
    startScavenge: scavenging(startScavenge),
    stopScavenge: scavenging(stopScavenge),
    // the answer leaves before the node does
    shutdown: operation<shared.Empty>(() => void setImmediate(() => node.shutDown())),
    restartPersistentSubscriptions: operation<shared.Empty>(() => node.persistentSubscriptions.restart()),
    // a B+ tree has nothing to merge, and a node that is alone nobody to give way to
    mergeIndexes: operation<shared.Empty>(() => undefined),
    resignNode: operation<shared.Empty>(() => undefined),
    setNodePriority: operation<SetNodePriorityReq>(() => undefined),
  };
}

function answer(id: string, result: ScavengeResp.ScavengeResult): ScavengeResp {
  return new operations.ScavengeResp().setScavengeId(id).setScavengeResult(result);
}

function scavengeNotFound(id: string): CallFailed {
  return new CallFailed(status.NOT_FOUND, `No scavenge ${id} is running.`, {
    exception: 'scavenge-not-found',
    'scavenge-id': id,
  });
}
