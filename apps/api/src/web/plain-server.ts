import type { HttpReply, HttpRequest } from '../http/exchange.js';

/** What we use of the server underneath the framework: pages and files that are open to everybody. */
export interface PlainServer {
  get(path: string, handler: (request: HttpRequest, reply: HttpReply) => unknown): unknown;
}

export interface OpenFile {
  readonly type: string;
  readonly content: string | Buffer;
  /** Value of Cache-Control. */
  readonly cache: string;
}

/** Scripts, styles and data come from this server alone; the page shows in no frame. */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves one file from memory. */
export function serveFile(server: PlainServer, path: string, { type, content, cache }: OpenFile): void {
  server.get(path, (_, reply) => {
    reply.header('Content-Type', type).header('Cache-Control', cache);
    if (type.startsWith('text/html')) {
      reply.header('Content-Security-Policy', CONTENT_POLICY);
    }
    return reply.send(content);
  });
}
