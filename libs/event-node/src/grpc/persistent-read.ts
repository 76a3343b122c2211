import persistent from '@eventstore/db-client/generated/persistent_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/persistent_pb.js';
import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { Resolved } from '../log/links.js';
import { headingOf } from '../log/record.js';
import type { Connection, Consumer } from '../persistent-subscriptions/consumer.js';
import { WHOLE_LOG } from '../log/whole-log.js';
import { SubscriptionDropped } from '../persistent-subscriptions/errors.js';
import type { NackAction } from '../persistent-subscriptions/group.js';
import type { Subscription } from '../persistent-subscriptions/subscription.js';
import type { Node } from './node.js';
import { sourceIn } from './persistent-definition.js';
import { encodeDelivery, withStructuredIds } from './persistent-delivery.js';
import { persistentFailure } from './persistent-errors.js';
import { invalidArgument, stopping } from './status.js';
import { uuidText } from './uuid.js';

type Call = ServerDuplexStream<ReadReq, persistent.ReadResp | Buffer>;

interface Taking {
  readonly subscription: Subscription;
  readonly consumer: Consumer;
}

/** PersistentSubscriptions.Read: the options first, then answers to the events that come back. */
export function persistentRead(node: Node) {
  return (call: Call): void => {
    let taking: Taking | undefined;
    const over = new AbortController();

    function end(): void {
      over.abort();
      taking?.subscription.disconnect(taking.consumer);
      taking = undefined;
    }

    function fail(error: unknown): void {
      end();
      call.emit('error', persistentFailure(error));
    }

    call.on('data', (request: ReadReq) => {
      try {
        const options = request.getOptions();
        if (options) taking = taking ?? connect(node, call, options, fail, over.signal);
        else if (taking) settle(taking.subscription, request);
        else throw invalidArgument('The options come first.');
      } catch (error) {
        fail(error);
      }
    });
    call.on('end', () => {
      end();
      call.end();
    });
    call.on('drain', () => taking?.subscription.resume(taking.consumer));
    for (const event of ['cancelled', 'close', 'error']) call.on(event, end);
    const stop = (): void => fail(stopping());
    node.stopping.addEventListener('abort', stop);
    for (const event of ['cancelled', 'close', 'error'])
      call.on(event, () => node.stopping.removeEventListener('abort', stop));
  };
}

/** @throws CallFailed | SubscriptionRefused */
function connect(
  node: Node,
  call: Call,
  options: ReadReq.Options,
  fail: (error: unknown) => void,
  over: AbortSignal,
): Taking {
  const source = sourceIn(options);
  const caller = node.access.callerOf(call);
  node.access.requireAccount(caller);
  node.access.require(caller, 'read', source);
  node.access.whenLost(caller, 'read', source, over, fail);
  const group = options.getGroupName();
  const subscription = node.persistentSubscriptions.find(source, group);
  const mayRead = (stream: string): boolean =>
    source === WHOLE_LOG || stream === source || node.access.may(caller, 'read', stream);
  const structured = !options.getUuidOption()?.hasString();
  const connection: Connection = {
    username: caller === 'anonymous' ? caller : caller.login,
    connectionName: String(call.metadata.get('connection-name')[0] ?? '<unknown>'),
    from: call.getPeer(),
    bufferSize: options.getBufferSize(),
    send: (message) => {
      const taken = subscription.take(message);
      if (!taken) return 'gone';
      const content = asAllowed(taken, mayRead);
      const delivery = encodeDelivery(content, message.retries);
      return call.write(structured ? withStructuredIds(delivery, content) : delivery) ? 'more' : 'full';
    },
    drop: () => fail(new SubscriptionDropped(source, group)),
  };
  const consumer = subscription.connect(connection, () => {
    const confirmation = new persistent.ReadResp.SubscriptionConfirmation().setSubscriptionId(subscription.key);
    call.write(new persistent.ReadResp().setSubscriptionConfirmation(confirmation));
  });
  return { subscription, consumer };
}

/** A link into a stream that the consumer may not read stays a link. */
function asAllowed({ event, link }: Resolved, mayRead: (stream: string) => boolean): Resolved {
  return !link || (event && mayRead(headingOf(event.bytes).stream)) ? { event, link } : { link };
}

function settle(subscription: Subscription, request: ReadReq): void {
  const nack = request.getNack();
  if (nack) subscription.nack(idsIn(nack.getIdsList()), actionOf(nack.getAction()), nack.getReason());
  const ack = request.getAck();
  if (ack) subscription.ack(idsIn(ack.getIdsList()));
}

/** To stop is to forget the event, as EventStoreDB has it; what is not said is tried again. */
function actionOf(action: ReadReq.Nack.Action): NackAction {
  const { PARK, SKIP, STOP } = persistent.ReadReq.Nack.Action;
  if (action === PARK) return 'park';
  return action === SKIP || action === STOP ? 'skip' : 'retry';
}

function idsIn(list: readonly UUID[]): string[] {
  return list.map(uuidText).filter((id) => id !== undefined);
}
