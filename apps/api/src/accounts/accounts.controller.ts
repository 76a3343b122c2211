import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { OPERATOR_USER, type Account, type Auth } from '#auth';
import {
  organisation,
  requireAccountCompatible,
  requireAccountOfOthers,
  requireCompatible,
  rolesAt,
  romeDayOf,
  type Actor,
  type OwnOffice,
} from '#domain';
import { ENGINE, type Clock, type Engine } from '#engine';
import { alikeAmong, type AlikeTo } from './alike.js';
import { requireOfficeAmong } from './office-among.js';
import { officesOf } from '../body/layout.js';
import { registryOf } from '../body/registry.js';
import { Called, type Call } from '../http/call.js';
import { Answers } from '../http/route.js';
import { ControlsNow } from '../organisation/controls-now.js';
import { OFFICES, type StaffRegister } from '../organisation/staff.js';
import { AUTH, CLOCK, STAFF } from '../parts.js';
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
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ControlsNow) private readonly controls: ControlsNow,
  ) {}

  @Answers('createAccount')
  async create(@Called() { body, by, attempt }: Call<'createAccount'>) {
    requireCompatible(rolesAt(body, await this.staff.officesAsked()), body.office);
    await this.requireKnown(body);
    await this.requireOfOthers({ before: null, after: ownOffice('', body, this.today()) }, by);
    const [created] = await this.auth.createAccounts([{ ...body, password: body.password ?? null }], by, attempt);
    if (created === undefined) throw new Error('An account was asked for and none was made.');
    const { account, link } = created;
    const told = await this.shown(account);
    if (link === null) return told;
    if (account.email !== null) this.messages.invite(account.email, link);
    return { ...told, link: this.messages.shown(link) };
  }

  @Answers('renewInvitations')
  async renew(@Called() { body, by }: Call<'renewInvitations'>) {
    return { invited: this.messages.invited(await this.auth.renewInvitations(body.accountIds, by)) };
  }

  @Answers('listAccounts')
  async list() {
    const accounts = await this.auth.accounts();
    const alikeTo = alikeAmong(accounts);
    return { accounts: accounts.map((account) => shown(account, alikeTo)) };
  }

  @Answers('changeAccount')
  async change(@Called() { params, body, by }: Call<'changeAccount'>) {
    requireCompatible(rolesAt(body, await this.staff.officesAsked()), body.office);
    await this.requireKnown(body);
    await this.requireOneSide(params.accountId, by, body);
    return this.shown(await this.auth.changeAccount(params.accountId, body, by));
  }

  /**
   * Nobody comes to act for the Nucleo and for the Segretario by their account either, nor is a judge named by it by whom they judge. Of
   * one that is not in use it is asked once it is.
   *
   * @param given  what it is to have; absent: it is enabled with what it has
   * @throws Refused `organisation/incompatible`, `organisation/judges-own`
   */
  private async requireOneSide(id: string, by: Actor, given?: Pick<Account, 'office' | 'roles'>): Promise<void> {
    const account = (await this.auth.accounts()).find((one) => one.id === id);
    if (account === undefined || (given !== undefined && account.disabledAt !== null)) return;
    const { office, roles } = given ?? account;
    const today = this.today();
    const { officeFrom } = account;
    const from = officeFrom !== null && officeFrom > today ? officeFrom : today;
    const told = (await this.engine.load('organisation', OFFICES))?.state ?? organisation.initial;
    const [accounts, offices] = [await this.staff.accounts(), await this.staff.officesAsked()];
    const after = ownOffice(id, { office, roles }, from);
    requireAccountCompatible(after, { organisation: told, accounts, offices });
    const before = given === undefined ? null : ownOffice(id, account, today);
    await this.requireOfOthers({ before, after }, by);
  }

  /** @throws Refused `organisation/judges-own` */
  private async requireOfOthers(given: Parameters<typeof requireAccountOfOthers>[0], by: Actor): Promise<void> {
    const told = (await this.engine.load('organisation', OFFICES))?.state ?? organisation.initial;
    const [accounts, offices] = [await this.staff.accounts(), await this.staff.officesAsked()];
    const controls = await this.controls.read();
    requireAccountOfOthers(given, { by, at: this.clock.now(), accounts, offices, controls }, told);
  }

  private today() {
    return romeDayOf(this.clock.now());
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
    return this.shown(await this.auth.disableAccount(params.accountId, by));
  }

  @Answers('enableAccount')
  async enable(@Called() { params, by }: Call<'enableAccount'>) {
    await this.requireOneSide(params.accountId, by);
    return this.shown(await this.auth.enableAccount(params.accountId, by));
  }

  @Answers('makePasswordLink')
  async makeLink(@Called() { params, by }: Call<'makePasswordLink'>) {
    return this.messages.shown(await this.auth.makePasswordLink(params.accountId, by));
  }

  @Answers('makeFirstAdministratorLink')
  async makeFirstLink(@Called() { by }: Call<'makeFirstAdministratorLink'>) {
    return this.messages.shown(await this.auth.makeFirstAdministratorLink(by));
  }

  private async shown(account: Account) {
    return shown(account, alikeAmong(await this.auth.accounts()));
  }

  @Answers('endAccountSessions')
  endSessions(@Called() { params, by }: Call<'endAccountSessions'>) {
    return this.auth.endAccountSessions(params.accountId, by);
  }
}

function ownOffice(person: string, { office, roles }: Pick<OwnOffice, 'office' | 'roles'>, from: string): OwnOffice {
  return { person, office, roles, from, to: null };
}

function shown(kept: Account, alikeTo: AlikeTo) {
  const {
    officeFrom: _,
    officeSince: _since,
    disabledOn: _on,
    createdAt,
    disabledAt,
    lastSignInAt,
    lockedUntil,
    ...account
  } = kept;
  return {
    ...account,
    createdAt: createdAt.toISOString(),
    disabledAt: disabledAt?.toISOString() ?? null,
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
    lockedUntil: lockedUntil?.toISOString() ?? null,
    alike: alikeTo(account).map(({ user }) => user),
    ofTheSystem: account.user === OPERATOR_USER,
  };
}
