import type { ServerInterceptingCall, ServerInterceptor } from '@grpc/grpc-js';
import type { ServerHttp2Stream } from 'node:http2';
import { constants } from 'node:http2';

/** The calls that answer for as long as they are open: reads, subscriptions, batches. */
export class Answering {
  private readonly streams = new Set<ServerHttp2Stream>();

  readonly interceptor: ServerInterceptor = ({ responseStream }, call): ServerInterceptingCall => {
    // grpc-js has no word for cancelling a call from this side; without its stream it ends with the connection
    if (responseStream && 'stream' in call) {
      const stream = call.stream as ServerHttp2Stream;
      this.streams.add(stream);
      stream.on('close', () => this.streams.delete(stream));
    }
    // the type says more than grpc-js asks of what it hands on; a wrapper would cost every message of every call
    return call as ServerInterceptingCall;
  };

  /**
   * Cancels those that are open still. A status stands behind all that was sent, and does not reach a reader who does
   * not read; a reset passes a full window.
   */
  cancel(): void {
    for (const stream of this.streams) stream.close(constants.NGHTTP2_CANCEL);
  }
}
