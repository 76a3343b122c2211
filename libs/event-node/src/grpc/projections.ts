import projectionsPb from '@eventstore/db-client/generated/projections_pb.js';
import type { StatisticsReq, StatisticsResp } from '@eventstore/db-client/generated/projections_pb.js';
import type { ServerUnaryCall, ServerWritableStream } from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import struct from 'google-protobuf/google/protobuf/struct_pb.js';
import { ProjectionNotFound, type Statistics } from '../projections/projections.js';
import { failureOf } from './failure.js';
import type { Node } from './node.js';
import { CallFailed, invalidArgument } from './status.js';
import { unary } from './unary.js';

/** The Projections service, as far as it can go with the standard projections and without an engine for JavaScript. */
export function projectionsService(node: Node) {
  const { access, projections } = node;

  /** A change of a projection that exists, by an operator. */
  function changing<Request extends { getOptions(): Named | undefined }, Response>(
    change: (name: string, request: Request) => Promise<void>,
    response: () => Response,
  ) {
    return unary(async (call: ServerUnaryCall<Request, Response>) => {
      access.requireOperator(access.callerOf(call));
      const name = nameIn(call.request.getOptions());
      await found(name, () => change(name, call.request));
      return response();
    });
  }

  /** The standard projections only write links: what others ask of their state is that there is none. */
  function stateless<Request extends { getOptions(): Named | undefined }, Response>(
    response: (nothing: struct.Value) => Response,
  ) {
    return unary(async (call: ServerUnaryCall<Request, Response>) => {
      access.requireAccount(access.callerOf(call));
      const name = nameIn(call.request.getOptions());
      await found(name, async () => projections.require(name));
      return response(new struct.Value().setStructValue(new struct.Struct()));
    });
  }

  return {
    create: unary((call: ServerUnaryCall<projectionsPb.CreateReq, projectionsPb.CreateResp>) => {
      access.requireOperator(access.callerOf(call));
      throw noEngine();
    }),
    update: changing(
      async (name, _request: projectionsPb.UpdateReq) => {
        projections.require(name);
        throw noEngine();
      },
      () => new projectionsPb.UpdateResp(),
    ),
    delete: changing(
      async (name, _request: projectionsPb.DeleteReq) => {
        projections.require(name);
        throw new CallFailed(
          status.FAILED_PRECONDITION,
          `The standard projection '${name}' cannot be deleted: disable it.`,
        );
      },
      () => new projectionsPb.DeleteResp(),
    ),
    enable: changing(
      (name, _request: projectionsPb.EnableReq) => projections.enable(name),
      () => new projectionsPb.EnableResp(),
    ),
    disable: changing(
      (name, request: projectionsPb.DisableReq) =>
        projections.disable(name, request.getOptions()?.getWriteCheckpoint() ?? false),
      () => new projectionsPb.DisableResp(),
    ),
    reset: changing(
      (name, _request: projectionsPb.ResetReq) => projections.reset(name),
      () => new projectionsPb.ResetResp(),
    ),
    state: stateless<projectionsPb.StateReq, projectionsPb.StateResp>((nothing) =>
      new projectionsPb.StateResp().setState(nothing),
    ),
    result: stateless<projectionsPb.ResultReq, projectionsPb.ResultResp>((nothing) =>
      new projectionsPb.ResultResp().setResult(nothing),
    ),
    restartSubsystem: unary(async (call: ServerUnaryCall<shared.Empty, shared.Empty>) => {
      access.requireOperator(access.callerOf(call));
      await projections.restart();
      return new shared.Empty();
    }),
    statistics: (call: ServerWritableStream<StatisticsReq, StatisticsResp>): void => {
      try {
        access.requireAccount(access.callerOf(call));
        for (const statistics of asked(node, call.request)) call.write(details(statistics));
        call.end();
      } catch (error) {
        call.emit('error', failureOf(error));
      }
    },
  };
}

interface Named {
  getName(): string;
}

function asked({ projections }: Node, request: StatisticsReq): readonly Statistics[] {
  const options = request.getOptions();
  const { ModeCase: mode } = projectionsPb.StatisticsReq.Options;
  switch (options?.getModeCase()) {
    case mode.NAME: {
      const name = nameIn(options);
      try {
        return [projections.statisticsOf(name)];
      } catch (error) {
        throw translated(name, error);
      }
    }
    case mode.ALL:
    case mode.CONTINUOUS:
      return projections.statistics();
    case mode.TRANSIENT:
    case mode.ONE_TIME:
      return [];
    default:
      throw invalidArgument('The call does not say which projections it asks for.');
  }
}

function details({ name, state, reason, position, checkpoint, processed }: Statistics): StatisticsResp {
  const answer = new projectionsPb.StatisticsResp.Details()
    .setName(name)
    .setEffectivename(name)
    .setMode('Continuous')
    .setStatus(`${state.slice(0, 1).toUpperCase()}${state.slice(1)}`)
    .setStatereason(reason)
    .setPosition(`C:${position}/P:${position}`)
    .setLastcheckpoint(`C:${checkpoint}/P:${checkpoint}`)
    .setCheckpointstatus('')
    .setProgress(state === 'running' ? 100 : -1)
    .setEventsprocessedafterrestart(String(processed));
  return new projectionsPb.StatisticsResp().setDetails(answer);
}

function nameIn(options: Named | undefined): string {
  const name = options?.getName() ?? '';
  if (name === '') throw invalidArgument('The call names no projection.');
  return name;
}

async function found(name: string, change: () => Promise<void>): Promise<void> {
  try {
    await change();
  } catch (error) {
    throw translated(name, error);
  }
}

function translated(name: string, error: unknown): unknown {
  return error instanceof ProjectionNotFound
    ? new CallFailed(status.NOT_FOUND, `Projection '${name}' not found`)
    : error;
}

function noEngine(): CallFailed {
  return new CallFailed(
    status.UNIMPLEMENTED,
    'The event node has no engine for projections in JavaScript, only the standard ones ($by_category, $by_event_type ' +
      'and their like): subscribe to the streams and project in your own program.',
  );
}
