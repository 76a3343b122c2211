import { Inject, Injectable } from '@nestjs/common';
import type { Auth, SignedIn } from '#auth';
import type { Route } from '#contract';
import { romeDayOf, type Staff } from '#domain';
import type { Clock } from '#engine';
import { capacityOf, lentTo, officesToday } from '../organisation/acting.js';
import type { StaffRegister } from '../organisation/staff.js';
import { AUTH, CLOCK, STAFF } from '../parts.js';
import { credentialOf, requireOwnPage } from './credential.js';
import { isDryRun } from './dry-run.js';
import { headerOf, type HttpRequest } from './exchange.js';
import { Permitted, toldWhoCould } from './permitted.js';
import { Refusal } from './refusal.js';
import { RequestLimits } from './request-limits.js';

/** Names the office as which a request acts, where that is not the person's usual one. */
const ACTING_AS = 'traguardo-office';

/** Nobody answers their own evaluation in another's place, whichever office their page acts as. */
export const AS_ONESELF = 'evaluation.answer';

/** A session as the office that it acts as. */
interface Acting {
  readonly staff: Staff;
  readonly session: SignedIn;
  readonly onBehalfOf: string | null;
  /** The others as which they could act: their own, and by a delegation, whatever it is for. */
  readonly others: readonly string[];
}

const CHALLENGE = { 'WWW-Authenticate': 'Bearer' };

/** Lets a request through only where its route says so: public, any session, or a session whose roles allow the action. */
@Injectable()
export class Admission {
  private readonly usual = new WeakMap<SignedIn, Acting>();

  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(RequestLimits) private readonly limits: RequestLimits,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Permitted) private readonly permitted: Permitted,
  ) {}

  /** @throws Refusal */
  async admit(route: Route, request: HttpRequest): Promise<void> {
    if (route.strict === true) await this.limits.ofStrict(request);
    const { action } = route;
    if (action === 'public') return;
    const signedIn = await this.sessionOf(request);
    await this.limits.ofSession(request, signedIn);
    const session = await this.acting(request, signedIn, action);
    if (action === 'signed-in' || (await this.permitted.allows(session, action, { params: request.params }))) return;
    // who only asks has not tried
    if (!isDryRun(route, request)) await this.auth.noteRefusal(session, action);
    const could = await this.permitted.whoCould(action, request.params);
    throw new Refusal('permission/denied', { action, ...toldWhoCould(could) });
  }

  /** The session as the office that the request names, or the person's usual one. */
  private async acting(request: HttpRequest, session: SignedIn, action: string): Promise<SignedIn> {
    const staff = await this.staff.on(romeDayOf(this.clock.now()));
    const wanted = action === AS_ONESELF ? null : (headerOf(request, ACTING_AS) ?? null);
    const known = wanted === null ? this.usual.get(session) : undefined;
    const acting = known?.staff === staff ? known : actingOf(session, wanted, staff, action);
    // in one's usual office one acts whatever it is about, until the session or anybody's office changes
    if (wanted === null) this.usual.set(session, acting);
    request.onBehalfOf = acting.onBehalfOf;
    if (wanted === null) request.others = await this.covering(action, session, acting, request.params);
    return (request.session = acting.session);
  }

  /** The other offices as which they could ask for this: a delegation may be for other matters, or the office not allowed. */
  private async covering(
    action: string,
    session: SignedIn,
    { others, staff }: Acting,
    params: unknown,
  ): Promise<readonly string[]> {
    if (others.length === 0) return others;
    const covered = others.flatMap((office) => lentTo(session, office, staff, action));
    const allowed = await Promise.all(
      covered.map(({ office, roles }) => this.permitted.allows({ ...session, office, roles }, action, { params })),
    );
    return covered.flatMap(({ office }, index) => (allowed[index] === true ? [office] : []));
  }

  private async sessionOf(request: HttpRequest): Promise<SignedIn> {
    const credential = credentialOf(request);
    if (credential?.from === 'cookie') requireOwnPage(request);
    const session = credential === undefined ? null : await this.auth.sessionOf(credential.token);
    if (credential === undefined || session === null) {
      await this.limits.ofStranger(request);
      throw new Refusal(credential === undefined ? 'session/missing' : 'session/expired', {}, {}, CHALLENGE);
    }
    request.token = credential.token;
    return session;
  }
}

function actingOf(session: SignedIn, wanted: string | null, staff: Staff, action: string): Acting {
  const { office, roles, onBehalfOf } = capacityOf(session, wanted, staff, action);
  const others = officesToday(staff, session.id).all.flatMap((one) => (one.office === office ? [] : [one.office]));
  return { staff, session: { ...session, office, roles }, onBehalfOf, others };
}
