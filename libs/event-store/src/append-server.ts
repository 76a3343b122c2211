import { readFileSync } from 'node:fs';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { parseConnectionString } from '@eventstore/db-client/dist/Client/parseConnectionString.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Metadata, status } from '@grpc/grpc-js';
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http2';
import { isIP } from 'node:net';

/** The server that takes appends at the moment, and how to come to it. */
export interface AppendServer {
  /** `http://127.0.0.1:2113`. */
  readonly authority: URL;
  readonly headers: OutgoingHttpHeaders;
  /** Of the client, beside the system's own. */
  readonly tls: { readonly ca?: Buffer; readonly cert?: Buffer; readonly key?: Buffer; readonly servername?: string };
  /** How often to ask whether the server is there, and how long to wait for its answer; undefined: never. */
  readonly alive: { readonly everyMs: number; readonly withinMs: number } | undefined;
  /** The official client looks for another server where the way that this one was lost says so. */
  lost(failure: CallFailed): Promise<void>;
}

/** A call that ended, as gRPC says it. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  constructor(
    readonly details: string,
    readonly code: number = status.UNAVAILABLE,
    readonly metadata = new Metadata(),
  ) {
    super(details);
  }
}

/** @returns undefined where the headers or trailers of an answer do not end the call */
export function failureIn(headers: IncomingHttpHeaders): CallFailed | undefined {
  const code = headers['grpc-status'];
  if (code !== undefined) {
    const said = decodeURIComponent(String(headers['grpc-message'] ?? ''));
    return new CallFailed(said || 'the server ended the call', Number(code), Metadata.fromHttp2Headers(headers));
  }
  const http = Number(headers[':status'] ?? 200);
  return http === 200 ? undefined : new CallFailed(`the server answered ${http}`);
}

const DEFAULT_ALIVE_MS = 10_000;

/**
 * Where appends go: the server that the official client has chosen, by discovery, gossip or its address, with the
 * credentials and certificates of the same connection string.
 *
 * @returns asks the client anew each time, since it may have changed servers
 */
export function appendServer(client: EventStoreDBClient, connectionString: string): () => Promise<AppendServer> {
  const options = parseConnectionString(connectionString);
  const isPlain = options.tls === false;
  const tls = isPlain ? {} : certificates(options);
  const { keepAliveInterval: everyMs = DEFAULT_ALIVE_MS, keepAliveTimeout: withinMs = DEFAULT_ALIVE_MS } = options;
  return async () => {
    const grpc = await client['getGRPCClient'](streamsGrpc.StreamsClient, 'append');
    const [metadata, { credentials }] = client['callArguments']({}, { deadline: Infinity });
    if (credentials)
      metadata.merge(await credentials.generateMetadata({ service_url: '', method_name: 'BatchAppend' }));
    const target = grpc.getChannel().getTarget().replace(/^dns:/, '');
    const authority = new URL(`${isPlain ? 'http' : 'https'}://${target}`);
    const isNamed = isIP(authority.hostname.replace(/^\[|\]$/g, '')) === 0;
    return {
      authority,
      headers: metadata.toHttp2Headers(),
      // an address is no name of a server (RFC 6066 §3); the certificate is compared with it all the same
      tls: isNamed ? tls : { ...tls, servername: '' },
      alive: everyMs < 0 ? undefined : { everyMs, withinMs: withinMs < 0 ? Infinity : withinMs },
      // what comes of looking is told to the append that needs it
      lost: (failure) => client['handleError'](grpc, failure).catch(() => undefined),
    };
  };
}

function certificates(files: { tlsCAFile?: string; userCertFile?: string; userKeyFile?: string }) {
  const { tlsCAFile, userCertFile, userKeyFile } = files;
  return {
    ...(tlsCAFile !== undefined && { ca: readFileSync(tlsCAFile) }),
    ...(userCertFile !== undefined && { cert: readFileSync(userCertFile) }),
    ...(userKeyFile !== undefined && { key: readFileSync(userKeyFile) }),
  };
}
