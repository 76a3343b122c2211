import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { v5 as uuidv5 } from 'uuid';
import type { Account, Auth } from '#auth';
import type { Language } from '#contract';
import { organisation, Refused, romeDayOf, type Actor, type OrganisationEvent } from '#domain';
import { ENGINE, Rehearsed, Supposed, ToOrganisation, type Clock, type CommandContext, type Engine } from '#engine';
import type { JsonObject } from '#event-store';
import type { ListedPerson } from '#plan-import';
import { ProblemWords } from '../http/problem-words.js';
import { OFFICES, type StaffRegister } from '../organisation/staff.js';
import { AUTH, CLOCK, STAFF } from '../parts.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';
import { endedBy, type Ending } from './ending.js';
import { leftToSay } from './standing-already.js';
import { dayOf, issuedAs, nameOf, tellingOf, type Telling } from './telling-of.js';

/** What the rules refuse of a row, and why. */
export interface NotRecorded {
  readonly user: string;
  readonly code: string;
  readonly message: string;
  /** False: whoever holds nothing of what the list says has no account by it either. */
  readonly account: boolean;
}

/** What came of the rows, or would. */
export interface Outcome {
  readonly notRecorded: readonly NotRecorded[];
  /** Offices that people lose by it, whom the list need not name as such. */
  readonly endings: readonly (Omit<Ending, 'person'> & { readonly user: string })[];
}

/** Whoever sends the list, and in whose language they read what is refused. */
interface Sender {
  readonly by: Actor;
  readonly language: Language;
}

type Listed = readonly Pick<Account, 'user' | 'id'>[];

/** How something is said to the rules, and what stands then. */
interface Hearing {
  say(telling: Telling, user: string): Promise<void>;
  state(): Promise<typeof organisation.initial>;
}

/** Who holds what since when and stands in for whom, as a list of people says it; what is recorded already stays as it is. */
@Injectable()
export class ListedTenures {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
    @Inject(ProblemWords) private readonly words: ProblemWords,
  ) {}

  /** Of whoever has an account. @param key  names the commands: a list that is sent again records nothing twice */
  async record(people: readonly ListedPerson[], { by, language }: Sender, key: string): Promise<Outcome> {
    const listed = await this.auth.accounts();
    const users = new Set(listed.map(({ user }) => user));
    const known = people.filter(({ user }) => users.has(user));
    const outcome = await this.each(known, listed, language, {
      say: async (telling, user) => {
        const commandId = uuidv5(nameOf(telling, user), key);
        await this.send(telling, by, { commandId, correlationId: key, causationId: key });
      },
      state: () => this.standing(),
    });
    this.staff.organisationChanged();
    return outcome;
  }

  /** What the rules would say of the same rows, one after the other; whoever has no account yet goes by their name. */
  async foresee(people: readonly ListedPerson[], { by, language }: Sender, listed: Listed): Promise<Outcome> {
    let state = await this.standing();
    const supposing = new Supposed();
    return this.each(people, listed, language, {
      say: async (telling) => {
        const id = randomUUID();
        try {
          await this.send(telling, by, { commandId: id, correlationId: id, causationId: id, dryRun: true, supposing });
        } catch (error) {
          if (!(error instanceof Rehearsed)) throw error;
          for (const { type, data } of error.rehearsal.events)
            state = organisation.evolve(state, { type, data } as object as OrganisationEvent);
        }
      },
      state: () => Promise.resolve(state),
    });
  }

  private async standing() {
    return (await this.engine.load('organisation', OFFICES))?.state ?? organisation.initial;
  }

  private async send(telling: Telling, by: Actor, context: CommandContext): Promise<void> {
    const [accounts, offices] = [await this.staff.accounts(), this.workflow.definition.offices];
    const issued = issuedAs(context.commandId, telling, { by, at: this.clock.now(), accounts, offices });
    const day = dayOf(telling);
    // what begins later is decided today, or by its act
    const happened = day <= romeDayOf(issued.at) && { occurredOn: day };
    const request = { ...telling } as object as JsonObject;
    await this.commands.execute(new ToOrganisation(OFFICES, issued, { ...context, request, ...happened }));
  }

  private async each(
    people: readonly ListedPerson[],
    listed: Listed,
    language: Language,
    hearing: Hearing,
  ): Promise<Outcome> {
    const [before, accounts] = [await hearing.state(), await this.staff.accounts()];
    const ids = new Map(listed.map(({ user, id }) => [user, id]));
    const refused: { readonly user: string; readonly error: Refused }[] = [];
    const without = new Set<string>();
    for (const one of people) {
      const { user } = one;
      for (const telling of tellingOf(one, (name) => ids.get(name) ?? name)) {
        const error = await refusalOf(telling, user, hearing);
        if (error === null) continue;
        refused.push({ user, error });
        if (telling.type === 'organisation.take-office' && !ids.has(user)) without.add(user);
      }
    }
    const users = new Map(listed.map(({ user, id }) => [id, user]));
    const endings = endedBy(before, await hearing.state(), accounts).flatMap(({ person, ...ending }) => {
      const user = users.get(person);
      return user === undefined ? [] : [{ user, ...ending }];
    });
    const told = refused.map(({ user, error }) => this.told(user, error, language, !without.has(user)));
    return { notRecorded: await Promise.all(told), endings };
  }

  private async told(user: string, refused: Refused, language: Language, account: boolean): Promise<NotRecorded> {
    const { details } = await this.words.tell(refused, { language, id: randomUUID(), params: {} });
    const message = account ? details.detail : `${details.detail} ${NO_ACCOUNT[language]}`;
    return { user, code: refused.code, message, account };
  }
}

const NO_ACCOUNT: Readonly<Record<Language, string>> = {
  it: 'Per questa persona non si crea l’account né si registra altro: correggere l’elenco e inviarlo di nuovo.',
  en: 'No account is made for this person and nothing else is recorded: correct the list and send it again.',
};

const STANDS: readonly string[] = ['organisation/already-holds', 'organisation/already-delegated'];

/** Null: recorded, now or before. */
async function refusalOf(telling: Telling, user: string, hearing: Hearing): Promise<Refused | null> {
  try {
    await hearing.say(telling, user);
    return null;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const left = STANDS.includes(error.code) ? leftToSay(telling, await hearing.state()) : undefined;
    if (left === undefined) return error;
    return left === null ? null : refusalOf(left, user, hearing);
  }
}
