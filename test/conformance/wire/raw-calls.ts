import { Client, credentials, status } from '@grpc/grpc-js';

/** How a call ended, and what came before. */
export interface Ended {
  readonly code: status;
  readonly details: string;
  readonly answers: readonly Buffer[];
}

const WHATEVER_SIZE = { 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 };

/** Speaks to a node in bytes of the caller's making. */
export class RawCalls {
  private readonly client: Client;

  constructor(port: number) {
    // a channel of its own: grpc-js would otherwise share one connection among all clients of an address
    const options = { ...WHATEVER_SIZE, 'grpc.use_local_subchannel_pool': 1 };
    this.client = new Client(`127.0.0.1:${port}`, credentials.createInsecure(), options);
  }

  /**
   * Sends the messages and half-closes.
   *
   * @param cancelAfterMs  ends calls that would never end, as subscriptions do
   */
  call(path: string, messages: readonly Uint8Array[], cancelAfterMs = 5_000): Promise<Ended> {
    return new Promise((resolve) => {
      const answers: Buffer[] = [];
      const call = this.open(path);
      const timer = setTimeout(() => call.cancel(), cancelAfterMs);
      call.on('data', (answer: Buffer) => answers.push(answer));
      call.on('error', () => undefined); // the status says it too
      call.on('status', ({ code, details }) => {
        clearTimeout(timer);
        resolve({ code, details, answers });
      });
      for (const message of messages) call.write(message);
      call.end();
    });
  }

  /** A call that its caller goes on with; at the level of the wire every kind of call is this one. */
  open(path: string) {
    return this.client.makeBidiStreamRequest(path, asItIs, asItIs);
  }

  close(): void {
    this.client.close();
  }
}

function asItIs(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
