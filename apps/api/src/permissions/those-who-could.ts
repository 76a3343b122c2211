import { Inject, Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { may, OPERATOR_USER, type Account, type Auth, type Role, type SignedIn } from '#auth';
import { isRaw, problems, routes, type Route, type RouteName } from '#contract';
import { romeDayOf, type Staff } from '#domain';
import { Supposed, type Clock } from '#engine';
import { onlookerOf } from '../evaluations/onlooker.js';
import { couldActAs } from '../http/acting-hint.js';
import { AS_ONESELF } from '../http/admission.js';
import { Dispatch, type Dispatched, type Sender } from '../http/dispatch.js';
import { isDryRun } from '../http/dry-run.js';
import { headerOf, type HttpRequest } from '../http/exchange.js';
import { languageOf } from '../http/language.js';
import { Permitted } from '../http/permitted.js';
import { Refusal } from '../http/refusal.js';
import { refusalOf } from '../http/refusal-of.js';
import { capacityOf, lentTo, officesToday, type Capacity } from '../organisation/acting.js';
import type { StaffRegister } from '../organisation/staff.js';
import { AUTH, CLOCK, STAFF } from '../parts.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';

/** Who could give a command now. */
export interface ThoseWhoCould {
  /** That the body's file leaves it to, where nobody who has one is refused, for whatever reason. */
  readonly roles: Role[];
  readonly offices: string[];
  readonly people: Person[];
}

interface Person {
  readonly person: string;
  readonly name: string | null;
  readonly office: string;
  readonly onBehalfOf: string | null;
}

/** What another may be told otherwise: not what is wrong with what was sent. */
const OF_WHO_ASKS: ReadonlySet<number> = new Set([403, 409, 422]);

/** What was sent, where nobody could send it. */
const AT_FAULT = 422;

/** How many are asked in one turn of the event loop: all of a town, and a region keeps nobody waiting. */
const BETWEEN_OTHERS = 32;

/** Somebody in one of their capacities, and what they were told. */
interface Heard extends Capacity {
  readonly account: Account;
  readonly status: number;
}

/**
 * Asks everybody: each account, as every office that it may act as today, is asked the same command dry, through its own
 * door and rules. So whoever is named is not refused, and whoever is not named is.
 */
@Injectable()
export class AskingEverybody {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(Dispatch) private readonly dispatch: Dispatch,
    @Inject(Permitted) private readonly permitted: Permitted,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
  ) {}

  /** Whom to ask, for one command or several. */
  async all(): Promise<readonly Account[]> {
    const accounts = await this.auth.accounts();
    return accounts.filter(({ user, disabledAt }) => user !== OPERATOR_USER && disabledAt === null);
  }

  /** Of a command that nobody has written yet: the same, whoever asks. */
  async whoCould(command: Dispatched, sender: Sender, all: readonly Account[]): Promise<ThoseWhoCould> {
    const { supposing = new Supposed(false) } = command;
    const asked = { ...command, supposing };
    return this.among(await this.hear(asked, sender, all), asked, sender);
  }

  private async among(
    heard: readonly Heard[],
    { name, params, supposing }: Dispatched & { readonly supposing: Supposed },
    sender: Sender,
  ): Promise<ThoseWhoCould> {
    const left = await this.permitted.whoCould(routes[name].action, params, { supposing });
    const isRefused = ({ status }: Heard) => status >= 300;
    const able = heard.filter((one) => !isRefused(one));
    const roles = left.roles.filter((role) => {
      const holders = heard.filter(({ onBehalfOf, roles: held }) => onBehalfOf === null && held.includes(role));
      return holders.length > 0 && !holders.some(isRefused);
    });
    return {
      roles,
      offices: [...new Set(able.map(({ office }) => office))].toSorted(),
      people: may(sender.session, 'organisation.read') ? able.map(shown) : [],
    };
  }

  /** A refusal of what was only asked, with who could, the same whoever asks; any other error as it is. */
  async telling(error: unknown, name: RouteName, request: HttpRequest): Promise<unknown> {
    const { session, onBehalfOf = null, params, body, id } = request;
    const refusal = refusalOf(error);
    if (refusal === null || session === undefined || !isDryRun(routes[name], request) || !isAskable(name)) return error;
    const { code, facts, extras, headers, chain } = refusal;
    const { status } = problems[code];
    if (!OF_WHO_ASKS.has(status) || !(await this.mayHear(name, params, session))) return error;
    const sender = { session, onBehalfOf, language: languageOf(headerOf(request, 'accept-language')), id };
    const { occurredOn } = request.query as { readonly occurredOn?: string };
    const supposing = new Supposed(false);
    const command = { name, params: params as object, body, occurredOn, supposing };
    const heard = await this.hear(command, sender, await this.all());
    const whoCould = await this.among(heard, command, sender);
    // what was sent is at fault, whoever sends it: nobody can be told who could
    if (isEmpty(whoCould) && heard.some((one) => one.status === AT_FAULT)) return error;
    return new Refusal(code, facts, { ...extras, whoCould }, headers, chain);
  }

  /**
   * The offices as which whoever was refused would be let through: each is asked. Undefined where there is none
   * to ask about, or where it is no command.
   */
  async asWhom(error: unknown, name: RouteName, request: HttpRequest): Promise<readonly string[] | undefined> {
    const { session, params, body, id, others = [] } = request;
    const refusal = refusalOf(error);
    const route: Route = routes[name];
    if (refusal === null || session === undefined || route.kind !== 'command' || !isAskable(name)) return undefined;
    const could = couldActAs({ code: refusal.code, facts: refusal.facts, detail: '' }, others);
    if (could.length === 0) return undefined;
    const { occurredOn } = request.query as { readonly occurredOn?: string };
    const command = { name, params: params as object, body, occurredOn, supposing: new Supposed(false) };
    const language = languageOf(headerOf(request, 'accept-language'));
    const ask = this.dispatch.asking(command, { session, onBehalfOf: request.onBehalfOf ?? null, language, id });
    const staff = await this.staff.on(romeDayOf(this.clock.now()));
    const through: string[] = [];
    for (const capacity of could.flatMap((office) => lentTo(session, office, staff, route.action))) {
      const { office, roles, onBehalfOf } = capacity;
      const other = { ...session, office, roles };
      if (!(await this.permitted.allows(other, route.action, { params }))) continue;
      if ((await ask({ session: other, onBehalfOf })) === null) through.push(office);
    }
    return through;
  }

  /** How far the evaluation of a person has come is told to those who see them all. */
  private async mayHear(name: RouteName, params: unknown, session: SignedIn): Promise<boolean> {
    const { approvalId } = (params ?? {}) as { readonly approvalId?: unknown };
    const isOfPerson = routes[name].action.startsWith('evaluation.') || String(approvalId).startsWith('evaluation~');
    if (!isOfPerson) return true;
    const staff = await this.staff.on(romeDayOf(this.clock.now()));
    const { sees, conducts } = onlookerOf({ by: session, session }, this.workflow.definition, staff);
    return sees === 'all' || conducts;
  }

  private async hear(command: Dispatched, sender: Sender, all: readonly Account[]): Promise<readonly Heard[]> {
    const { action } = routes[command.name];
    const staff = await this.staff.on(romeDayOf(this.clock.now()));
    const heard: Heard[] = [];
    const ask = this.dispatch.asking(command, sender);
    const { session } = sender;
    for (const [place, account] of all.entries()) {
      if (place % BETWEEN_OTHERS === BETWEEN_OTHERS - 1) await setImmediate(); // others are served meanwhile
      for (const capacity of capacitiesOf(account, session, staff, action)) {
        const other = asOf(session, account, capacity);
        const isAllowed = await this.permitted.allows(other, action, command);
        const refusal = isAllowed ? await ask({ session: other, onBehalfOf: capacity.onBehalfOf }) : DENIED;
        heard.push({ ...capacity, account, status: refusal === null ? 200 : problems[refusal.code].status });
      }
    }
    return heard;
  }
}

