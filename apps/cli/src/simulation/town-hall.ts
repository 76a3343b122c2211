import { z } from 'zod';

const Problem = z.object({ code: z.string(), detail: z.string() });
const Done = z.object({ revision: z.number().optional(), position: z.string().optional() });

/** What the API answered to a command. */
export type Answer =
  | { readonly refused: null; readonly revision?: number; readonly position?: string }
  | { readonly refused: string; readonly detail: string; readonly status: number };

/** The door that everybody uses: the API, spoken to as one office or another. */
export interface TownHall {
  /**
   * Sends a command as an account, signed in with its own session.
   *
   * @param key  UUID; the same key again is the same command
   * @throws TownHallClosed when nobody answers, or the answer is not one of the API's
   */
  command(user: string, path: string, body: Readonly<Record<string, unknown>>, key: string): Promise<Answer>;
  /** Adds a document. @throws TownHallClosed also when it is refused */
  upload(user: string, name: string, content: Buffer): Promise<void>;
  /** @throws TownHallClosed also when the question is refused */
  query<Schema extends z.ZodType>(user: string, path: string, schema: Schema): Promise<z.output<Schema>>;
}

/** The API cannot be reached, or does not speak as it should. */
export class TownHallClosed extends Error {
  override readonly name = 'TownHallClosed';
  readonly code = 'simulation/api-unreachable';
}

/**
 * @param apiUrl  without the path
 * @param signIn  the token of an account's own session
 */
export function openTownHall(apiUrl: string, signIn: (user: string) => Promise<string>): TownHall {
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (user: string): Promise<string> => {
    const known = tokens.get(user) ?? signIn(user);
    tokens.set(user, known);
    return known;
  };

  async function ask(user: string, path: string, init: Init): Promise<Response> {
    const send = async () => {
      const authorization = `Bearer ${await tokenOf(user)}`;
      return request(apiUrl, path, { ...init, headers: { ...init.headers, authorization, 'accept-language': 'it' } });
    };
    const response = await send();
    if (response.status !== 401) return response;
    tokens.delete(user); // a session ends after some hours: sign in again, once
    return send();
  }

  return {
    async command(user, path, body, key) {
      // the correlation, too, is the same in every run, and with it the event's hash
      const headers = { 'content-type': 'application/json', 'idempotency-key': key, 'x-correlation-id': key };
      const response = await ask(user, path, { method: 'POST', headers, body: JSON.stringify(body) });
      const answer: unknown = await response.json();
      if (response.ok) return { refused: null, ...Done.parse(answer) };
      const problem = Problem.safeParse(answer);
      if (!problem.success || response.status >= 500) throw unexpected(path, response.status, answer);
      return { refused: problem.data.code, detail: problem.data.detail, status: response.status };
    },
    async upload(user, name, content) {
      const path = `/documents?name=${encodeURIComponent(name)}`;
      const response = await ask(user, path, { method: 'POST', headers: {}, body: content });
      const answer: unknown = await response.json();
      if (!response.ok) throw unexpected(path, response.status, answer);
    },
    async query(user, path, schema) {
      const response = await ask(user, path, { method: 'GET', headers: {} });
      const answer: unknown = await response.json();
      const read = schema.safeParse(answer);
      if (!response.ok || !read.success) throw unexpected(path, response.status, answer);
      return read.data;
    },
  };
}

/**
 * Opens a session with a password.
 *
 * @throws TownHallClosed when it is not accepted
 */
export async function signInWithPassword(apiUrl: string, user: string, password: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ user, password });
  const response = await request(apiUrl, '/sessions', { method: 'POST', headers, body });
  const answer: unknown = await response.json();
  const session = z.object({ token: z.string() }).safeParse(answer);
  if (!session.success) throw unexpected(`/sessions (${user})`, response.status, answer);
  return session.data.token;
}

interface Init {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

async function request(apiUrl: string, path: string, init: Init): Promise<Response> {
  try {
    return await fetch(`${apiUrl}/api/v1${path}`, init);
  } catch (cause) {
    throw new TownHallClosed(`The API at ${apiUrl} does not answer ${path}.`, { cause });
  }
}

function unexpected(path: string, status: number, answer: unknown): TownHallClosed {
  return new TownHallClosed(`The API answered ${path} with ${status}: ${JSON.stringify(answer).slice(0, 500)}`);
}
