import type { ClientReadableStream, MethodDefinition } from '@grpc/grpc-js';
import { ChannelCredentials, Client, Metadata } from '@grpc/grpc-js';

/** Credentials as a header; nobody's when absent. */
export function as(login?: string, password = 'changeit'): Metadata {
  const metadata = new Metadata();
  if (login !== undefined)
    metadata.set('authorization', `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`);
  return metadata;
}

/** Calls a node by the official stubs, for services that the official client has no function for. */
export interface Calls {
  /** One answer, or the status as an error. */
  ask<Request, Response>(
    method: MethodDefinition<Request, Response>,
    request: Request,
    metadata?: Metadata,
  ): Promise<Response>;
  /** Everything that a call sends until it ends, or the first few. */
  collect<Request, Response>(
    method: MethodDefinition<Request, Response>,
    request: Request,
    options?: { readonly metadata?: Metadata; readonly most?: number },
  ): Promise<Response[]>;
  close(): void;
}

/** @param ca  the certificate to trust, where the node has one */
export function callsTo({ host, port }: { readonly host: string; readonly port: number }, ca?: string): Calls {
  const trust = ca === undefined ? ChannelCredentials.createInsecure() : ChannelCredentials.createSsl(Buffer.from(ca));
  const client = new Client(`${host}:${port}`, trust);
  return {
    ask: (method, request, metadata = as()) =>
      new Promise((resolve, reject) => {
        const { path, requestSerialize, responseDeserialize } = method;
        client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, metadata, (error, response) => {
          if (error || response === undefined) reject(error ?? new Error('no answer'));
          else resolve(response);
        });
      }),
    collect: async <Request, Response>(
      { path, requestSerialize, responseDeserialize }: MethodDefinition<Request, Response>,
      request: Request,
      { metadata = as(), most = Infinity }: { readonly metadata?: Metadata; readonly most?: number } = {},
    ) => {
      const call: ClientReadableStream<Response> = client.makeServerStreamRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        metadata,
      );
      const received: Response[] = [];
      for await (const message of call as AsyncIterable<Response>) {
        received.push(message);
        if (received.length >= most) break;
      }
      call.cancel();
      return received;
    },
    close: () => client.close(),
  };
}