const DENIED = { code: 'permission/denied' } as const;

/** A route that reads a document first says itself what would follow. */
function isAskable(name: RouteName): boolean {
  const { query, body }: Route = routes[name];
  return query?.shape['dryRun'] === undefined && (body === undefined || !isRaw(body));
}

/** As their usual office, and as each other that they may act as today. */
function capacitiesOf(account: Account, session: Sender['session'], staff: Staff, action: string): readonly Capacity[] {
  const other = asOf(session, account, account);
  const usual = usualOf(other, account, staff, action);
  if (action === AS_ONESELF) return [usual];
  const more = officesToday(staff, account.id).all.filter((one) => one.office !== usual.office);
  return [usual, ...more.flatMap((one) => lentTo(other, one.office, staff, action))];
}

const usually = new WeakMap<Account, { readonly staff: Staff; readonly capacity: Capacity }>();

/** Whatever it is about, so each is looked for once for several commands. */
function usualOf(other: SignedIn, account: Account, staff: Staff, action: string): Capacity {
  const known = usually.get(account);
  if (known?.staff === staff) return known.capacity;
  const capacity = capacityOf(other, null, staff, action);
  usually.set(account, { staff, capacity });
  return capacity;
}

function asOf(
  session: SignedIn,
  { id, user, name }: Account,
  { office, roles }: Pick<Capacity, 'office' | 'roles'>,
): SignedIn {
  return { ...session, id, user, name, office, roles };
}

function isEmpty({ roles, offices }: ThoseWhoCould): boolean {
  return roles.length === 0 && offices.length === 0;
}

function shown({ account: { id, name }, office, onBehalfOf }: Heard): Person {
  return { person: id, name, office, onBehalfOf };
}
