import type { OpenedSession, SignedIn, Visitor } from '#auth';
import type { Exchange } from '../http/call.js';
import { setSessionCookie } from '../http/credential.js';
import { headerOf, type HttpRequest } from '../http/exchange.js';
import { networkOf } from '../http/network.js';
import { deviceOf } from './device.js';

/** A new session on its way to whoever asked for it: the token in the answer, or in a cookie and nowhere else. */
export function handedOver({ token, session }: OpenedSession, as: 'token' | 'cookie', { request, reply }: Exchange) {
  if (as === 'cookie') setSessionCookie(request, reply, token);
  return { token: as === 'cookie' ? null : token, expiresAt: session.expiresAt.toISOString(), user: userOf(session) };
}

export function userOf({ id, user, name, office, roles }: SignedIn) {
  return { id, user, name, office, roles };
}

export function visitorOf(request: HttpRequest): Visitor {
  return { device: deviceOf(headerOf(request, 'user-agent')), address: networkOf(request.ip) };
}
