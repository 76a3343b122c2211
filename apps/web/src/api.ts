import type { AnswerOf, BodyOf, ProblemDetails, RouteName, Routes } from '#contract';
import type { z } from 'zod';

export type Answer<Name extends RouteName> = AnswerOf<Routes[Name]>;
export type Body<Name extends RouteName> = BodyOf<Routes[Name]>;

/** What the API says when it refuses: `message` is the sentence for the person. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const UNREACHABLE = 'Il server non risponde: quanto scritto resta qui. Riprovare tra poco.';

/** Asks the API; commands carry a key of their own, so that a repetition does nothing twice. */
export async function ask<Name extends RouteName>(
  _name: Name,
  method: Routes[Name]['method'],
  path: string,
  { token, body }: { readonly token?: string; readonly body?: Body<Name> } = {},
): Promise<Answer<Name>> {
  const response = await fetch(path, {
    method,
    headers: {
      'Accept-Language': 'it',
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json', 'Idempotency-Key': newKey() }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Problem(0, 'network/unreachable', UNREACHABLE);
  });
  const answer: unknown = response.status === 204 ? null : await response.json();
  if (response.ok) return answer as Answer<Name>; // the server checks every answer against the same contract
  const { code, detail } = answer as z.infer<typeof ProblemDetails>;
  throw new Problem(response.status, code, detail);
}

/** `crypto.randomUUID` exists only where the page came over TLS or from this machine. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
