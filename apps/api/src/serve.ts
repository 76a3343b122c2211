import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Server as TlsServer } from 'node:tls';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { routes, type Route } from '#contract';
import { loadCertificate, ownNames, type Certificate } from '#network';
import { ApiModule } from './api.module.js';
import type { ApiConfig } from './config.js';
import { serveDocs } from './docs/serve-docs.js';
import type { HttpReply, HttpRequest } from './http/exchange.js';
import { FrontDoor } from './http/front-door.js';
import { Intake } from './http/intake.js';
import { ONLY_TLS, SAFE_HEADERS } from './http/safe-headers.js';
import { checkRoutes } from './http/check-routes.js';
import { acceptRawBodies } from './http/raw-bodies.js';
import { answerUnreadableAddress, answerUnreadableRequest } from './http/unreadable.js';
import { expectedCallers } from './listening/expected-callers.js';
import { followCertificate } from './listening/follow-certificate.js';
import { listenOnLoopback } from './listening/listen-on-loopback.js';
import type { Parts } from './parts.js';
import { PROJECT_ROOT, VERSION } from './project-root.js';
import type { PlainServer } from './web/plain-server.js';
import { serveWeb } from './web/serve-web.js';

const MEGABYTE = 1024 * 1024;
const BODY_LIMIT = MEGABYTE;
/** A plan is sent as a whole. */
const PLAN_LIMIT = 5 * MEGABYTE;

/** Of an approval: kind, stream, subject and share. */
const LONGEST_ID = 300;

/** Addresses of what answers a revision and a position: too little to be worth compressing. */
const commands: ReadonlySet<string> = new Set(
  Object.values<Route>(routes).flatMap(({ method, path, kind }) =>
    method === 'POST' && kind === 'command' ? [path] : [],
  ),
);

/** Until a request has come as a whole: the largest document over a slow line. */
const LONGEST_REQUEST_MS = 11 * 60_000;
const QUICK_AND_SMALL = { [constants.BROTLI_PARAM_QUALITY]: 6 };

const CORRELATION = 'X-Correlation-Id';

export interface Served {
  /** Where it listens: `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Answers what is under way, then ends. */
  stop(): Promise<void>;
}

/** Serves the API over its parts. @throws Error `EADDRINUSE` when the port is taken; ExposureRefused */
export async function serve(parts: Parts): Promise<Served> {
  const { config, logger } = parts;
  const certificate = config.tls && loadCertificate(config.tls);
  const fastify = adapter(config, certificate);
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.over(parts), fastify, {
    logger: false,
    abortOnError: false,
    bodyParser: false,
  });
  await app.register(cookie);
  // what comes in compressed is not unpacked: an archive may have no end
  await app.register(compress, { globalDecompression: false, brotliOptions: { params: QUICK_AND_SMALL } });
  await app.register(rateLimit, { global: false });
  const server: PlainServer = app.getHttpAdapter().getInstance();
  serveDocs(server, VERSION);
  serveWeb(server, join(PROJECT_ROOT, 'dist', 'web'));
  const listener: unknown = app.getHttpServer();
  const followed =
    config.tls && certificate && listener instanceof TlsServer
      ? followCertificate(listener, config.tls, certificate, logger)
      : undefined;
  const isOwn = ownNames({ ...config, ...(followed && { certificate: () => followed.now() }) });
  const refusalOf = expectedCallers(config, isOwn);
  fastify.getInstance().addHook('onRequest', (request, _, done) => done(refusalOf(request.raw)));
  checkRoutes(app);
  app.get(FrontDoor).open(fastify);
  await app.init();
  await app.listen(config.port, config.host);
  const { loopbackPort } = config;
  const inner =
    loopbackPort === undefined
      ? undefined
      : await listenOnLoopback(loopbackPort, (request, response) => fastify.getInstance().routing(request, response));
  return {
    url: (await app.getUrl()).replace(/\/$/, ''),
    stop: async () => {
      followed?.stop();
      await Promise.all([app.close(), inner?.stop()]);
    },
  };
}

function adapter({ trustProxy }: ApiConfig, certificate: Certificate | undefined): FastifyAdapter {
  const fastify = new FastifyAdapter({
    skipMiddie: true, // no middleware of Express's is used
    bodyLimit: BODY_LIMIT,
    requestIdHeader: false,
    genReqId: correlationId,
    trustProxy: trustProxy === undefined ? false : [...trustProxy],
    requestTimeout: LONGEST_REQUEST_MS,
    routerOptions: { maxParamLength: LONGEST_ID },
    // the framework's own type of reply says more than we use
    frameworkErrors: (_: unknown, request: HttpRequest, reply: unknown) =>
      answerUnreadableAddress(request, reply as HttpReply),
    clientErrorHandler: answerUnreadableRequest,
    ...(certificate && { https: { cert: certificate.cert, key: certificate.key } }),
  });
  const instance = fastify.getInstance();
  // JSON is what the contract speaks, and raw bytes where it says so; a form or plain text is 415
  instance.removeContentTypeParser('text/plain');
  const intake = new Intake();
  instance.addHook('onRequest', (_request, _reply, done) => intake.admit(done));
  acceptRawBodies(fastify);
  instance.addHook('onRoute', (route) => {
    if (route.method === 'POST' && route.url === '/api/v1/plans') route.bodyLimit = PLAN_LIMIT;
    if (route.method === 'POST' && commands.has(route.url)) route.compress = false;
  });
  instance.addHook('onRequest', (request, reply, done) => {
    reply.header(CORRELATION, request.id);
    reply.headers(SAFE_HEADERS);
    if (request.protocol === 'https') reply.header('Strict-Transport-Security', ONLY_TLS);
    done();
  });
  return fastify;
}

/** The caller's own id where it is a UUID, so that its log and ours can be laid side by side. */
function correlationId({ headers }: { readonly headers: NodeJS.Dict<string | string[]> }): string {
  const sent = headers[CORRELATION.toLowerCase()];
  return typeof sent === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(sent) ? sent : randomUUID();
}
