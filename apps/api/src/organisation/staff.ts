import { ownOfficesOf, type Auth } from '#auth';
import {
  judgingStill,
  staffOn,
  streamName,
  type Answering,
  type LocalDate,
  type OfficeDefinition,
  type OwnOffice,
  type Staff,
  type WorkflowDefinition,
} from '#domain';
import type { Engine } from '#engine';
import type { EventStore } from '#event-store';

/** Of the one stream in which a body says who holds which office. */
export const OFFICES = 'offices';

/** Who holds what, at hand for every command. */
export interface StaffRegister {
  /** Reads nothing while nothing has changed. */
  on(day: LocalDate): Promise<Staff>;
  /** The offices that accounts alone give. */
  accounts(): Promise<readonly OwnOffice[]>;
  /** The offices of the workflow in force, and as what each evaluates still, as whoever is appointed is asked about them; read anew. */
  officesAsked(): Promise<readonly OfficeDefinition[]>;
  /** Something was written: the next question reads it. */
  organisationChanged(): void;
  accountsChanged(): void;
  close(): Promise<void>;
}

interface Sources {
  readonly auth: Pick<Auth, 'accounts'>;
  readonly engine: Engine;
  readonly store: EventStore;
  readonly body: string;
  /** Of the workflow in force. */
  readonly definition: () => WorkflowDefinition;
  /** By which an office evaluates that does not by the one in force, and that something under way follows. */
  readonly stillEvaluating: (offices: readonly OfficeDefinition[]) => Promise<readonly string[]>;
  /** Whose premium depends on objectives by the plans of today; where that cannot be read: as it was last, or every office's. */
  readonly answering: () => Promise<Answering>;
  /** Where time is simulated, accounts of earlier releases were made before it began. */
  readonly simulated: boolean;
}

/** How long accounts are believed without asking: another process may have changed them. */
const FRESH_MS = 5000;
const RECONNECT_MS = 200;
/** What takes long to read is believed for longer: for this many times as long as it took. */
const WORTH = 20;

/** Opens the register and follows the log, in case another process writes. */
export function openStaff(sources: Sources): StaffRegister {
  const { auth, engine, store, body, definition, stillEvaluating, answering, simulated } = sources;
  const organisation = kept(async () => (await engine.load('organisation', OFFICES))?.state ?? null);
  const accounts = kept(async () => (await auth.accounts()).flatMap((account) => ownOfficesOf(account, simulated)));
  const paid = kept(answering);
  let judging = judgingBeside(definition(), stillEvaluating);
  let last: { readonly staff: Staff; readonly of: readonly unknown[] } | undefined;
  const over = new AbortController();
  const following = followed(store, streamName('organisation', body, OFFICES), organisation.forget, over.signal);
  return {
    async on(day) {
      const defined = definition();
      if (judging.by !== defined) judging = judgingBeside(defined, stillEvaluating);
      const read = [
        organisation.value(),
        accounts.value(FRESH_MS),
        judging.offices.value(FRESH_MS),
        paid.value(FRESH_MS),
      ] as const;
      const of = [...read, defined, day];
      if (last?.of.every((one, index) => one === of[index])) return last.staff;
      const [told, own, beside, owed] = await Promise.all([
        read[0],
        read[1],
        read[2],
        read[3].catch(() => 'unread' as const),
      ]);
      const { offices } = defined;
      const known = {
        organisation: told ?? NOTHING,
        accounts: own,
        offices,
        stillEvaluating: beside,
        answering: owed,
        payerInstead: payerIn(defined),
        payers: payersIn(defined),
      };
      const staff = staffOn(known, day);
      last = { staff, of };
      return staff;
    },
    accounts: () => accounts.value(FRESH_MS),
    async officesAsked() {
      const { offices } = definition();
      return judgingStill(offices, await stillEvaluating(offices));
    },
    organisationChanged: organisation.forget,
    accountsChanged: accounts.forget,
    async close() {
      over.abort();
      await following;
    },
  };
}

/** Of one version in force. */
function judgingBeside(by: WorkflowDefinition, read: Sources['stillEvaluating']) {
  return { by, offices: kept(() => read(by.offices)) };
}

function payerIn({ objective }: WorkflowDefinition) {
  return (
    objective.transitions.find(({ verb, substitute }) => verb === 'liquidate' && substitute != null)?.substitute ??
    undefined
  );
}

/** Whom it names to liquidate. */
function payersIn({ objective }: WorkflowDefinition) {
  return objective.transitions.filter(({ verb }) => verb === 'liquidate').flatMap(({ who }) => who);
}

const NOTHING = { tenures: new Map(), delegations: new Map() };

/** A value that is read when it is asked for the first time, after it was forgotten, and behind the scenes when it is old. */
function kept<Value>(read: () => Promise<Value>) {
  let current: Promise<Value> | undefined;
  let readAt = 0;
  let took = 0;
  const start = (): Promise<Value> => {
    readAt = Date.now();
    const reading = read();
    const end = () => (took = Date.now() - readAt);
    reading.then(end, end);
    // what could not be read is asked for again
    reading.catch(() => {
      if (current === reading) current = undefined;
    });
    return reading;
  };
  return {
    value(freshMs = Infinity): Promise<Value> {
      if (current === undefined) return (current = start());
      if (Date.now() - readAt > Math.max(freshMs, took * WORTH)) {
        const before = current;
        const next = start();
        next.then(
          () => {
            if (current === before) current = next;
          },
          () => undefined,
        );
      }
      return current;
    },
    forget: () => {
      current = undefined;
    },
  };
}

/** Forgets what was read whenever the stream grows, also after the log was away. */
async function followed(store: EventStore, stream: string, forget: () => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const item of store.follow({ prefixes: [stream], signal })) if (item.kind === 'event') forget();
    } catch {
      forget();
      await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS).unref());
    }
  }
}
