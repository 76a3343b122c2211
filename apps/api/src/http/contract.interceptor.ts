import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { catchError, map, of, type Observable } from 'rxjs';
import { isRaw, routes, WouldHappen, type Route } from '#contract';
import { Rehearsed } from '#engine';
import { waitForPosition } from '#read-model';
import { READING, type Reading } from '../parts.js';
import { shownRehearsal } from './dry-run.js';
import type { HttpReply, HttpRequest } from './exchange.js';
import { readCall } from './read-call.js';
import { Refusal } from './refusal.js';
import { routeOf } from './route.js';

/** How long a query waits for the position it must have seen. */
const WAIT_MS = 5000;

/** Contract in, contract out: checks what came, waits where a query asks for it, strips what goes out. */
@Injectable()
export class ContractInterceptor implements NestInterceptor {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const name = routeOf(context.getHandler());
    const route: Route = routes[name];
    const request = context.switchToHttp().getRequest<HttpRequest>();
    const { minPosition, call } = readCall(name, request);
    request.call = call;
    if (minPosition !== undefined) await this.waitFor(minPosition);
    const reply = context.switchToHttp().getResponse<HttpReply>();
    return next.handle().pipe(
      map((answer: unknown) => written(route, reply, answer)),
      catchError((error: unknown) => of(rehearsed(reply, error))),
    );
  }

  private async waitFor(text: string): Promise<void> {
    if (!/^\d{1,20}$/.test(text)) {
      const error = { path: 'query.minPosition', message: 'a position, digits only' };
      throw new Refusal('request/invalid', { first: `${error.path}: ${error.message}` }, { errors: [error] });
    }
    if (await waitForPosition(this.reading.pool, BigInt(text), WAIT_MS)) return;
    throw new Refusal('query/not-caught-up', { minPosition: text }, {}, { 'Retry-After': '1' });
  }
}

function written(route: Route, reply: HttpReply, answer: unknown): unknown {
  const schema = route.answers[reply.statusCode];
  if (schema === undefined || schema === null) return undefined;
  if (isRaw(schema)) return answer;
  const body: unknown = schema.parse(answer);
  const revision = typeof body === 'object' && body !== null ? (body as { revision?: unknown }).revision : undefined;
  if (typeof revision === 'number' && revision >= 0) reply.header('ETag', `"${revision}"`);
  return body;
}

/** The end of a dry run, and nothing else, becomes an answer. */
function rehearsed(reply: HttpReply, error: unknown): unknown {
  if (!(error instanceof Rehearsed)) throw error;
  reply.status(200);
  return WouldHappen.parse(shownRehearsal(error.rehearsal));
}
