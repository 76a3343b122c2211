import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { may, rolesAllowed, type Auth, type SignedIn } from '#auth';
import { routes, type Route } from '#contract';
import { AUTH } from '../parts.js';
import { isAction } from './check-routes.js';
import { credentialOf, requireOwnPage } from './credential.js';
import type { HttpRequest } from './exchange.js';
import { isDryRun } from './dry-run.js';
import { Refusal } from './refusal.js';
import { RequestLimits } from './request-limits.js';
import { routeOf } from './route.js';

const CHALLENGE = { 'WWW-Authenticate': 'Bearer' };

/** Lets a request through only where its route says so: public, any session, or a session whose roles allow the action. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(RequestLimits) private readonly limits: RequestLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route: Route = routes[routeOf(context.getHandler())];
    const request = context.switchToHttp().getRequest<HttpRequest>();
    if (route.strict === true) await this.limits.ofStrict(request);
    const { action } = route;
    if (action === 'public') return true;
    const session = await this.sessionOf(request);
    await this.limits.ofSession(request, session);
    if (action === 'signed-in' || (isAction(action) && may(session, action))) return true;
    // who only asks has not tried
    if (!isDryRun(route, request)) await this.auth.noteRefusal(session, action);
    const roles = isAction(action) ? rolesAllowed(action) : [];
    throw new Refusal('permission/denied', { action, roles: roles.join(', ') });
  }

  private async sessionOf(request: HttpRequest): Promise<SignedIn> {
    const credential = credentialOf(request);
    if (credential?.from === 'cookie') requireOwnPage(request);
    const session = credential === undefined ? null : await this.auth.sessionOf(credential.token);
    if (credential === undefined || session === null) {
      await this.limits.ofStranger(request);
      throw new Refusal(credential === undefined ? 'session/missing' : 'session/expired', {}, {}, CHALLENGE);
    }
    request.session = session;
    request.token = credential.token;
    return session;
  }
}
