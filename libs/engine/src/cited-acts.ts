import { act, actIdsOf, actKey, citedIn, Refused, requireDatedAs, streamName, type ActReference } from '#domain';
import type { EventStore } from '#event-store';
import type { Baselines } from './baselines.js';
import type { Issued } from './kinds.js';
import { refreshed } from './refreshed.js';
import type { Supposed } from './supposed.js';

/** Where the register of acts is. */
interface Register {
  readonly store: EventStore;
  readonly baselines: Baselines;
  readonly body: string;
}

/** What the system carries over was asked when it was decided. */
export function citesActs(command: Issued): boolean {
  return command.by.id !== 'system' && citedIn(command).length > 0;
}

/**
 * Whether the acts that a command cites have the dates that the register gives them; those that it does not have yet are as
 * they are cited.
 *
 * @param supposing  of a dry run among several: each act is read once for all of them
 * @returns why not; null: they have
 */
export async function misdated(register: Register, command: Issued, supposing?: Supposed): Promise<Refused | null> {
  for (const cited of citedIn(command)) {
    const registered = await registeredOf(register, cited, supposing);
    try {
      if (registered !== null) requireDatedAs(registered.date, cited);
    } catch (error) {
      if (error instanceof Refused) return error;
      throw error;
    }
  }
  return null;
}

/** As it is called today, or in a log from before acronyms were one however they are written. */
async function registeredOf(register: Register, cited: ActReference, supposing?: Supposed) {
  for (const id of actIdsOf(actKey(cited).id)) {
    const stream = streamName('act', register.body, id);
    const look = () => refreshed({ ...register, decider: act, stream });
    const { state } = await (supposing?.read(stream, look) ?? look());
    if (state.act !== null) return state.act;
  }
  return null;
}
