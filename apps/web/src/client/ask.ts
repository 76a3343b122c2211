import {
  routes,
  type AnswerOf,
  type BodyOf,
  type ParamsOf,
  type QueryOf,
  type Route,
  type RouteName,
  type Routes,
} from '#contract';
import { acting, actAs } from './acting.js';
import { addressOf } from './address.js';
import { foundServer, lostServer } from './connection.js';
import { OWN_PAGE } from './credentials.js';
import { language } from './language.js';
import { ownPosition, wrote } from './own-writes.js';
import { Problem, Unanswered } from './problem.js';
import { sessionIsBack } from './session-lost.js';

export type Answer<Name extends RouteName> = AnswerOf<Routes[Name]>;
export type Body<Name extends RouteName> = BodyOf<Routes[Name]>;

type Part<Key extends string, Value> = [Value] extends [undefined]
  ? { readonly [K in Key]?: undefined }
  : Record<never, never> extends Value
    ? { readonly [K in Key]?: Value }
    : { readonly [K in Key]: Value };

/** What a route takes. */
export type Request<Name extends RouteName> = Part<'params', ParamsOf<Routes[Name]>> &
  Part<'query', QueryOf<Routes[Name]>> &
  Part<'body', BodyOf<Routes[Name]>>;

export interface Sending {
  /** Idempotency-Key: the same for every repetition of the same act. */
  readonly key?: string;
  /** Revision that the act was decided on. */
  readonly ifMatch?: number;
  /** When it happened, where that was before today. */
  readonly occurredOn?: string;
  /** Only asks what would happen. */
  readonly dryRun?: true;
  readonly signal?: AbortSignal;
  /** How long an answer may take; 20 s, or 2 minutes for a file, where nothing is said. */
  readonly withinMs?: number;
  /** Do not wait for a new sign-in where there is no session: say so. */
  readonly once?: boolean;
}

const ANSWER_WITHIN_MS = 20_000;
const UPLOADED_WITHIN_MS = 10 * 60_000;
/** Nobody behind the door, or not yet: as if it were not answered. */
const AWAY = new Set([502, 503, 504]);

/**
 * Asks the API. Where the session is over it waits for the person to sign in again, then asks again.
 *
 * @throws Problem     the API refuses
 * @throws Unanswered  nobody answered in time
 */
export async function ask<Name extends RouteName>(
  name: Name,
  request: Request<Name>,
  sending: Sending = {},
): Promise<Answer<Name>> {
  const route: Route = routes[name];
  for (;;) {
    const response = await send(route, request, sending);
    if (response.ok) {
      const text = await response.text().catch(unanswered);
      const answer: unknown = text === '' ? null : JSON.parse(text);
      // a command that was only tried out leaves no trace in the log
      if (route.kind === 'command' && hasPosition(answer)) wrote(answer.position);
      return answer as Answer<Name>; // the server checks every answer against the same contract
    }
    if (response.status === 401 && route.action !== 'public' && sending.once !== true) {
      void response.body?.cancel();
      await sessionIsBack(sending.signal);
      continue;
    }
    const problem = new Problem(await response.json().catch(unanswered));
    // the office was taken back meanwhile: who asks who they are is themselves again
    if (name !== 'me' || problem.code !== 'office/not-yours' || acting.get() === null) throw problem;
    actAs(null);
  }
}

async function send(
  route: Route,
  request: { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown },
  { key, ifMatch, occurredOn, dryRun, signal, withinMs }: Sending,
): Promise<Response> {
  const seen = route.kind === 'query' ? { minPosition: ownPosition() } : { occurredOn, dryRun };
  const query = { ...seen, ...(request.query as object | undefined) };
  const tooLong = AbortSignal.timeout(
    withinMs ?? (request.body instanceof Blob ? UPLOADED_WITHIN_MS : ANSWER_WITHIN_MS),
  );
  const response = await fetch(addressOf(route.path, request.params as Record<string, unknown>, query), {
    method: route.method,
    cache: 'no-store',
    headers: {
      Accept: 'application/json',
      'Accept-Language': language.get(),
      ...OWN_PAGE,
      ...(acting.get() !== null && { 'Traguardo-Office': acting.get() ?? '' }),
      ...(request.body !== undefined && {
        'Content-Type': request.body instanceof Blob ? 'application/octet-stream' : 'application/json',
      }),
      ...(key !== undefined && { 'Idempotency-Key': key }),
      ...(ifMatch !== undefined && { 'If-Match': `"${ifMatch}"` }),
    },
    signal: signal === undefined ? tooLong : AbortSignal.any([signal, tooLong]),
    ...(request.body !== undefined && {
      body: request.body instanceof Blob ? request.body : JSON.stringify(request.body),
    }),
  }).catch((cause: unknown) => {
    signal?.throwIfAborted();
    return unanswered(cause);
  });
  if (AWAY.has(response.status)) return unanswered(response.status);
  foundServer();
  return response;
}

function hasPosition(answer: unknown): answer is { readonly position: string } {
  return typeof answer === 'object' && answer !== null && 'position' in answer;
}

function unanswered(cause: unknown): never {
  lostServer();
  throw new Unanswered('nobody answered', { cause });
}
