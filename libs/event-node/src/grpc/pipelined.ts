import type { ServerInterceptingCall, ServerInterceptor } from '@grpc/grpc-js';

/** What a call may have on its way; its reader takes the rest. */
const MOST_BYTES = 64 * 1024;

/**
 * Sends encoded messages one behind the other, up to a bound.
 *
 * grpc-js sends a message when the one before has left the socket: each takes a turn of the event loop, a system call
 * and a frame of its own, and as much at the other end. Messages that are sent together share all three.
 */
export const pipelined: ServerInterceptor = (method, call): ServerInterceptingCall => {
  if (method.responseStream) {
    const send = call.sendMessage.bind(call);
    let bytes = 0;
    call.sendMessage = (message: unknown, sent) => {
      const size = Buffer.isBuffer(message) ? message.length : MOST_BYTES;
      const atOnce = (bytes += size) < MOST_BYTES;
      send(message, () => {
        bytes -= size;
        if (!atOnce) sent();
      });
      if (atOnce) sent();
    };
  }
  // the type says more than grpc-js asks of what it hands on; a wrapper would cost every message of every call
  return call as ServerInterceptingCall;
};
