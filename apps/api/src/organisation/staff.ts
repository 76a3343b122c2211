import { ownOfficeOf, type Auth } from '#auth';
import { staffOn, streamName, type LocalDate, type OwnOffice, type Staff, type WorkflowDefinition } from '#domain';
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
  /** Where time is simulated, accounts were made before it began. */
  readonly simulated: boolean;
}

/** How long accounts are believed without asking: another process may have changed them. */
const FRESH_MS = 5000;
const RECONNECT_MS = 200;

/** Opens the register and follows the log, in case another process writes. */
export function openStaff({ auth, engine, store, body, definition, simulated }: Sources): StaffRegister {
  const organisation = kept(async () => (await engine.load('organisation', OFFICES))?.state ?? null);
  const accounts = kept(async () => (await auth.accounts()).map((account) => ownOfficeOf(account, simulated)));
  let last: { readonly staff: Staff; readonly of: readonly unknown[] } | undefined;
  const over = new AbortController();
  const following = followed(store, streamName('organisation', body, OFFICES), organisation.forget, over.signal);
  return {
    async on(day) {
      const [asked, owned] = [organisation.value(), accounts.value(FRESH_MS)];
      const [told, own] = [await asked, await owned];
      const defined = definition();
      const of = [told, own, defined, day];
      if (last?.of.every((one, index) => one === of[index])) return last.staff;
      const { offices } = defined;
      const known = { organisation: told ?? NOTHING, accounts: own, offices, payerInstead: payerIn(defined) };
      const staff = staffOn(known, day);
      last = { staff, of };
      return staff;
    },
    accounts: () => accounts.value(FRESH_MS),
    organisationChanged: organisation.forget,
    accountsChanged: accounts.forget,
    async close() {
      over.abort();
      await following;
    },
  };
}

function payerIn({ objective }: WorkflowDefinition) {
  return (
    objective.transitions.find(({ verb, substitute }) => verb === 'liquidate' && substitute != null)?.substitute ??
    undefined
  );
}

const NOTHING = { tenures: new Map(), delegations: new Map() };

/** A value that is read when it is asked for the first time, after it was forgotten, and behind the scenes when it is old. */
function kept<Value>(read: () => Promise<Value>) {
  let current: Promise<Value> | undefined;
  let readAt = 0;
  const start = (): Promise<Value> => {
    readAt = Date.now();
    const reading = read();
    // what could not be read is asked for again
    reading.catch(() => {
      if (current === reading) current = undefined;
    });
    return reading;
  };
  return {
    value(freshMs = Infinity): Promise<Value> {
      if (current === undefined) return (current = start());
      if (Date.now() - readAt > freshMs) {
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
