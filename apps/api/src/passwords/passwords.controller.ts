import { Controller, Inject } from '@nestjs/common';
import { WrongCredentials, type Auth } from '#auth';
import { Called, Exchanged, type Call, type Exchange } from '../http/call.js';
import { requireOwnPage } from '../http/credential.js';
import { Refusal } from '../http/refusal.js';
import { Answers } from '../http/route.js';
import { AUTH } from '../parts.js';
import { handedOver, visitorOf } from '../sessions/hand-over.js';
import { PasswordMessages } from './password-messages.js';

@Controller()
export class PasswordsController {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(PasswordMessages) private readonly messages: PasswordMessages,
  ) {}

  @Answers('changePassword')
  async change(@Called() { session, body }: Call<'changePassword'>, @Exchanged() { request }: Exchange) {
    try {
      await this.auth.changePassword(session, body.current, body.password, visitorOf(request));
    } catch (error) {
      // the session is good: nobody is to be sent to sign in again
      if (error instanceof WrongCredentials) throw new Refusal('password/wrong-current');
      throw error;
    }
  }

  @Answers('requestPasswordReset')
  requestReset(@Called() { body }: Call<'requestPasswordReset'>) {
    this.messages.requestReset(body.user);
  }

  @Answers('readPasswordLink')
  async read(@Called() { body }: Call<'readPasswordLink'>) {
    const { expiresAt, ...content } = await this.auth.readPasswordLink(body.token);
    return { ...content, expiresAt: expiresAt.toISOString() };
  }

  @Answers('usePasswordLink')
  async use(@Called() { body }: Call<'usePasswordLink'>, @Exchanged() exchange: Exchange) {
    const { token, as, ...choice } = body;
    if (as === 'cookie') requireOwnPage(exchange.request);
    return handedOver(await this.auth.usePasswordLink(token, choice, visitorOf(exchange.request)), as, exchange);
  }
}
