import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { may, type Auth } from '#auth';
import { holdersOf, judgedBeside, romeDayOf, type OrganisationCommand } from '#domain';
import { ENGINE, ToOrganisation, type Clock, type CommandContext, type Engine } from '#engine';
import { registryOf } from '../body/registry.js';
import { Called, type Answer, type Call } from '../http/call.js';
import { telling } from '../http/dry-run.js';
import { ProblemWords } from '../http/problem-words.js';
import { Refusal } from '../http/refusal.js';
import { Issue, type Unissued } from '../http/issue.js';
import { Answers } from '../http/route.js';
import { AUTH, CLOCK, STAFF } from '../parts.js';
import { Ask } from '../queries/ask.handler.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';
import { ControlsNow } from './controls-now.js';
import { endedBy } from './own-office-ends.js';
import { namesOf, personOf } from './people.js';
import { OFFICES, type StaffRegister } from './staff.js';
import { vacanciesOn } from './vacancies.js';

/** Who holds which office from when to when, who acts for whom, and which office nobody holds. */
@Controller()
export class OrganisationController {
  constructor(
    @Inject(Issue) private readonly issue: Issue,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ProblemWords) private readonly words: ProblemWords,
    @Inject(ControlsNow) private readonly controls: ControlsNow,
  ) {}

  @Answers('organisation')
  async show(@Called() { query }: Call<'organisation'>): Promise<Answer<'organisation'>> {
    const day = query.on ?? this.today();
    const [view, people, kept] = await Promise.all([
      this.queries.execute(new Ask('organisationView', day)),
      namesOf(this.auth),
      this.engine.load('organisation', OFFICES),
    ]);
    return {
      day,
      revision: kept?.revision ?? -1,
      tenures: view.tenures
        .filter(({ tenureId, person }) => tenureId !== null || people.isPerson(person))
        .map((tenure) => ({ ...tenure, ...people.of(tenure.person) })),
      delegations: view.delegations.map(({ holder, ...delegation }) => ({
        ...delegation,
        ...people.of(delegation.person),
        holder: holder === null ? null : { person: holder, ...people.of(holder) },
      })),
    };
  }

  @Answers('vacancies')
  async vacancies(@Called() { query }: Call<'vacancies'>): Promise<Answer<'vacancies'>> {
    const day = query.on ?? this.today();
    const people = await namesOf(this.auth);
    const vacancies = await vacanciesOn(this.queries, this.workflow.definition, day);
    return {
      day,
      vacancies: vacancies.map(({ holders, standIns, ...vacancy }) => ({
        ...vacancy,
        holders: holders.map((person) => ({ person, ...people.of(person) })),
        standIns: standIns.map((person) => ({ person, ...people.of(person) })),
      })),
    };
  }

  @Answers('takeOffice')
  async take(@Called() { body, by, context, language }: Call<'takeOffice'>) {
    await this.requireKnown(body.office);
    const { tenureId = context.commandId, ...tenure } = body;
    const person = await personOf(this.auth, body.person);
    const known = await this.known();
    const command = { type: 'organisation.take-office', ...tenure, person, tenureId, ...known } as const;
    const told = (await this.engine.load('organisation', OFFICES))?.state.tenures ?? [];
    const others = new Map([...told].filter(([id]) => id !== tenureId)); // sent again it is there already
    const after = { tenures: new Map(others).set(tenureId, command) };
    const warnings = await Promise.all([
      ...judgedBeside(command, [...others.values()], known.accounts, known.offices).map(({ body: judging, office }) =>
        this.words.warning('organisation/judged-beside', { judging, office }, language),
      ),
      ...endedBy({ tenures: others }, after, known.accounts).map(({ office, from }) =>
        this.words.warning('organisation/own-office-ends', { office, from }, language),
      ),
    ]);
    return { ...(await telling({ warnings }, this.send(command, by, context, body.from))), tenureId };
  }

  @Answers('leaveOffice')
  async leave(@Called() { params, body, by, context }: Call<'leaveOffice'>) {
    const command = { type: 'organisation.leave-office', ...params, ...body, ...(await this.known()) } as const;
    return this.send(command, by, context, body.to);
  }

  @Answers('annulTenure')
  async annul(@Called() { params, body, by, context }: Call<'annulTenure'>) {
    const [acted, known] = await Promise.all([
      this.queries.execute(new Ask('actedByTenure', params.tenureId)),
      this.known(),
    ]);
    const command = { type: 'organisation.annul-tenure', ...params, ...body, ...known, acted } as const;
    return this.send(command, by, context);
  }

  @Answers('delegate')
  async delegate(@Called() call: Call<'delegate'>) {
    const { body, by, context } = call;
    await this.requireMay(call, body.office);
    await this.requireKnown(body.office);
    const { delegationId = context.commandId, holder: written, ...delegation } = body;
    const [person, holder] = [await personOf(this.auth, body.person), written && (await personOf(this.auth, written))];
    const told = { ...delegation, holder, person, delegationId };
    const command = { type: 'organisation.delegate', ...told, ...(await this.known()) } as const;
    return { ...(await this.send(command, by, context, body.from)), delegationId };
  }

  @Answers('revokeDelegation')
  async revoke(@Called() call: Call<'revokeDelegation'>) {
    const { params, body, by, context } = call;
    const given = (await this.engine.load('organisation', OFFICES))?.state.delegations.get(params.delegationId);
    // of one that is not there the rules themselves will say so; whom it went to need not have it
    if (given !== undefined && given.to.person !== by.id) await this.requireMay(call, given.office, given.holder);
    const command = { type: 'organisation.revoke-delegation', ...params, ...body, ...(await this.known()) } as const;
    return this.send(command, by, context);
  }

  /**
   * @param giver  of several who hold the office nobody revokes what another gave
   * @throws Refusal `office/only-its-holder`
   */
  private async requireMay(
    { by, session, context }: Pick<Call<'delegate'>, 'by' | 'session' | 'context'>,
    office: string,
    giver: string | null = by.id,
  ) {
    const ownRight = (context.onBehalfOf ?? null) === null;
    if (ownRight && may(session, 'organisation.change')) return;
    const staff = await this.staff.on(this.today());
    const holders = holdersOf(staff, office).map(({ person }) => person);
    const isTheirs = holders.includes(by.id) && (giver === null || giver === by.id || !holders.includes(giver));
    if (ownRight && isTheirs && by.office === office) return;
    throw new Refusal('office/only-its-holder', { office, ...(isTheirs && { actAs: office }) });
  }

  /** @throws Refusal `objective/unknown-office` */
  private async requireKnown(office: string): Promise<void> {
    const { tenures, offices } = await this.staff.on(this.today());
    if (offices.some(({ id }) => id === office) || tenures.some((tenure) => tenure.office === office)) return;
    if ((await registryOf(this.engine))?.state.offices.some(({ id }) => id === office)) return;
    const areas = await this.queries.execute(new Ask('planAreas'));
    if (!areas.some(({ id }) => id === office)) throw new Refusal('objective/unknown-office', { office });
  }

  /** What the organisation does not know of itself. */
  private async known() {
    const [accounts, offices] = [await this.staff.accounts(), await this.staff.officesAsked()];
    return { accounts, offices, controls: await this.controls.read() };
  }

  private today(): string {
    return romeDayOf(this.clock.now());
  }

  /** @param from  the day from which it counts: what begins later is decided today, or by its act */
  private async send(
    command: Unissued<OrganisationCommand>,
    by: Call<'takeOffice'>['by'],
    context: CommandContext,
    from?: string,
  ) {
    const occurredOn = from !== undefined && from <= this.today() ? from : undefined;
    const answer = await this.issue.to(ToOrganisation, OFFICES, { by, context }, command, occurredOn);
    this.staff.organisationChanged();
    return answer;
  }
}
