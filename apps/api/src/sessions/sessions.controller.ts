import { Controller, Inject } from '@nestjs/common';
import { allowedTo, type Auth, type SignedIn } from '#auth';
import { Answers } from '../http/route.js';
import { Called, type Call } from '../http/call.js';
import { AUTH } from '../parts.js';

@Controller()
export class SessionsController {
  constructor(@Inject(AUTH) private readonly auth: Auth) {}

  @Answers('signIn')
  async signIn(@Called() { body }: Call<'signIn'>) {
    const { token, session } = await this.auth.signIn(body.user, body.password);
    return { token, expiresAt: session.expiresAt.toISOString(), user: userOf(session) };
  }

  @Answers('signOut')
  signOut(@Called() { token }: Call<'signOut'>) {
    return this.auth.signOut(token);
  }

  @Answers('me')
  me(@Called() { session }: Call<'me'>) {
    return { user: userOf(session), actions: allowedTo(session.roles) };
  }
}

function userOf({ id, user, office, roles }: SignedIn) {
  return { id, user, office, roles };
}
