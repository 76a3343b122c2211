import { Metadata } from '@grpc/grpc-js';
import type { IncomingMessage } from 'node:http';
import type { Caller } from '../access/access.js';
import type { Node } from '../grpc/node.js';

/**
 * Who asks, by the same rules as over gRPC.
 *
 * @throws CallFailed UNAUTHENTICATED when credentials came and are wrong
 */
export async function callerOf({ access }: Node, { headers }: IncomingMessage): Promise<Caller> {
  const metadata = new Metadata();
  if (headers.authorization !== undefined) metadata.set('authorization', headers.authorization);
  return await access.authenticate({ metadata });
}
