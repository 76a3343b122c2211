import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { v5 as uuidv5 } from 'uuid';
import type { Account, Auth, NewAccount } from '#auth';
import type { Language } from '#contract';
import {
  organisation,
  Refused,
  requireAccountOfOthers,
  romeDayOf,
  type Actor,
  type Controls,
  type LocalDate,
  type OrganisationEvent,
  type OwnOffice,
} from '#domain';
import { ENGINE, Rehearsed, Supposed, ToOrganisation, type Clock, type CommandContext, type Engine } from '#engine';
import type { JsonObject } from '#event-store';
import type { ListedPerson } from '#plan-import';
import { ProblemWords } from '../http/problem-words.js';
import { ControlsNow } from '../organisation/controls-now.js';
import { endedBy, type Ending } from '../organisation/own-office-ends.js';
import { OFFICES, type StaffRegister } from '../organisation/staff.js';
import { AUTH, CLOCK, STAFF } from '../parts.js';
import { newAccounts } from './new-accounts.js';
import { besideBy } from './beside-by.js';
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
  /** Who comes to be of a body that judges and of an office that it judges, in words. */
  readonly beside: readonly { readonly user: string; readonly code: string; readonly message: string }[];
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
  /** The offices that accounts alone give, those of the list too. */
  readonly accounts: readonly OwnOffice[];
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
    @Inject(ProblemWords) private readonly words: ProblemWords,
    @Inject(ControlsNow) private readonly controls: ControlsNow,
  ) {}

  /** Of whoever has an account. @param key  names the commands: a list that is sent again records nothing twice */
  async record(people: readonly ListedPerson[], { by, language }: Sender, key: string): Promise<Outcome> {
    const listed = await this.auth.accounts();
    const users = new Set(listed.map(({ user }) => user));
    const known = people.filter(({ user }) => users.has(user));
    const controls = await this.controls.read();
    const outcome = await this.each(known, listed, language, {
      say: async (telling, user) => {
        const commandId = uuidv5(nameOf(telling, user), key);
        const context = { commandId, correlationId: key, causationId: key };
        await this.send(telling, by, context, { accounts: await this.staff.accounts(), controls });
      },
      state: () => this.standing(),
      accounts: await this.staff.accounts(),
    });
    this.staff.organisationChanged();
    return outcome;
  }

  /** What the rules would say of the same rows, one after the other; whoever has no account yet goes by their name. */
  async foresee(people: readonly ListedPerson[], { by, language }: Sender, listed: Listed): Promise<Outcome> {
    let state = await this.standing();
    const supposing = new Supposed();
    const users = new Set(listed.map(({ user }) => user));
    const today = romeDayOf(this.clock.now());
    const fresh = newAccounts(
      people.filter(({ user }) => !users.has(user)),
      today,
    );
    const accounts = [...(await this.staff.accounts()), ...fresh.map((account) => ownOfficeToBe(account, today))];
    const controls = await this.controls.read();
    // of whom the list says nothing else the account says it
    const byAccount = fresh.filter(({ user }) => !people.some((one) => one.user === user && one.tenure !== undefined));
    const offices = await this.staff.officesAsked();
    const writing = { by, at: this.clock.now(), accounts, offices, controls };
    const refused = byAccount.flatMap((account) => {
      const error = refusalOfAccount(ownOfficeToBe(account, today), writing, state);
      return error === null ? [] : [this.told(account.user, error, language, false)];
    });
    const outcome = await this.each(people, listed, language, {
      say: async (telling) => {
        const id = randomUUID();
        try {
          const asked = { commandId: id, correlationId: id, causationId: id, dryRun: true, supposing };
          await this.send(telling, by, asked, { accounts, controls });
        } catch (error) {
          if (!(error instanceof Rehearsed)) throw error;
          for (const { type, data } of error.rehearsal.events)
            state = organisation.evolve(state, { type, data } as object as OrganisationEvent);
        }
      },
      state: () => Promise.resolve(state),
      accounts,
    });
    return { ...outcome, notRecorded: [...(await Promise.all(refused)), ...outcome.notRecorded] };
  }

  private async standing() {
    return (await this.engine.load('organisation', OFFICES))?.state ?? organisation.initial;
  }

  private async send(
    telling: Telling,
    by: Actor,
    context: CommandContext,
    known: { readonly accounts: readonly OwnOffice[]; readonly controls: Controls },
  ): Promise<void> {
    const offices = await this.staff.officesAsked();
    const issued = issuedAs(context.commandId, telling, { by, at: this.clock.now(), offices, ...known });
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
    const before = await hearing.state();
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
    const endings = endedBy(before, await hearing.state(), hearing.accounts).flatMap(({ person, ...ending }) => {
      const user = users.get(person);
      return user === undefined ? [] : [{ user, ...ending }];
    });
    const told = refused.map(({ user, error }) => this.told(user, error, language, !without.has(user)));
    const offices = await this.staff.officesAsked();
    const beside = besideBy(before, await hearing.state(), hearing.accounts, offices).map(
      async ({ person, body: judging, office }) => {
        const { code, detail } = await this.words.warning('organisation/judged-beside', { judging, office }, language);
        // whoever has no account yet goes by their user name
        return { user: users.get(person) ?? person, code, message: detail };
      },
    );
    return { notRecorded: await Promise.all(told), endings, beside: await Promise.all(beside) };
  }

  private async told(user: string, refused: Refused, language: Language, account: boolean): Promise<NotRecorded> {
    const { details } = await this.words.tell(refused, { language, id: randomUUID(), params: {} });
    const message = account ? details.detail : `${details.detail} ${NO_ACCOUNT[language]}`;
    return { user, code: refused.code, message, account };
  }
}

/** What an account will say of its person once the list has made it; until then they go by their user name. */
function ownOfficeToBe({ user, office, officeFrom, roles }: NewAccount, today: LocalDate): OwnOffice {
  return { person: user, office, roles, from: officeFrom ?? today, to: null };
}

const NO_ACCOUNT: Readonly<Record<Language, string>> = {
  it: 'Per questa persona non si crea l’account né si registra altro: correggere l’elenco e inviarlo di nuovo.',
  en: 'No account is made for this person and nothing else is recorded: correct the list and send it again.',
};

/** Null: whoever sends the list may give them the office of their account. */
function refusalOfAccount(
  after: OwnOffice,
  writing: Parameters<typeof requireAccountOfOthers>[1],
  state: typeof organisation.initial,
): Refused | null {
  try {
    requireAccountOfOthers({ before: null, after }, writing, state);
    return null;
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

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
