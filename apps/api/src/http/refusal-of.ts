import { HttpException } from '@nestjs/common';
import {
  AccountDisabled,
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
import type { ProblemCode } from '#contract';
import { Refused } from '#domain';
import { Contended, KeyReused, StaleRevision } from '#engine';
import { OutcomeUnknown, StoreUnavailable } from '#event-store';
import { databaseIsAway, databaseIsFull, tablesAreMissing } from './database-is-away.js';
import { Refusal } from './refusal.js';

const soon = { 'Retry-After': '1' };

/** What an error means to the one who asked; null for one that we did not foresee. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof Refused) return new Refusal(error.code, error.facts, {}, {}, error.chain);
  if (error instanceof StaleRevision) {
    const { actual, expected, changed, last } = error;
    // what happens by itself has no office
    const told = last?.office !== 'system' && last && { lastBy: last.office, lastAt: last.at };
    return new Refusal('command/stale-revision', { actual, expected, changed: changed.join(', '), ...told });
  }
  if (error instanceof KeyReused || error instanceof RequestKeyReused) return new Refusal('command/key-reused');
  if (error instanceof Contended) return new Refusal('command/contended', {}, {}, soon);
  if (error instanceof OutcomeUnknown) return new Refusal('log/outcome-unknown', {}, {}, soon);
  if (error instanceof StoreUnavailable) return new Refusal('log/unavailable', {}, {}, soon);
  if (error instanceof AccountDisabled) return new Refusal('session/account-disabled');
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
