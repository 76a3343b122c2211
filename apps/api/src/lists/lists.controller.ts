import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { OPERATOR_USER, type Auth } from '#auth';
import type { Language } from '#contract';
import { romeDayOf, type Office } from '#domain';
import { ENGINE, ToBody, type Clock, type Engine } from '#engine';
import type { ListedPerson, ListReading, ReadApart } from '#plan-import';
import { officesOf } from '../body/layout.js';
import { calledInWorkflow, namedInWorkflow, namedOffices } from '../body/named-offices.js';
import { REGISTRY, registryOf } from '../body/registry.js';
import { contentOf } from '../documents/content-of.js';
import type { Documents } from '../documents/open-documents.js';
import { answered } from '../http/answered.js';
import { Called, Exchanged, type Call, type Exchange } from '../http/call.js';
import { calledIn } from '../http/names-in.js';
import { Refusal } from '../http/refusal.js';
import { Rehearsing } from '../http/rehearsing.js';
import { Answers } from '../http/route.js';
import { AUTH, CLOCK, DOCUMENTS, READING, READ_APART, type Reading } from '../parts.js';
import { PasswordMessages } from '../passwords/password-messages.js';
import { Ask } from '../queries/ask.handler.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';
import { endingInWords } from './ending.js';
import { ListedTenures, type Outcome } from './listed-tenures.js';
import { newAccounts } from './new-accounts.js';
import { onePersonTwice } from './one-person.js';

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
    @Inject(READ_APART) private readonly readApart: ReadApart,
    @Inject(READING) private readonly reading: Reading,
    @Inject(PasswordMessages) private readonly messages: PasswordMessages,
    @Inject(Rehearsing) private readonly rehearsing: Rehearsing,
    @Inject(ListedTenures) private readonly tenures: ListedTenures,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
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
    // the body has those of its workflow too, whatever its list says
    const ofWorkflow = calledInWorkflow(this.workflow.definition);
    const reading = await this.readApart.people(await contentOf(body, this.documents), [...offices, ...ofWorkflow]);
    const taken = new Set(everyone.map(({ user }) => user));
    const people = reading.rows.map((row) => ({ ...row, place: row.place[language], known: taken.has(row.user) }));
    const twice = onePersonTwice(people, accounts, language);
    const nameOf = calledIn([...offices, ...namedInWorkflow(this.workflow.definition)]);
    /** Of whoever had an account before: who gets one by the list has nothing by it yet. */
    const ending = ({ endings }: Pick<Outcome, 'endings'>) =>
      people.flatMap(({ user, line, place, known }, index) =>
        known && people.findIndex((one) => one.user === user) === index
          ? endings
              .filter((one) => one.user === user)
              .map((one) => ({
                line,
                place,
                code: 'import/own-office-ends',
                message: endingInWords({ ...one, office: nameOf(one.office) }, language),
              }))
          : [],
      );
    const beside = (outcome: Pick<Outcome, 'beside'>) =>
      outcome.beside.flatMap(({ user, code, message }) => {
        // of whom the list has several rows, at the last one
        const row = people.findLast((one) => one.user === user);
        return row === undefined ? [] : [{ line: row.line, place: row.place, code, message }];
      });
    if (query.dryRun === 'true') {
      // what is not even read well is not asked of the rules
      const nothing: Outcome = { notRecorded: [], endings: [], beside: [] };
      const foreseen =
        reading.problems.length > 0 ? nothing : await this.tenures.foresee(people, { by, language }, everyone);
      reply.status(200);
      return {
        people: people.map(shownPerson),
        problems: told(reading.problems, language),
        warnings: [...told(reading.warnings, language), ...twice, ...ending(foreseen), ...beside(foreseen)],
        notRecorded: [...foreseen.notRecorded],
      };
    }
    requireSound(reading, language);
    const fresh = people.filter(({ known }) => !known);
    const sender = { by, language };
    // who does not get their office gets no account either: it would open that office to them from today on
    const foreseen = await this.tenures.foresee(fresh, sender, everyone);
    const refused = foreseen.notRecorded.filter(({ account }) => !account);
    const without = new Set(refused.map(({ user }) => user));
    const invited = newAccounts(
      fresh.filter(({ user }) => !without.has(user)),
      romeDayOf(this.clock.now()),
    );
    const created = this.messages.invited(await this.auth.createAccounts(invited, by, attempt));
    // of a list that is sent again those count as created whom it created
    const ofThisList = new Set(created.map(({ user }) => user));
    const known = new Set(people.map(({ user }) => user).filter((user) => taken.has(user) && !ofThisList.has(user)));
    const outcome = await this.tenures.record(people, sender, attempt?.key ?? randomUUID());
    const warnings = [...told(reading.warnings, language), ...twice, ...ending(outcome), ...beside(outcome)];
    return { created, known: [...known], warnings, notRecorded: [...refused, ...outcome.notRecorded] };
  }

  @Answers('importOffices')
  async offices(@Called() call: Call<'importOffices'>, @Exchanged() { reply }: Exchange) {
    const { body, query, language } = call;
    const [content, known] = await Promise.all([
      contentOf(body, this.documents),
      namedOffices(this.engine, this.reading.db),
    ]);
    const reading = await this.readApart.offices(content, known);
    if (query.dryRun === 'true') {
      reply.status(200);
      const offices = reading.rows.map((row) => ({ ...row, place: row.place[language] }));
      const followUp = await this.rehearsing.of(call, () => this.define(call, reading));
      const [problems, warnings] = [told(reading.problems, language), told(reading.warnings, language)];
      return { offices, problems, warnings, ...followUp };
    }
    return { ...(await this.define(call, reading)), warnings: told(reading.warnings, language) };
  }

  private async define({ by, context, language }: Call<'importOffices'>, reading: ListReading<Office>) {
    requireSound(reading, language);
    const offices = reading.rows.map(({ id, name, kind }) => ({ id, name, kind }));
    const command = { type: 'body.define-offices', offices, by, at: this.clock.now() } as const;
    return answered(await this.commands.execute(new ToBody(REGISTRY, command, context)));
  }
}

function shownPerson<Row extends ListedPerson>({ tenure, ...row }: Row) {
  return {
    ...row,
    roles: [...row.roles],
    ...(tenure && { tenure: { ...tenure, qualifications: [...tenure.qualifications] } }),
  };
}

function told(problems: ListReading<unknown>['problems'], language: Language) {
  return problems.map(({ line, place, code, message }) => ({
    line,
    place: place[language],
    code,
    message: message[language],
  }));
}

/** @throws Refusal `import/problems`, with all of them */
function requireSound(reading: ListReading<unknown>, language: Language): void {
  const problems = told(reading.problems, language);
  if (problems.length > 0) throw new Refusal('import/problems', { count: problems.length }, { problems });
}
