import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { v5 as uuidv5 } from 'uuid';
import type { Account, Auth } from '#auth';
import type { Language } from '#contract';
import { organisation, Refused, romeDayOf, type Actor } from '#domain';
import { ENGINE, ToOrganisation, type Clock, type Engine } from '#engine';
import type { JsonObject } from '#event-store';
import type { ListedPerson } from '#plan-import';
import { ProblemWords } from '../http/problem-words.js';
import { OFFICES, type StaffRegister } from '../organisation/staff.js';
import { AUTH, CLOCK, STAFF } from '../parts.js';
import { issuedAs, tellingOf, type Telling } from './telling-of.js';

/** What the rules refuse of a row, and why. */
interface NotRecorded {
  readonly user: string;
  readonly code: string;
  readonly message: string;
}

/** Whoever sends the list, and in whose language they read what is refused. */
interface Sender {
  readonly by: Actor;
  readonly language: Language;
}

type Ids = ReadonlyMap<string, string>;

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
  ) {}

  /** @param key  names the commands: a list that is sent again records nothing twice */
  async record(people: readonly ListedPerson[], { by, language }: Sender, key: string) {
    const ids = idsOf(await this.auth.accounts());
    const accounts = await this.staff.accounts();
    const known = people.filter(({ user }) => ids.has(user));
    const refused = await this.each(known, ids, language, async (telling, user) => {
      const commandId = uuidv5(`${telling.type}/${user}`, key);
      const issued = issuedAs(commandId, telling, { by, at: this.clock.now(), accounts });
      // what begins later is decided today, or by its act
      const happened = telling.from <= romeDayOf(issued.at) && { occurredOn: telling.from };
      const context = {
        commandId,
        correlationId: key,
        causationId: key,
        request: { ...telling } as object as JsonObject,
        ...happened,
      };
      await this.commands.execute(new ToOrganisation(OFFICES, issued, context));
    });
    this.staff.organisationChanged();
    return refused;
  }

  /** What the rules would say of the same rows, one after the other; whoever has no account yet goes by their name. */
  async foresee(
    people: readonly ListedPerson[],
    { by, language }: Sender,
    listed: readonly Pick<Account, 'user' | 'id'>[],
  ) {
    const accounts = await this.staff.accounts();
    let state = (await this.engine.load('organisation', OFFICES))?.state ?? organisation.initial;
    return this.each(people, idsOf(listed), language, (telling) => {
      const issued = issuedAs(randomUUID(), telling, { by, at: this.clock.now(), accounts });
      state = organisation.decide(issued, state).reduce((so, event) => organisation.evolve(so, event), state);
    });
  }

  private async each(
    people: readonly ListedPerson[],
    ids: Ids,
    language: Language,
    say: (telling: Telling, user: string) => void | Promise<void>,
  ) {
    const notRecorded: NotRecorded[] = [];
    for (const listed of people) {
      for (const telling of tellingOf(listed, (user) => ids.get(user) ?? user)) {
        try {
          await say(telling, listed.user);
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
}

const RECORDED: readonly string[] = ['organisation/already-holds', 'organisation/already-delegated'];

function idsOf(accounts: readonly Pick<Account, 'user' | 'id'>[]): Ids {
  return new Map(accounts.map(({ user, id }) => [user, id]));
}
