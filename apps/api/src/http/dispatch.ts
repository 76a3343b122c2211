import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import type { Auth, SignedIn } from '#auth';
import { isRaw, routes, type Language, type Route, type RouteName } from '#contract';
import { Refused } from '#domain';
import { Rehearsed, type Supposed } from '#engine';
import { AUTH } from '../parts.js';
import { shownRehearsal } from './dry-run.js';
import type { HttpRequest } from './exchange.js';
import { handlersOf, type Handler } from './handlers.js';
import { Permitted, toldWhoCould } from './permitted.js';
import { ProblemWords } from './problem-words.js';
import { asSentBy, readCall } from './read-call.js';
import { Refusal } from './refusal.js';
import { refusalOf } from './refusal-of.js';

/** A command as somebody would send it over HTTP. */
export interface Dispatched {
  readonly name: RouteName;
  readonly params?: object | undefined;
  readonly body?: unknown;
  /** Idempotency-Key; none is needed to ask what would happen. */
  readonly key?: string;
  readonly ifMatch?: number | undefined;
  readonly dryRun?: boolean;
  readonly occurredOn?: string | undefined;
  /** Of a dry run among several: the streams as those before it found them, or would leave them. */
  readonly supposing?: Supposed | undefined;
}

/** On whose behalf: everything is checked as if they had sent it themselves. */
export interface Sender {
  readonly session: SignedIn;
  readonly onBehalfOf: string | null;
  readonly language: Language;
  /** Correlates what follows with the request. */
  readonly id: string;
}

export interface Outcome {
  readonly status: number;
  /** What the route answers, or problem details. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** A refusal without words. */
type Refusing = Pick<Refusal, 'code'>;

/** Sends commands to their own handlers from within: the same permission, the same contract, the same rules, no second door. */
@Injectable()
export class Dispatch implements OnModuleInit {
  private readonly handlers = new Map<RouteName, Handler>();

  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(ProblemWords) private readonly words: ProblemWords,
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(Permitted) private readonly permitted: Permitted,
  ) {}

  onModuleInit(): void {
    for (const handler of handlersOf(this.discovery)) this.handlers.set(handler.name, handler);
  }

  async send(command: Dispatched, sender: Sender): Promise<Outcome> {
    const route: Route = routes[command.name];
    try {
      await this.requireAllowed(route, command, sender);
      const answer = await this.answer(route, command, sender);
      const schema = route.answers[route.status];
      const body = schema && !isRaw(schema) ? schema.parse(answer) : {};
      return { status: route.status, body: body as Outcome['body'] };
    } catch (error) {
      if (error instanceof Rehearsed) return { status: 200, body: shownRehearsal(error) };
      const { language, id } = sender;
      const { params, supposing } = command;
      const { details } = await this.words.tell(error, { language, id, params, path: route.path, supposing });
      return { status: details.status, body: details };
    }
  }

  /**
   * Asks a command of many: why each who is let in would be refused, without words; null: they would not. Nothing is
   * done. What is sent is checked once, against the contract of all.
   *
   * @param first  in whose language
   */
  asking(command: Dispatched, first: Sender): (other: Omit<Sender, 'language' | 'id'>) => Promise<Refusing | null> {
    const handler = this.handlerOf(command.name);
    try {
      const { call } = readCall(command.name, asRequest(routes[command.name], { ...command, dryRun: true }, first));
      return (other) => refusing(() => handler.answer(asSentBy(other, call)));
    } catch (error) {
      return () => refusing(() => Promise.reject(error));
    }
  }

  private answer(route: Route, command: Dispatched, sender: Sender): unknown {
    const { call } = readCall(command.name, asRequest(route, command, sender));
    return this.handlerOf(command.name).answer(call);
  }

  private handlerOf(name: RouteName): Handler {
    const handler = this.handlers.get(name);
    if (handler === undefined) throw new Error(`Nothing answers the route ${name}.`);
    return handler;
  }

  private async requireAllowed(
    { action }: Route,
    { params, dryRun, supposing }: Dispatched,
    { session }: Sender,
  ): Promise<void> {
    if (action === 'public' || action === 'signed-in') return;
    if (await this.permitted.allows(session, action, { params, supposing })) return;
    if (dryRun !== true) await this.auth.noteRefusal(session, action);
    const could = await this.permitted.whoCould(action, params, { supposing });
    throw new Refusal('permission/denied', { action, ...toldWhoCould(could) });
  }
}

async function refusing(answer: () => unknown): Promise<Refusing | null> {
  try {
    await answer();
    return null;
  } catch (error) {
    if (error instanceof Rehearsed) return null;
    if (error instanceof Refused) return error; // most of them: no second error for the same
    return refusalOf(error) ?? { code: 'internal/fault' };
  }
}

function asRequest(
  route: Route,
  { params, body, key, ifMatch, dryRun, occurredOn, supposing }: Dispatched,
  sender: Sender,
): HttpRequest {
  const { session, onBehalfOf, language, id } = sender;
  return {
    // what a dry run is asked under is nobody's key
    id: dryRun === true ? randomUUID() : id,
    method: route.method,
    url: route.path,
    protocol: 'http',
    host: '',
    ip: '',
    headers: {
      'accept-language': language,
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
    },
    params: params ?? {},
    query: { ...(dryRun === true && { dryRun: 'true' }), ...(occurredOn !== undefined && { occurredOn }) },
    body: body ?? (route.body === undefined ? undefined : {}),
    session,
    onBehalfOf,
    ...(supposing !== undefined && { supposing }),
  };
}
