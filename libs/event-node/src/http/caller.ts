import type { IncomingMessage } from 'node:http';
import type { Caller } from '../access/access.js';
import type { Node } from '../grpc/node.js';

/**
 * Who asks, by the same rules as over gRPC.
 *
 * @throws CallFailed UNAUTHENTICATED when credentials came and are wrong
 */
export async function callerOf({ access }: Node, { headers, socket }: IncomingMessage): Promise<Caller> {
  return await access.identify(headers.authorization, socket.remoteAddress ?? 'unknown');
}
