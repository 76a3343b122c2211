import { Controller, Inject } from '@nestjs/common';
import { leftToOthers, type Auth, type ListedSession } from '#auth';
import { officesOf, romeDayOf } from '#domain';
import type { Clock } from '#engine';
import { Called, Exchanged, type Call, type Exchange } from '../http/call.js';
import { clearSessionCookie, requireOwnPage } from '../http/credential.js';
import { Permitted } from '../http/permitted.js';
import { Refusal } from '../http/refusal.js';
import { Answers } from '../http/route.js';
import type { StaffRegister } from '../organisation/staff.js';
import { AUTH, CLOCK, STAFF } from '../parts.js';
import { handedOver, userOf, visitorOf } from './hand-over.js';

@Controller()
export class SessionsController {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Permitted) private readonly permitted: Permitted,
  ) {}

  @Answers('signIn')
  async signIn(@Called() { body }: Call<'signIn'>, @Exchanged() exchange: Exchange) {
    // nobody is signed in to an account of another's choosing by a page of theirs
    if (body.as === 'cookie') requireOwnPage(exchange.request);
    return handedOver(await this.auth.signIn(body.user, body.password, visitorOf(exchange.request)), body.as, exchange);
  }

  @Answers('signOut')
  async signOut(@Called() { session }: Call<'signOut'>, @Exchanged() { request, reply }: Exchange) {
    await this.auth.signOut(session);
    clearSessionCookie(request, reply);
  }

  @Answers('me')
  async me(@Called() { session }: Call<'me'>) {
    const { id, sessionId, expiresAt, roles } = session;
    const acting = officesOf(await this.staff.on(romeDayOf(this.clock.now())), id);
    const actions = await this.permitted.actionsOf(session);
    const refused = Object.keys(leftToOthers(roles)).filter((action) => !actions.some((one) => one === action));
    const others = await Promise.all(
      refused.map(async (action) => [action, await this.permitted.whoCould(action)] as const),
    );
    return {
      user: userOf(session),
      actions: [...actions],
      others: Object.fromEntries(others.map(([action, { roles: could }]) => [action, [...could]])),
      otherOffices: Object.fromEntries(others.map(([action, could]) => [action, [...could.offices]])),
      offices: acting.map(({ office, onBehalfOf }) => ({ office, onBehalfOf })),
      sessionId,
      expiresAt: expiresAt.toISOString(),
    };
  }

  @Answers('mySessions')
  async mine(@Called() { session }: Call<'mySessions'>) {
    const sessions = await this.auth.sessionsOf(session.id);
    return { sessions: sessions.map((one) => ({ ...shown(one), current: one.id === session.sessionId })) };
  }

  @Answers('endSession')
  async end(@Called() { session, params }: Call<'endSession'>, @Exchanged() { request, reply }: Exchange) {
    if (!(await this.auth.endSession(session, params.sessionId))) throw new Refusal('session/not-found');
    if (params.sessionId === session.sessionId) clearSessionCookie(request, reply);
  }

  @Answers('signOutEverywhere')
  async endAll(@Called() { session }: Call<'signOutEverywhere'>, @Exchanged() { request, reply }: Exchange) {
    await this.auth.endSessions(session);
    clearSessionCookie(request, reply);
  }
}

function shown({ id, createdAt, lastSeenAt, expiresAt, device }: ListedSession) {
  const instants = { createdAt, lastSeenAt, expiresAt };
  const written = Object.entries(instants).map(([name, at]) => [name, at.toISOString()] as const);
  return { id, device, ...(Object.fromEntries(written) as Record<keyof typeof instants, string>) };
}
