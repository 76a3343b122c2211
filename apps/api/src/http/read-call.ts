import type { SignedIn } from '#auth';
import { DryRun, OccurredOn, routes, type Language, type Route, type RouteName } from '#contract';
import type { LocalDate } from '#domain';
import type { JsonObject } from '#event-store';
import type { Call } from './call.js';
import { isDryRun } from './dry-run.js';
import { headerOf, type HttpRequest } from './exchange.js';
import { formFaults } from './form-faults.js';
import { languageOf } from './language.js';
import { expectedRevisionOf, idempotencyKeyOf, readRequest } from './read-request.js';
import { Refusal } from './refusal.js';

/**
 * A request as its handler gets it, checked against the contract.
 *
 * @throws Refusal
 */
export function readCall(
  name: RouteName,
  request: HttpRequest,
): { call: Call<RouteName>; minPosition: string | undefined } {
  const route: Route = routes[name];
  const language = languageOf(headerOf(request, 'accept-language'));
  const { query, minPosition, occurredOn } = splitQuery(route, request.query, language);
  return { call: callOf(name, route, request, { query, occurredOn, language }), minPosition };
}

/** The same as somebody else would have sent it: what was checked has nothing to do with who sends it. */
export function asSentBy(
  { session, onBehalfOf }: { readonly session: SignedIn; readonly onBehalfOf: string | null },
  call: Call<RouteName>,
): Call<RouteName> {
  const by = { id: session.id, office: session.office };
  return { ...call, session, by, onBehalfOf, context: { ...call.context, onBehalfOf } };
}

interface SplitQuery {
  readonly query: unknown;
  readonly minPosition?: string;
  /** Of a command: when it happened in the world. */
  readonly occurredOn?: LocalDate | undefined;
}

function splitQuery(route: Route, sent: unknown, language: Language): SplitQuery {
  if (route.kind === 'command') return commandQuery(route, sent, language);
  if (route.kind !== 'query') return { query: sent };
  const { minPosition, ...query } = { ...(sent as object) } as { minPosition?: string };
  return { query, ...(minPosition !== undefined && { minPosition }) };
}

/**
 * Every command may be asked what would happen, and told when it happened; a route that reads its document first says
 * so in its own query.
 */
function commandQuery(route: Route, sent: unknown, language: Language): SplitQuery {
  const asked = sent as { readonly dryRun?: unknown; readonly occurredOn?: unknown };
  if (asked.dryRun === undefined && asked.occurredOn === undefined) return { query: sent };
  const { dryRun, occurredOn, ...others } = asked;
  const error = formFaults[language];
  const query = route.query?.shape['dryRun'] === undefined ? others : { dryRun, ...others };
  const dry = DryRun.safeParse(dryRun, { error });
  if (!dry.success) throw invalid('query.dryRun', dry.error.issues[0]?.message ?? '');
  const day = OccurredOn.safeParse(occurredOn, { error });
  if (!day.success) throw invalid('query.occurredOn', day.error.issues[0]?.message ?? '');
  return { query, occurredOn: day.data };
}

function invalid(path: string, message: string): Refusal {
  return new Refusal('request/invalid', { first: `${path}: ${message}` }, { errors: [{ path, message }] });
}

function callOf(
  name: RouteName,
  route: Route,
  request: HttpRequest,
  { query, occurredOn, language }: SplitQuery & { readonly language: Language },
): Call<RouteName> {
  const checked = readRequest(route, request, query, language);
  const { session } = request;
  const call = {
    params: checked.params,
    query: checked.query,
    body: checked.body,
    session,
    language,
    by: session && { id: session.id, office: session.office },
    onBehalfOf: request.onBehalfOf ?? null,
    token: request.token,
    lastEventId: headerOf(request, 'last-event-id'),
    ifNoneMatch: headerOf(request, 'if-none-match'),
    context: route.kind === 'command' ? contextOf(name, route, request, checked, occurredOn) : undefined,
    attempt: route.keyed === true ? attemptOf(name, request, checked) : undefined,
  };
  // each handler names its route, so what the route's schemas let through is what the handler expects
  return call as Call<RouteName>;
}

function contextOf(
  name: RouteName,
  route: Route,
  request: HttpRequest,
  { params, body }: Pick<ReturnType<typeof readRequest>, 'params' | 'body'>,
  occurredOn: LocalDate | undefined,
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
    request: { route: name, params: params ?? null, body: body ?? null, occurredOn } as JsonObject,
    occurredOn,
    expectedRevision,
    dryRun,
    ...(dryRun && request.supposing !== undefined && { supposing: request.supposing }),
  };
}

function attemptOf(name: RouteName, request: HttpRequest, { query, body }: ReturnType<typeof readRequest>) {
  if (headerOf(request, 'idempotency-key') === undefined) return undefined;
  return { key: idempotencyKeyOf(request), request: JSON.stringify([name, request.session?.id, query, body]) };
}
