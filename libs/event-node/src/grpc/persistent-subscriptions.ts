import persistent from '@eventstore/db-client/generated/persistent_pb.js';
import type {
  CreateReq,
  DeleteReq,
  GetInfoReq,
  ListReq,
  ReplayParkedReq,
  UpdateReq,
} from '@eventstore/db-client/generated/persistent_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { ServerUnaryCall } from '@grpc/grpc-js';
import { WHOLE_LOG } from '../log/whole-log.js';
import { SubscriptionFailed, SubscriptionMissing } from '../persistent-subscriptions/errors.js';
import type { Subscription } from '../persistent-subscriptions/subscription.js';
import type { Node } from './node.js';
import { definitionOf, nameIn, sourceIn } from './persistent-definition.js';
import { persistentFailure } from './persistent-errors.js';
import { infoOf } from './persistent-info.js';
import { persistentRead } from './persistent-read.js';
import { invalidArgument } from './status.js';
import { unary } from './unary.js';

/** The PersistentSubscriptions service: made and changed by operators, looked at by every account. */
export function persistentSubscriptionsService(node: Node) {
  const { access, log, persistentSubscriptions: subscriptions } = node;

  /** For operators. @returns in whose name the change is made */
  function operator(call: object): string {
    const caller = access.callerOf(call);
    access.requireOperator(caller);
    return caller === 'anonymous' ? caller : caller.login;
  }

  return {
    create: refusing(async (call: Call<CreateReq>) => {
      const by = operator(call);
      await subscriptions.create(definitionOf(call.request.getOptions(), log.storage), by);
      return new persistent.CreateResp();
    }),

    update: refusing(async (call: Call<UpdateReq>) => {
      const by = operator(call);
      await subscriptions.update(definitionOf(call.request.getOptions(), log.storage), by);
      return new persistent.UpdateResp();
    }),

    delete: refusing(async (call: Call<DeleteReq>) => {
      const by = operator(call);
      const options = required(call.request.getOptions());
      await subscriptions.delete(sourceIn(options), options.getGroupName(), by);
      return new persistent.DeleteResp();
    }),

    getInfo: refusing((call: Call<GetInfoReq>) => {
      access.requireAccount(access.callerOf(call));
      const options = required(call.request.getOptions());
      const subscription = subscriptions.find(sourceIn(options), options.getGroupName());
      return new persistent.GetInfoResp().setSubscriptionInfo(infoOf(subscription, subscriptions.nowMs));
    }),

    list: refusing((call: Call<ListReq>) => {
      access.requireAccount(access.callerOf(call));
      const asked = listed(required(call.request.getOptions()), subscriptions.list());
      return new persistent.ListResp().setSubscriptionsList(
        asked.map((subscription) => infoOf(subscription, subscriptions.nowMs)),
      );
    }),

    replayParked: refusing((call: Call<ReplayParkedReq>) => {
      operator(call);
      const options = required(call.request.getOptions());
      const [source, group] = [sourceIn(options), options.getGroupName()];
      const stopAt = options.hasStopAt() ? Number(options.getStopAt()) : Infinity;
      if (stopAt < 0)
        throw new SubscriptionFailed(source, group, 'Cannot stop replaying parked message at a negative version.');
      subscriptions.find(source, group).replayParked(stopAt);
      return new persistent.ReplayParkedResp();
    }),

    restartSubsystem: refusing(async (call: Call<unknown>) => {
      operator(call);
      await subscriptions.restart();
      return new shared.Empty();
    }),

    read: persistentRead(node),
  };
}

type Call<Request> = ServerUnaryCall<Request, never>;

function refusing<Request, Response>(run: (call: ServerUnaryCall<Request, never>) => Promise<Response> | Response) {
  return unary<Request, Response>(async (call) => {
    try {
      return await run(call as ServerUnaryCall<Request, never>);
    } catch (error) {
      throw persistentFailure(error);
    }
  });
}

/** Of all, or of one source, which then must have some. */
function listed(options: ListReq.Options, all: readonly Subscription[]): readonly Subscription[] {
  const asked = options.getListForStream();
  if (!asked) return all;
  const source = asked.hasAll() ? WHOLE_LOG : nameIn(asked.getStream());
  const found = all.filter(({ definition }) => definition.source === source);
  if (found.length === 0) throw new SubscriptionMissing(source, '');
  return found;
}

function required<Options>(options: Options | undefined): Options {
  if (!options) throw invalidArgument('The call has no options.');
  return options;
}
