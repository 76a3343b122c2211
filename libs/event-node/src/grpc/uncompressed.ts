import type { ServerInterceptor } from '@grpc/grpc-js';
import { ServerInterceptingCall, ServerListenerBuilder, status } from '@grpc/grpc-js';

const REFUSED = {
  code: status.UNIMPLEMENTED,
  details: 'The event node takes no compressed messages: send them as they are (grpc-encoding: identity).',
};

/**
 * Refuses calls that compress, before anything is read of them.
 *
 * Sixteen kilobytes become sixteen megabytes: a hundred such calls would hold a gigabyte. No client compresses unless
 * it is told to.
 */
export const onlyUncompressed: ServerInterceptor = (_method, call): ServerInterceptingCall => {
  // grpc-js takes the header away and tells nobody but itself; what is no longer there counts as compressed
  const encoding = 'incomingEncoding' in call ? call.incomingEncoding : undefined;
  // the type says more than grpc-js asks of what it hands on; a wrapper would cost every message of every call
  if (encoding === 'identity') return call as ServerInterceptingCall;
  const refusing = new ServerListenerBuilder().withOnReceiveMetadata(() => call.sendStatus(REFUSED)).build();
  return new ServerInterceptingCall(call, { start: (next) => next(refusing) });
};
