import { z } from 'zod';
import type { Language, Route } from '#contract';
import { headerOf, type HttpRequest } from './exchange.js';
import { Refusal } from './refusal.js';

const locales = { it: z.locales.it().localeError, en: z.locales.en().localeError };

export interface Checked {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/**
 * Params, query and body as the route describes them.
 *
 * @throws Refusal `request/invalid` with every fault and its place
 */
export function readRequest(route: Route, request: HttpRequest, query: unknown, language: Language): Checked {
  const errors: { path: string; message: string }[] = [];
  const check = (schema: z.ZodType | undefined, value: unknown, place: string): unknown => {
    if (schema === undefined) return undefined;
    const read = schema.safeParse(value, { error: locales[language] });
    if (read.success) return read.data;
    for (const { path, message } of read.error.issues) errors.push({ path: [place, ...path].join('.'), message });
    return undefined;
  };
  const checked = {
    params: check(route.params, request.params, 'path'),
    query: check(route.query, query, 'query'),
    body: check(route.body, request.body, 'body'),
  };
  const [first] = errors;
  if (first) throw new Refusal('request/invalid', { first: `${first.path}: ${first.message}` }, { errors });
  return checked;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** @throws Refusal when the header is missing or no UUID */
export function idempotencyKeyOf(request: HttpRequest): string {
  const key = headerOf(request, 'idempotency-key');
  if (key === undefined || key === '') throw new Refusal('request/idempotency-key-missing');
  if (!UUID.test(key)) throw new Refusal('request/idempotency-key-malformed');
  return key.toLowerCase();
}

/** The revision of `If-Match: "3"`. @throws Refusal when it is something else */
export function expectedRevisionOf(request: HttpRequest): number | undefined {
  const header = headerOf(request, 'if-match');
  if (header === undefined) return undefined;
  const [, digits] = /^"(\d{1,15})"$/.exec(header) ?? [];
  if (digits === undefined) throw new Refusal('request/if-match-malformed');
  return Number(digits);
}
