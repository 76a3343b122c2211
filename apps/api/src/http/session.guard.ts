import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { may, type Auth } from '#auth';
import { routes } from '#contract';
import { AUTH } from '../parts.js';
import { isAction } from './check-routes.js';
import { credentialOf, requireOwnPage } from './credential.js';
import type { HttpRequest } from './exchange.js';
import { Refusal } from './refusal.js';
import { routeOf } from './route.js';

const CHALLENGE = { 'WWW-Authenticate': 'Bearer' };

/** Lets a request through only where its route says so: public, any session, or a session whose roles allow the action. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(@Inject(AUTH) private readonly auth: Auth) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { action } = routes[routeOf(context.getHandler())];
    if (action === 'public') return true;
    const request = context.switchToHttp().getRequest<HttpRequest>();
    const credential = credentialOf(request);
    if (credential === undefined) throw new Refusal('session/missing', {}, {}, CHALLENGE);
    if (credential.from === 'cookie') requireOwnPage(request);
    const session = await this.auth.sessionOf(credential.token);
    if (session === null) throw new Refusal('session/expired', {}, {}, CHALLENGE);
    request.session = session;
    request.token = credential.token;
    if (action === 'signed-in' || (isAction(action) && may(session, action))) return true;
    throw new Refusal('permission/denied', { action });
  }
}
