import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { OPERATOR_USER, type SignedIn } from '#auth';
import type { ApiConfig } from '../config.js';
import { CONFIG } from '../parts.js';
import type { HttpRequest } from './exchange.js';
import { USUAL_LIMITS, type Limits } from './limits.js';
import { networkOf } from './network.js';
import { Refusal } from './refusal.js';

type Limiter = (request: unknown) => Promise<{ readonly isExceeded?: boolean; readonly ttlInSeconds?: number }>;

/** Keeps one visitor from taking all there is. Counted in this process alone: what must hold for all is in the database. */
@Injectable()
export class RequestLimits {
  private readonly limits: Limits;
  private limiters?: Readonly<Record<keyof Limits, Limiter>>;

  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost<FastifyAdapter>,
    @Inject(CONFIG) { limits = {} }: Pick<ApiConfig, 'limits'>,
  ) {
    this.limits = { ...USUAL_LIMITS, ...limits };
  }

  /** @throws Refusal `session/too-many-requests`, as the others */
  ofStrict(request: HttpRequest): Promise<void> {
    return this.pass('strict', request);
  }

  ofStranger(request: HttpRequest): Promise<void> {
    return this.pass('stranger', request);
  }

  async ofSession(request: HttpRequest, { user }: SignedIn): Promise<void> {
    // whoever runs the system may stop it anyway; simulations move their clock as the operator
    if (this.limits.session > 0 && user !== OPERATOR_USER) await this.pass('session', request);
  }

  private async pass(name: keyof Limits, request: HttpRequest): Promise<void> {
    this.limiters ??= this.made();
    const { isExceeded, ttlInSeconds = 1 } = await this.limiters[name](request);
    if (isExceeded !== true) return;
    const seconds = Math.max(1, ttlInSeconds);
    throw new Refusal('session/too-many-requests', { seconds }, {}, { 'Retry-After': String(seconds) });
  }

  private made(): Readonly<Record<keyof Limits, Limiter>> {
    const { strict, stranger, session } = this.limits;
    const server = this.host.httpAdapter.getInstance();
    const limiter = (max: number, keyGenerator: (request: HttpRequest) => string) =>
      // the plugin's own type of request knows nothing of what our admission adds
      server.createRateLimit({ max, timeWindow: 60_000, keyGenerator: keyGenerator as never }) as unknown as Limiter;
    const byNetwork = ({ ip }: HttpRequest) => networkOf(ip);
    return {
      strict: limiter(strict, byNetwork),
      stranger: limiter(stranger, byNetwork),
      session: limiter(session, (request) => request.session?.sessionId ?? byNetwork(request)),
    };
  }
}
