import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { v5 as uuidv5 } from 'uuid';
import { isRole, OPERATOR_USER, type Account, type Auth } from '#auth';
import type { Language } from '#contract';
import { organisation, Refused, romeDayOf, type Actor, type Office } from '#domain';
import { ENGINE, ToBody, ToOrganisation, type Clock, type Engine } from '#engine';
import type { ListedPerson, ListReading, ReadApart } from '#plan-import';
import { officesOf } from '../body/layout.js';
import { REGISTRY, registryOf } from '../body/registry.js';
import { contentOf } from '../documents/content-of.js';
import type { Documents } from '../documents/open-documents.js';
import { answered } from '../http/answered.js';
import { Called, Exchanged, type Call, type Exchange } from '../http/call.js';
import { ProblemWords } from '../http/problem-words.js';
import { Refusal } from '../http/refusal.js';
import { Rehearsing } from '../http/rehearsing.js';
import { Answers } from '../http/route.js';
import { OFFICES, type StaffRegister } from '../organisation/staff.js';
import { AUTH, CLOCK, DOCUMENTS, READ_APART, STAFF } from '../parts.js';
import { PasswordMessages } from '../passwords/password-messages.js';
import { Ask } from '../queries/ask.handler.js';
import { issuedAs, tellingOf } from './telling-of.js';

/** People and offices as a personnel office keeps them: in a list. */
@Controller()
export class ListsController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DOCUMENTS) private readonly documents: Documents,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(READ_APART) private readonly readApart: ReadApart,
    @Inject(PasswordMessages) private readonly messages: PasswordMessages,
    @Inject(Rehearsing) private readonly rehearsing: Rehearsing,
    @Inject(ProblemWords) private readonly words: ProblemWords,
  ) {}

  @Answers('importPeople')
  async people(
    @Called() { body, query, by, language, attempt }: Call<'importPeople'>,
    @Exchanged() { reply }: Exchange,
  ) {
    const [registry, areas, everyone] = await Promise.all([
      registryOf(this.engine),
      this.queries.execute(new Ask('planAreas')),
      this.auth.accounts(),
    ]);
    const accounts = everyone.filter(({ user }) => user !== OPERATOR_USER);
    const offices = officesOf({ registry: registry?.state ?? null, areas, accounts });
    const reading = await this.readApart.people(await contentOf(body, this.documents), offices);
    const taken = new Set(everyone.map(({ user }) => user));
    const people = reading.rows.map((row) => ({ ...row, place: row.place[language], known: taken.has(row.user) }));
    if (query.dryRun === 'true') {
      reply.status(200);
      return {
        people: people.map(shownPerson),
        problems: problemsIn(reading, language),
        // what is not even read well is not asked of the rules
        notRecorded: reading.problems.length > 0 ? [] : await this.foresee(people, everyone, by, language),
      };
    }
    requireSound(reading, language);
    const fresh = people
      .filter(({ known }) => !known)
      .map(({ user, name, email, office, roles }) => ({
        user,
        name,
        email,
        office,
        roles: roles.filter(isRole),
        password: null,
      }));
    const created = this.messages.invited(await this.auth.createAccounts(fresh, by, attempt));
    // of a list that is sent again those count as created whom it created
    const ofThisList = new Set(created.map(({ user }) => user));
    const known = people.map(({ user }) => user).filter((user) => taken.has(user) && !ofThisList.has(user));
    const notRecorded = await this.record(people, by, attempt?.key ?? randomUUID(), language);
    return { created, known, notRecorded };
  }

  /** Who holds what since when, and stands in for whom: what is recorded already stays as it is. */
  private async record(people: readonly ListedPerson[], by: Actor, key: string, language: Language) {
    const ids = new Map((await this.auth.accounts()).map(({ user, id }) => [user, id]));
    const notRecorded: NotRecorded[] = [];
    for (const listed of people) {
      const person = ids.get(listed.user);
      if (person === undefined) continue;
      for (const command of tellingOf(listed, person)) {
        const commandId = uuidv5(`${command.type}/${listed.user}`, key);
        const issued = issuedAs(commandId, command, by, this.clock.now());
        // what begins later is decided today, or by its act
        const happened = command.from <= romeDayOf(issued.at) && { occurredOn: command.from };
        const context = { commandId, correlationId: key, causationId: key, ...happened };
        try {
          await this.commands.execute(new ToOrganisation(OFFICES, issued, context));
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          if (!RECORDED.includes(error.code)) notRecorded.push(await this.told(listed.user, error, language));
        }
      }
    }
    this.staff.organisationChanged();
    return notRecorded;
  }

  /** What the rules would say of the same rows, one after the other; whoever has no account yet goes by their name. */
  private async foresee(
    people: readonly ListedPerson[],
    accounts: readonly Pick<Account, 'user' | 'id'>[],
    by: Actor,
    language: Language,
  ) {
    const ids = new Map(accounts.map(({ user, id }) => [user, id]));
    let state = (await this.engine.load('organisation', OFFICES))?.state ?? organisation.initial;
    const notRecorded: NotRecorded[] = [];
    for (const listed of people) {
      for (const command of tellingOf(listed, ids.get(listed.user) ?? listed.user)) {
        try {
          const issued = issuedAs(randomUUID(), command, by, this.clock.now());
          state = organisation.decide(issued, state).reduce((so, event) => organisation.evolve(so, event), state);
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          if (!RECORDED.includes(error.code)) notRecorded.push(await this.told(listed.user, error, language));
        }
      }
    }
    return notRecorded;
  }

  private async told(user: string, refused: Refused, language: Language): Promise<NotRecorded> {
    const { details } = await this.words.tell(refused, { language, id: randomUUID(), params: {} });
    return { user, code: refused.code, message: details.detail };
  }

  @Answers('importOffices')
  async offices(@Called() call: Call<'importOffices'>, @Exchanged() { reply }: Exchange) {
    const { body, query, language } = call;
    const reading = await this.readApart.offices(await contentOf(body, this.documents));
    if (query.dryRun === 'true') {
      reply.status(200);
      const offices = reading.rows.map((row) => ({ ...row, place: row.place[language] }));
      const followUp = await this.rehearsing.of(call, () => this.define(call, reading));
      return { offices, problems: problemsIn(reading, language), ...followUp };
    }
    return this.define(call, reading);
  }

  private async define({ by, context, language }: Call<'importOffices'>, reading: ListReading<Office>) {
    requireSound(reading, language);
    const offices = reading.rows.map(({ id, name, kind }) => ({ id, name, kind }));
    const command = { type: 'body.define-offices', offices, by, at: this.clock.now() } as const;
    return answered(await this.commands.execute(new ToBody(REGISTRY, command, context)));
  }
}

const RECORDED: readonly string[] = ['organisation/already-holds', 'organisation/already-delegated'];

interface NotRecorded {
  readonly user: string;
  readonly code: string;
  readonly message: string;
}

function shownPerson<Row extends ListedPerson>({ tenure, ...row }: Row) {
  return {
    ...row,
    roles: [...row.roles],
    ...(tenure && { tenure: { ...tenure, qualifications: [...tenure.qualifications] } }),
  };
}

function problemsIn({ problems }: ListReading<unknown>, language: Language) {
  return problems.map(({ line, place, code, message }) => ({
    line,
    place: place[language],
    code,
    message: message[language],
  }));
}

/** @throws Refusal `import/problems`, with all of them */
function requireSound(reading: ListReading<unknown>, language: Language): void {
  const problems = problemsIn(reading, language);
  if (problems.length > 0) throw new Refusal('import/problems', { count: problems.length }, { problems });
}
