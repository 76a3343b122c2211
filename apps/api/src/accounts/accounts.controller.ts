import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { OPERATOR_USER, type Account, type Auth } from '#auth';
import { requireCompatible, rolesAt } from '#domain';
import { ENGINE, type Engine } from '#engine';
import { requireOfficeAmong } from './office-among.js';
import { officesOf } from '../body/layout.js';
import { registryOf } from '../body/registry.js';
import { Called, type Call } from '../http/call.js';
import { Answers } from '../http/route.js';
import { AUTH } from '../parts.js';
import { PasswordMessages } from '../passwords/password-messages.js';
import { Ask } from '../queries/ask.handler.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';

@Controller()
export class AccountsController {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(PasswordMessages) private readonly messages: PasswordMessages,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
  ) {}

  @Answers('createAccount')
  async create(@Called() { body, by, attempt }: Call<'createAccount'>) {
    requireCompatible(rolesAt(body, this.workflow.definition.offices), body.office);
    await this.requireKnown(body);
    const [created] = await this.auth.createAccounts([{ ...body, password: body.password ?? null }], by, attempt);
    if (created === undefined) throw new Error('An account was asked for and none was made.');
    const { account, link } = created;
    if (link === null) return shown(account);
    if (account.email !== null) this.messages.invite(account.email, link);
    return { ...shown(account), link: this.messages.shown(link) };
  }

  @Answers('renewInvitations')
  async renew(@Called() { body, by }: Call<'renewInvitations'>) {
    return { invited: this.messages.invited(await this.auth.renewInvitations(body.accountIds, by)) };
  }

  @Answers('listAccounts')
  async list() {
    return { accounts: (await this.auth.accounts()).map(shown) };
  }

  @Answers('changeAccount')
  async change(@Called() { params, body, by }: Call<'changeAccount'>) {
    requireCompatible(rolesAt(body, this.workflow.definition.offices), body.office);
    await this.requireKnown(body);
    return shown(await this.auth.changeAccount(params.accountId, body, by));
  }

  /**
   * Until the body has said which offices it has, an account may name any; who only administers the system is of none.
   *
   * @throws Refusal `objective/unknown-office`
   */
  private async requireKnown({ office, roles }: Pick<Account, 'office' | 'roles'>): Promise<void> {
    const registry = (await registryOf(this.engine))?.state;
    if (registry === undefined || registry.offices.length === 0) return;
    if (roles.every((role) => role === 'amministratore')) return;
    const areas = await this.queries.execute(new Ask('planAreas'));
    const known = officesOf({ registry, areas, accounts: await this.auth.accounts() });
    const ofWorkflow = this.workflow.definition.offices.map(({ id }) => ({ id, name: id, kind: 'office' as const }));
    requireOfficeAmong(office, [...known, ...ofWorkflow]);
  }

  @Answers('disableAccount')
  async disable(@Called() { params, by }: Call<'disableAccount'>) {
    return shown(await this.auth.disableAccount(params.accountId, by));
  }

  @Answers('enableAccount')
  async enable(@Called() { params, by }: Call<'enableAccount'>) {
    return shown(await this.auth.enableAccount(params.accountId, by));
  }

  @Answers('makePasswordLink')
  async makeLink(@Called() { params, by }: Call<'makePasswordLink'>) {
    return this.messages.shown(await this.auth.makePasswordLink(params.accountId, by));
  }

  @Answers('makeFirstAdministratorLink')
  async makeFirstLink(@Called() { by }: Call<'makeFirstAdministratorLink'>) {
    return this.messages.shown(await this.auth.makeFirstAdministratorLink(by));
  }

  @Answers('endAccountSessions')
  endSessions(@Called() { params, by }: Call<'endAccountSessions'>) {
    return this.auth.endAccountSessions(params.accountId, by);
  }
}

function shown(kept: Account) {
  const { officeFrom: _, createdAt, disabledAt, lastSignInAt, lockedUntil, ...account } = kept;
  return {
    ...account,
    createdAt: createdAt.toISOString(),
    disabledAt: disabledAt?.toISOString() ?? null,
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
    lockedUntil: lockedUntil?.toISOString() ?? null,
    ofTheSystem: account.user === OPERATOR_USER,
  };
}
