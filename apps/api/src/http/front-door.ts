import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { DiscoveryService, type AbstractHttpAdapter } from '@nestjs/core';
import { isRaw, routes, WouldHappen, type Language, type Route } from '#contract';
import { Rehearsed } from '#engine';
import { waitForPosition } from '#read-model';
import { READING, type Reading } from '../parts.js';
import { AskingEverybody } from '../permissions/those-who-could.js';
import { Admission } from './admission.js';
import { shownRehearsal } from './dry-run.js';
import type { HttpReply, HttpRequest } from './exchange.js';
import { faultWords } from './fault-words.js';
import { handlersOf, type Handler } from './handlers.js';
import { ProblemFilter } from './problem.filter.js';
import { readCall } from './read-call.js';
import { Refusal } from './refusal.js';

/** How long a query waits for the position it must have seen. */
const WAIT_MS = 5000;

const METHODS = { GET: 'get', POST: 'post', DELETE: 'delete' } as const;

/**
 * Every request to a route of the contract takes the same way: let in, checked against the contract, waiting where a
 * query asks for it, handled, and stripped to what the contract says that it answers.
 *
 * Nest's own routes do this by guards, interceptors and pipes that it finds anew for each request, through observables:
 * as much work as all that is ours of a command.
 */
@Injectable()
export class FrontDoor {
  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(Admission) private readonly admission: Admission,
    @Inject(READING) private readonly reading: Reading,
    @Inject(ProblemFilter) private readonly problems: ProblemFilter,
    @Inject(AskingEverybody) private readonly everybody: AskingEverybody,
  ) {}

  open(server: AbstractHttpAdapter): void {
    for (const handler of handlersOf(this.discovery)) {
      const route: Route = routes[handler.name];
      server[METHODS[route.method]](route.path, (request: HttpRequest, reply: HttpReply) => {
        this.take(server, handler, route, request, reply)
          // to the framework, as what goes wrong before a request is here
          .catch((error: unknown) => reply.send(error));
      });
    }
  }

  private async take(
    server: AbstractHttpAdapter,
    handler: Handler,
    route: Route,
    request: HttpRequest,
    reply: HttpReply,
  ): Promise<void> {
    try {
      const body = await this.answer(handler, route, request, reply);
      if (body instanceof StreamableFile) await server.reply(reply, body);
      else reply.send(body);
    } catch (error) {
      const told = await this.everybody.telling(error, handler.name, request).catch(() => error);
      const actAs = await this.everybody.asWhom(error, handler.name, request).catch(() => undefined);
      await this.problems.answer(told, request, reply, actAs);
    }
  }

  private async answer(handler: Handler, route: Route, request: HttpRequest, reply: HttpReply) {
    await this.admission.admit(route, request);
    const { minPosition, call } = readCall(handler.name, request);
    if (minPosition !== undefined) await this.waitFor(minPosition, call.language);
    reply.status(route.status);
    try {
      return written(route, reply, await handler.answer(call, { request, reply }));
    } catch (error) {
      if (!(error instanceof Rehearsed)) throw error;
      reply.status(200);
      return WouldHappen.parse(shownRehearsal(error));
    }
  }

  private async waitFor(text: string, language: Language): Promise<void> {
    if (!/^\d{1,20}$/.test(text)) {
      const error = { path: 'query.minPosition', message: faultWords[language].position };
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
