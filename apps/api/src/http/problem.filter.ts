import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Logger } from '#logging';
import {
  AccountExists,
  AccountRefused,
  LinkNotValid,
  LONGEST,
  PasswordRefused,
  RequestKeyReused,
  SHORTEST,
  TooManyAttempts,
  WrongCredentials,
} from '#auth';
import { describeProblem, whoCould, type Facts, type Language, type ProblemCode } from '#contract';
import { Refused, type Office } from '#domain';
import { Contended, KeyReused, StaleRevision } from '#engine';
import { OutcomeUnknown, StoreUnavailable } from '#event-store';
import type { WorkflowInForce } from '../workflow/workflow-in-force.js';
import { databaseIsAway, databaseIsFull, tablesAreMissing } from './database-is-away.js';
import { headerOf, type HttpReply, type HttpRequest } from './exchange.js';
import { languageOf } from './language.js';
import { namesIn, namesOffices } from './names-in.js';
import { Refusal } from './refusal.js';

/** Whatever goes wrong becomes problem details; what we did not foresee becomes a 500 that says nothing and is logged. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly workflow: WorkflowInForce,
    private readonly offices: () => Promise<readonly Office[]>,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<HttpRequest>();
    const reply = host.switchToHttp().getResponse<HttpReply>();
    const refusal = refusalOf(error) ?? this.fault(error, request);
    const language = languageOf(headerOf(request, 'accept-language'));
    const place = placeOf(request);
    // the rules know an objective by its number in the plan, the address also by the year
    const facts = { ...place, ...refusal.facts, ...(place['objective'] && { objective: place['objective'] }) };
    const words = await this.wordsOf(refusal, language);
    const described = describeProblem(refusal.code, language, facts, words);
    const details = { ...described, correlationId: request.id, ...refusal.extras };
    for (const [name, value] of Object.entries(refusal.headers)) reply.header(name, value);
    reply
      .status(details.status)
      .header('Content-Type', 'application/problem+json; charset=utf-8')
      .header('Content-Language', language)
      .header('Vary', 'Accept-Language')
      .send(JSON.stringify(details));
  }

  private async wordsOf({ code, facts }: Refusal, language: Language): Promise<Facts> {
    if (code === 'permission/denied') return whoCould(language, facts);
    // an office that nobody knows is told as it was written
    if (code === 'objective/unknown-office') return {};
    // a refusal is told all the same where names cannot be asked for
    const offices = namesOffices(facts) ? await this.offices().catch(() => []) : [];
    return namesIn(facts, offices, this.workflow.definition, language);
  }

  private fault(error: unknown, { id, method, url }: HttpRequest): Refusal {
    const path = url.split('?')[0];
    this.logger.error({ correlationId: id, method, path, err: error }, 'request failed');
    return new Refusal('internal/fault', { correlation: id });
  }
}

/** What the address names, for the sentence to say where. */
function placeOf(request: HttpRequest): Facts {
  const { planId, objectiveId, shareId, runId, progressId } = (request.params ?? {}) as Record<
    string,
    string | undefined
  >;
  const place = { plan: planId, objective: objectiveId, share: shareId, run: runId, progress: progressId };
  return Object.fromEntries(Object.entries(place).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

const soon = { 'Retry-After': '1' };

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof Refused) return new Refusal(error.code, error.facts);
  if (error instanceof StaleRevision) {
    return new Refusal('command/stale-revision', { actual: error.actual, expected: error.expected });
  }
  if (error instanceof KeyReused || error instanceof RequestKeyReused) return new Refusal('command/key-reused');
  if (error instanceof Contended) return new Refusal('command/contended', {}, {}, soon);
  if (error instanceof OutcomeUnknown) return new Refusal('log/outcome-unknown', {}, {}, soon);
  if (error instanceof StoreUnavailable) return new Refusal('log/unavailable', {}, {}, soon);
  if (error instanceof WrongCredentials) return new Refusal('session/wrong-credentials');
  if (error instanceof TooManyAttempts) {
    const seconds = Math.ceil(error.retryAfterMs / 1000);
    return new Refusal('session/too-many-attempts', { seconds }, {}, { 'Retry-After': String(seconds) });
  }
  if (error instanceof PasswordRefused) return new Refusal(error.code, { shortest: SHORTEST, longest: LONGEST });
  if (error instanceof LinkNotValid) return new Refusal('password/link-not-valid');
  if (error instanceof AccountRefused) return new Refusal(error.code);
  if (error instanceof AccountExists) return new Refusal('account/exists', { user: error.user });
  if (databaseIsAway(error)) return new Refusal('database/unavailable', {}, {}, soon);
  if (databaseIsFull(error)) return new Refusal('database/disk-full', {}, {}, { 'Retry-After': '60' });
  if (tablesAreMissing(error)) return new Refusal('query/rebuilding', {}, {}, soon);
  const status = statusOf(error);
  return status === null ? null : new Refusal(ofStatus[status] ?? 'request/refused');
}

const ofStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'request/malformed',
  404: 'request/not-found',
  413: 'request/too-large',
  415: 'request/unsupported-media-type',
};

/** The status of a request that the framework itself refused; null for everything else. */
function statusOf(error: unknown): number | null {
  const status = error instanceof HttpException ? error.getStatus() : frameworkStatus(error);
  return status !== undefined && status >= 400 && status < 500 ? status : null;
}

function frameworkStatus(error: unknown): number | undefined {
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  return typeof code === 'string' && code.startsWith('FST_') && typeof statusCode === 'number' ? statusCode : undefined;
}
