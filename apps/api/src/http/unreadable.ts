import type { Socket } from 'node:net';
import { describeProblem } from '#contract';
import { headerOf, type HttpReply, type HttpRequest } from './exchange.js';
import { languageOf } from './language.js';
import { SAFE_HEADERS } from './safe-headers.js';

/** Answers an address that cannot be read (`/%zz`): no hook and no filter of ours sees it. */
export function answerUnreadableAddress(request: HttpRequest, reply: HttpReply): void {
  const language = languageOf(headerOf(request, 'accept-language'));
  const described = describeProblem('request/not-found', language, {}, {});
  for (const [name, value] of Object.entries(SAFE_HEADERS)) reply.header(name, value);
  reply
    .status(described.status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .header('Content-Language', language)
    .send(JSON.stringify({ ...described, correlationId: request.id }));
}

const STATUS: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

/** Ends a connection on which something else than HTTP came, or too much of it. */
export function answerUnreadableRequest({ code = '' }: NodeJS.ErrnoException, socket: Socket): void {
  if (code !== 'ECONNRESET' && socket.writable) {
    const headers = Object.entries(SAFE_HEADERS).map(([name, value]) => `${name}: ${value}\r\n`);
    const status = STATUS[code] ?? '400 Bad Request';
    socket.write(`HTTP/1.1 ${status}\r\n${headers.join('')}Content-Length: 0\r\nConnection: close\r\n\r\n`);
  }
  socket.destroy();
}
