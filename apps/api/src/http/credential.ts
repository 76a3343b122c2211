import { headerOf, type HttpReply, type HttpRequest } from './exchange.js';
import { Refusal } from './refusal.js';

/** By what a request says whose session it belongs to. */
export interface Credential {
  readonly token: string;
  readonly from: 'bearer' | 'cookie';
}

/** `Authorization: Bearer …`, or else the cookie of a page. */
export function credentialOf(request: HttpRequest): Credential | undefined {
  const bearer = /^Bearer ([\w-]+)$/i.exec(headerOf(request, 'authorization') ?? '')?.[1];
  if (bearer !== undefined) return { token: bearer, from: 'bearer' };
  const cookie = request.cookies?.[cookieName(request)];
  return cookie === undefined || cookie === '' ? undefined : { token: cookie, from: 'cookie' };
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Browsers send cookies by themselves: what changes something must prove that our own page asked for it. A header of
 * our own cannot be sent from another site without our leave (CORS), which nobody gets; what the browser itself says
 * about the origin must agree with it.
 *
 * @throws Refusal `session/cross-site`
 */
export function requireOwnPage(request: HttpRequest): void {
  if (SAFE.has(request.method)) return;
  if (headerOf(request, 'x-traguardo') !== 'web' || !fromHere(request)) throw new Refusal('session/cross-site');
}

/** Sec-Fetch-Site is the browser's own word; over plain HTTP it says only Origin. */
function fromHere(request: HttpRequest): boolean {
  const site = headerOf(request, 'sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = headerOf(request, 'origin');
  return origin === undefined || origin === `${request.protocol}://${request.host}`;
}

/** Puts a token into the page's cookie. It ends with the browser, and with the session at the latest. */
export function setSessionCookie(request: HttpRequest, reply: HttpReply, token: string): void {
  reply.setCookie(cookieName(request), token, attributes(request));
}

export function clearSessionCookie(request: HttpRequest, reply: HttpReply): void {
  reply.setCookie(cookieName(request), '', { ...attributes(request), maxAge: 0 });
}

/** `__Host-`: over TLS the browser takes it from this host alone, and no other name under the domain can plant one. */
function cookieName(request: HttpRequest): string {
  return isSecure(request) ? '__Host-traguardo' : 'traguardo';
}

/** Strict: the page is loaded without the cookie and its own requests carry it, so links in messages open all the same. */
function attributes(request: HttpRequest) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure(request) } as const;
}

function isSecure({ protocol }: HttpRequest): boolean {
  return protocol === 'https';
}
