import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { isRaw, routes, type Route } from '#contract';

const RAW = 'application/octet-stream';

/** Addresses whose body is raw bytes. */
const paths: ReadonlySet<string> = new Set(
  Object.values<Route>(routes).flatMap(({ path, body }) => (body !== undefined && isRaw(body) ? [path] : [])),
);

/** Hands raw bodies on as streams, whatever type the sender claims they have; everywhere else such a body is 415. */
export function acceptRawBodies(adapter: FastifyAdapter): void {
  const server = adapter.getInstance();
  server.addHook('onRequest', (request, _, done) => {
    if (takesRawBody(request)) request.headers['content-type'] = RAW;
    done();
  });
  server.addContentTypeParser(RAW, (request, payload, done) => {
    if (takesRawBody(request)) return done(null, payload);
    done(Object.assign(new Error(), { code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE', statusCode: 415 }));
  });
}

function takesRawBody({ method, routeOptions: { url } }: { method: string; routeOptions: { url?: string } }): boolean {
  return method === 'POST' && url !== undefined && paths.has(url);
}
