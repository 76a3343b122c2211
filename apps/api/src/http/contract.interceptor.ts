import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { catchError, map, of, type Observable } from 'rxjs';
import { DryRun, isRaw, routes, WouldHappen, type Route, type RouteName } from '#contract';
import { Rehearsed } from '#engine';
import type { JsonObject } from '#event-store';
import { waitForPosition } from '#read-model';
import { READING, type Reading } from '../parts.js';
import type { Call } from './call.js';
import { isDryRun, shownRehearsal } from './dry-run.js';
import { headerOf, type HttpReply, type HttpRequest } from './exchange.js';
import { languageOf } from './language.js';
import { expectedRevisionOf, idempotencyKeyOf, readRequest } from './read-request.js';
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
    const { minPosition, query } = splitQuery(route, request.query);
    request.call = callOf(name, route, request, query);
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

function splitQuery(route: Route, sent: unknown): { query: unknown; minPosition?: string } {
  if (route.kind === 'command' && route.query?.shape['dryRun'] === undefined) return { query: withoutDryRun(sent) };
  if (route.kind !== 'query') return { query: sent };
  const { minPosition, ...query } = { ...(sent as object) } as { minPosition?: string };
  return { query, minPosition };
}

/** Every command may be asked what would happen; a route that reads its document first says so in its own query. */
function withoutDryRun(sent: unknown): unknown {
  const { dryRun, ...query } = { ...(sent as object) } as { dryRun?: unknown };
  if (DryRun.safeParse(dryRun).success) return query;
  const error = { path: 'query.dryRun', message: 'true | false' };
  throw new Refusal('request/invalid', { first: `${error.path}: ${error.message}` }, { errors: [error] });
}

function callOf(name: RouteName, route: Route, request: HttpRequest, query: unknown): Call<RouteName> {
  const language = languageOf(headerOf(request, 'accept-language'));
  const checked = readRequest(route, request, query, language);
  const { session } = request;
  const call = {
    ...checked,
    session,
    language,
    by: session && { id: session.id, office: session.office },
    token: request.token,
    lastEventId: headerOf(request, 'last-event-id'),
    ifNoneMatch: headerOf(request, 'if-none-match'),
    ...(route.kind === 'command' && { context: contextOf(name, route, request, checked) }),
    ...(route.keyed === true && { attempt: attemptOf(name, request, checked) }),
  };
  // each handler names its route, so what the route's schemas let through is what the handler expects
  return call as Call<RouteName>;
}

function contextOf(
  name: RouteName,
  route: Route,
  request: HttpRequest,
  { params, body }: Pick<ReturnType<typeof readRequest>, 'params' | 'body'>,
) {
  const dryRun = isDryRun(route, request);
  // a dry run writes nothing: it needs no key, and uses none up
  const keyless = dryRun && headerOf(request, 'idempotency-key') === undefined;
  const commandId = keyless ? request.id : idempotencyKeyOf(request);
  const expectedRevision = expectedRevisionOf(request);
  return {
    commandId,
    correlationId: request.id,
    causationId: commandId,
    onBehalfOf: request.onBehalfOf ?? null,
    request: { route: name, params: params ?? null, body: body ?? null } as JsonObject,
    ...(expectedRevision !== undefined && { expectedRevision }),
    ...(dryRun && { dryRun }),
  };
}

function attemptOf(name: RouteName, request: HttpRequest, { query, body }: ReturnType<typeof readRequest>) {
  if (headerOf(request, 'idempotency-key') === undefined) return undefined;
  return { key: idempotencyKeyOf(request), request: JSON.stringify([name, request.session?.id, query, body]) };
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
