import { z } from 'zod';
import { isRaw, type Language, type Route } from '#contract';
import { headerOf, type HttpRequest } from './exchange.js';
import { faultsOf, formFaults } from './form-faults.js';
import { Refusal } from './refusal.js';

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
    const read = schema.safeParse(value, ASKED[language]);
    if (read.success) return read.data;
    for (const { path, message } of faultsOf(read.error.issues)) {
      errors.push({ path: [place, ...path].join('.'), message });
    }
    return undefined;
  };
  const raw = route.body !== undefined && isRaw(route.body);
  const checked = {
    params: check(route.params, request.params, 'path'),
    query: check(route.query ?? (route.method === 'GET' ? undefined : NO_QUERY), query, 'query'),
    body: raw ? undefined : check(route.body, request.body, 'body'),
  };
  if (errors.length === 0 && !isKeepable(checked)) errors.push(...unkeepable(checked, '', language));
  const [first] = errors;
  if (first) throw new Refusal('request/invalid', { first: `${first.path}: ${first.message}` }, { errors });
  return raw ? { ...checked, body: request.body } : checked;
}

/** With what the library would otherwise add to a copy with each value: an object that grows after it was copied is slow. */
const ASKED = {
  it: { error: formFaults.it, async: false },
  en: { error: formFaults.en, async: false },
};

/** What writes knows every word of its query: of one mistyped, `dryrun`, it would be done in earnest. */
const NO_QUERY = z.strictObject({});

const UNKEEPABLE = {
  it: 'contiene un carattere che non si può conservare (NUL o mezza coppia surrogata): toglierlo',
  en: 'holds a character that cannot be kept (NUL or half of a surrogate pair): take it out',
};

/** Whether there is nothing to look at closely: almost always. */
function isKeepable(value: unknown): boolean {
  if (typeof value === 'string') return !SUSPECT.test(value);
  if (typeof value !== 'object' || value === null) return true;
  for (const key in value) if (!isKeepable((value as Readonly<Record<string, unknown>>)[key])) return false;
  return true;
}

// eslint-disable-next-line no-control-regex -- what it looks for
const SUSPECT = /[\0\ud800-\udfff]/;

/** Texts that the log or the tables could not hold: PostgreSQL knows no NUL, canonical JSON no lone surrogate. */
function unkeepable(value: unknown, path: string, language: Language): { path: string; message: string }[] {
  if (typeof value === 'string') {
    return /\0|\p{Surrogate}/u.test(value) ? [{ path, message: UNKEEPABLE[language] }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    unkeepable(inner, path === '' ? key : `${path}.${key}`, language),
  );
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
