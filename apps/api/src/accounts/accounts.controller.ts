import { Controller, Inject } from '@nestjs/common';
import type { Account, Auth } from '#auth';
import { Called, type Call } from '../http/call.js';
import { Answers } from '../http/route.js';
import { AUTH } from '../parts.js';

@Controller()
export class AccountsController {
  constructor(@Inject(AUTH) private readonly auth: Auth) {}

  @Answers('createAccount')
  async create(@Called() { body }: Call<'createAccount'>) {
    return shown(await this.auth.createAccount(body));
  }

  @Answers('listAccounts')
  async list() {
    return { accounts: (await this.auth.accounts()).map(shown) };
  }
}

function shown({ createdAt, disabledAt, ...account }: Account) {
  return { ...account, createdAt: createdAt.toISOString(), disabledAt: disabledAt?.toISOString() ?? null };
}
