import { status } from '@grpc/grpc-js';
import type { SubscriptionRefused } from '../persistent-subscriptions/errors.js';
import {
  SubscriptionDropped,
  SubscriptionExists,
  SubscriptionFailed,
  SubscriptionFull,
  SubscriptionMissing,
} from '../persistent-subscriptions/errors.js';
import { CallFailed } from './status.js';

/** What a refusal of the persistent subscriptions is on the wire; other errors are left as they are. */
export function persistentFailure(error: unknown): unknown {
  if (error instanceof SubscriptionExists)
    return failed(error, status.ALREADY_EXISTS, 'persistent-subscription-exists');
  if (error instanceof SubscriptionMissing)
    return failed(error, status.NOT_FOUND, 'persistent-subscription-does-not-exist');
  if (error instanceof SubscriptionFull)
    return failed(error, status.FAILED_PRECONDITION, 'maximum-subscribers-reached');
  if (error instanceof SubscriptionDropped) return failed(error, status.CANCELLED, 'persistent-subscription-dropped');
  if (error instanceof SubscriptionFailed)
    return failed(error, status.INTERNAL, 'persistent-subscription-failed', { reason: error.reason });
  return error;
}

function failed(
  { source, group, message }: SubscriptionRefused,
  code: status,
  exception: string,
  more: Readonly<Record<string, string>> = {},
): CallFailed {
  return new CallFailed(code, message, { exception, 'stream-name': source, 'group-name': group, ...more });
}
