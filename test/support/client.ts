import { randomUUID } from 'node:crypto';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Speaks to the API as one account, or as nobody. */
export interface Client {
  readonly token: string | undefined;
  /** Asks again where the tables are behind by more than a query waits, as its answer says. */
  get(path: string, headers?: Record<string, string>): Promise<HttpAnswer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<HttpAnswer>;
  remove(path: string, headers?: Record<string, string>): Promise<HttpAnswer>;
  /** A command with a new idempotency key, unless the headers bring one. */
  command(path: string, body?: unknown, headers?: Record<string, string>): Promise<HttpAnswer>;
}

/** @param url  asked for at each request: an API that was restarted has another address */
export function clientOf(url: () => string, token?: string): Client {
  const ask = async (method: string, path: string, body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url()}${path}`, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, headers: response.headers, body: json ? (JSON.parse(text) as unknown) : text };
  };
  return {
    token,
    get: async (path, headers) => {
      for (;;) {
        const answer = await ask('GET', path, undefined, headers);
        if (!isBehind(answer)) return answer;
      }
    },
    post: (path, body, headers) => ask('POST', path, body, headers),
    remove: (path, headers) => ask('DELETE', path, undefined, headers),
    command: (path, body, headers) => ask('POST', path, body, { 'idempotency-key': randomUUID(), ...headers }),
  };
}

function isBehind({ status, body }: HttpAnswer): boolean {
  return status === 503 && (body as { readonly code?: unknown }).code === 'query/not-caught-up';
}
