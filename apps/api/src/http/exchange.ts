import type { SignedIn } from '#auth';

/** What we use of the framework's request. */
export interface HttpRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  /** Set by the guard. */
  session?: SignedIn;
  /** Set by the interceptor: the checked request, for the handler. */
  call?: unknown;
}

/** What we use of the framework's reply. */
export interface HttpReply {
  readonly statusCode: number;
  status(code: number): HttpReply;
  header(name: string, value: string): HttpReply;
  send(body: unknown): HttpReply;
}

/** The first value of a header. */
export function headerOf(request: HttpRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The token of `Authorization: Bearer …`. */
export function tokenOf(request: HttpRequest): string | undefined {
  return /^Bearer ([\w-]+)$/i.exec(headerOf(request, 'authorization') ?? '')?.[1];
}
