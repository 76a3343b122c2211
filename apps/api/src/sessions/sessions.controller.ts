import { Controller, Inject } from '@nestjs/common';
import { allowedTo, type Auth, type ListedSession, type OpenedSession, type SignedIn } from '#auth';
import { Called, Exchanged, type Call, type Exchange } from '../http/call.js';
import { clearSessionCookie, requireOwnPage, setSessionCookie } from '../http/credential.js';
import { headerOf } from '../http/exchange.js';
import { Refusal } from '../http/refusal.js';
import { Answers } from '../http/route.js';
import { AUTH } from '../parts.js';
import { deviceOf } from './device.js';

@Controller()
export class SessionsController {
  constructor(@Inject(AUTH) private readonly auth: Auth) {}

  @Answers('signIn')
  async signIn(@Called() { body }: Call<'signIn'>, @Exchanged() exchange: Exchange) {
    // nobody is signed in to an account of another's choosing by a page of theirs
    if (body.as === 'cookie') requireOwnPage(exchange.request);
    const device = deviceOf(headerOf(exchange.request, 'user-agent'));
    return handedOver(await this.auth.signIn(body.user, body.password, { device }), body.as, exchange);
  }

  @Answers('signOut')
  async signOut(@Called() { token }: Call<'signOut'>, @Exchanged() { request, reply }: Exchange) {
    await this.auth.signOut(token);
    clearSessionCookie(request, reply);
  }

  @Answers('me')
  me(@Called() { session }: Call<'me'>) {
    const { sessionId, expiresAt, roles } = session;
    return { user: userOf(session), actions: allowedTo(roles), sessionId, expiresAt: expiresAt.toISOString() };
  }

  @Answers('mySessions')
  async mine(@Called() { session }: Call<'mySessions'>) {
    const sessions = await this.auth.sessionsOf(session.id);
    return { sessions: sessions.map((one) => ({ ...shown(one), current: one.id === session.sessionId })) };
  }

  @Answers('endSession')
  async end(@Called() { session, params }: Call<'endSession'>, @Exchanged() { request, reply }: Exchange) {
    if (!(await this.auth.endSession(session.id, params.sessionId))) throw new Refusal('session/not-found');
    if (params.sessionId === session.sessionId) clearSessionCookie(request, reply);
  }

  @Answers('signOutEverywhere')
  async endAll(@Called() { session }: Call<'signOutEverywhere'>, @Exchanged() { request, reply }: Exchange) {
    await this.auth.endSessions(session.id);
    clearSessionCookie(request, reply);
  }
}

/** A new session on its way to whoever asked for it. */
function handedOver({ token, session }: OpenedSession, as: 'token' | 'cookie', { request, reply }: Exchange) {
  if (as === 'cookie') setSessionCookie(request, reply, token);
  return { token: as === 'cookie' ? null : token, expiresAt: session.expiresAt.toISOString(), user: userOf(session) };
}

function userOf({ id, user, name, office, roles }: SignedIn) {
  return { id, user, name, office, roles };
}

function shown({ id, createdAt, lastSeenAt, expiresAt, device }: ListedSession) {
  const instants = { createdAt, lastSeenAt, expiresAt };
  const written = Object.entries(instants).map(([name, at]) => [name, at.toISOString()] as const);
  return { id, device, ...(Object.fromEntries(written) as Record<keyof typeof instants, string>) };
}
