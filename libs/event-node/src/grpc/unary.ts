import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import { failureOf } from './failure.js';

/** A handler that answers once, with a message or with the status that its error stands for. */
export function unary<Request, Response>(
  run: (call: ServerUnaryCall<Request, Response>) => Promise<Response> | Response,
) {
  return (call: ServerUnaryCall<Request, Response>, answer: sendUnaryData<Response>): void => {
    Promise.resolve()
      .then(() => run(call))
      .then((response) => answer(null, response))
      .catch((error: unknown) => answer(failureOf(error)));
  };
}
