import shared from '@eventstore/db-client/generated/shared_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
  ReadReq,
  ReadResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { ClientDuplexStream, ServiceError } from '@grpc/grpc-js';
import google from 'google-protobuf/google/protobuf/empty_pb.js';
import { credentials } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';

/** What a call ended with: the status's number and trailers, 0 when all was well. */
export interface Ended {
  readonly code: number;
  readonly details: string;
  readonly trailers: Readonly<Record<string, unknown>>;
}

const WELL: Ended = { code: 0, details: '', trailers: {} };

/** The protocol without a client that keeps one from saying nonsense. */
export function streamsCalls(url: string) {
  const address = /^esdb:\/\/([^/?]+)/.exec(url)?.[1] ?? '';
  const stub = new streamsGrpc.StreamsClient(address, credentials.createInsecure());
  const calls = new Set<ClientDuplexStream<BatchAppendReq, BatchAppendResp>>();
  return {
    close: (): void => {
      for (const call of calls) call.cancel();
      stub.close();
    },

    /** Reads until the end, or until `enough` says so. */
    async read(options: ReadReq.Options | undefined, enough: (got: ReadResp[]) => boolean = () => false) {
      const call = stub.read(new streams.ReadReq().setOptions(options));
      const got: ReadResp[] = [];
      try {
        for await (const response of call as AsyncIterable<ReadResp>) {
          got.push(response);
          if (enough(got)) break;
        }
        call.cancel();
        return { got, ended: WELL };
      } catch (error) {
        return { got, ended: endedBy(error) };
      }
    },

    append(...requests: AppendReq[]): Promise<{ response?: AppendResp; ended: Ended }> {
      return new Promise((resolve) => {
        const call = stub.append((error, response) => resolve({ response, ended: error ? endedBy(error) : WELL }));
        for (const request of requests) call.write(request);
        call.end();
      });
    },

    /** One call, whose answers are taken one by one. */
    batch() {
      const call = stub.batchAppend();
      calls.add(call);
      const answers = call[Symbol.asyncIterator]() as AsyncIterator<BatchAppendResp>;
      return {
        call,
        write: (...requests: (BatchAppendReq | Buffer)[]): void => {
          for (const request of requests) call.write(request as BatchAppendReq);
        },
        answers: async (count: number): Promise<BatchAppendResp[]> => {
          const got: BatchAppendResp[] = [];
          while (got.length < count) {
            const { value, done } = await answers.next();
            if (done) break;
            got.push(value);
          }
          return got;
        },
        end: (): void => void call.end(),
        failed: async (): Promise<Ended> => endedBy((await once(call, 'error'))[0]),
      };
    },
  };
}

export function identifier(name: string | Uint8Array) {
  return new shared.StreamIdentifier().setStreamName(typeof name === 'string' ? Buffer.from(name) : name);
}

function uuid(id: string = randomUUID()) {
  return new shared.UUID().setString(id);
}

/** Sound options of a read, to be spoilt. */
export function readOptions(stream: string | Uint8Array | undefined, count: string = '10'): ReadReq.Options {
  const { Options } = streams.ReadReq;
  const options = new Options().setCount(count).setNoFilter(new shared.Empty());
  options.setUuidOption(new Options.UUIDOption().setString(new shared.Empty()));
  if (stream === undefined) return options.setAll(new Options.AllOptions().setStart(new shared.Empty()));
  const from = new Options.StreamOptions().setStreamIdentifier(identifier(stream)).setStart(new shared.Empty());
  return options.setStream(from);
}

export function appendOptions(stream: string | Uint8Array): AppendReq {
  const options = new streams.AppendReq.Options().setStreamIdentifier(identifier(stream)).setAny(new shared.Empty());
  return new streams.AppendReq().setOptions(options);
}

export function appendMessage(type = 't', bytes = 2, id?: string): AppendReq {
  const message = new streams.AppendReq.ProposedMessage().setId(uuid(id)).setData(Buffer.alloc(bytes, '0'));
  message.getMetadataMap().set('type', type).set('content-type', 'application/octet-stream');
  return new streams.AppendReq().setProposedMessage(message);
}

/** A chunk of a batch append. */
export function chunk(
  correlationId: string,
  stream: string | Uint8Array | undefined,
  { events = 1, bytes = 2, final = true, type = 't' } = {},
): BatchAppendReq {
  const request = new streams.BatchAppendReq().setCorrelationId(uuid(correlationId)).setIsFinal(final);
  for (let n = 0; n < events; n += 1) {
    const message = new streams.BatchAppendReq.ProposedMessage().setId(uuid()).setData(Buffer.alloc(bytes, '0'));
    message.getMetadataMap().set('type', type).set('content-type', 'application/octet-stream');
    request.addProposedMessages(message);
  }
  if (stream === undefined) return request;
  const options = new streams.BatchAppendReq.Options().setStreamIdentifier(identifier(stream));
  return request.setOptions(options.setAny(new google.Empty()));
}

function endedBy(error: unknown): Ended {
  const { code, details, metadata } = error as ServiceError;
  return { code, details, trailers: metadata.getMap() };
}
