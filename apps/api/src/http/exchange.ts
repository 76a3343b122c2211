import type { SignedIn } from '#auth';
import type { Supposed } from '#engine';

/** What we use of the framework's request. */
export interface HttpRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  /** The socket's, or what a trusted proxy says. */
  readonly protocol: string;
  readonly host: string;
  readonly ip: string;
  readonly cookies?: Readonly<Record<string, string | undefined>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  /** Of a dry run among several: the streams as those before it found them, or would leave them. */
  readonly supposing?: Supposed;
  /** Set on admission; its office and roles are those as which the request acts. */
  session?: SignedIn;
  /** Set on admission: in whose place the session acts; null: in its own right. */
  onBehalfOf?: string | null;
  /** Set on admission where the request names no office: the others as which it could. */
  others?: readonly string[];
  /** Set on admission: the session's. */
  token?: string;
}

/** What we use of the framework's reply. */
export interface HttpReply {
  readonly statusCode: number;
  status(code: number): HttpReply;
  header(name: string, value: string): HttpReply;
  setCookie(name: string, value: string, options: CookieOptions): HttpReply;
  send(body: unknown): HttpReply;
}

export interface CookieOptions {
  readonly path: string;
  readonly httpOnly: boolean;
  readonly sameSite: 'strict';
  readonly secure: boolean;
  readonly maxAge?: number;
}

/** The first value of a header. */
export function headerOf(request: HttpRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
