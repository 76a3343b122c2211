import { ownOffices } from '#auth';
import { romeDayOf, staffOn, type Instant, type Staff, type WorkflowRef } from '#domain';
import type { Engine } from '#engine';

/** Of the one stream in which a body says who holds which office. */
const OFFICES = 'offices';

const NOTHING = { tenures: new Map(), delegations: new Map() };

interface Sources {
  readonly engine: Engine;
  /** Where accounts are kept. */
  readonly accounts: Parameters<typeof ownOffices>[0];
  /** Where time is simulated, accounts were made before it began. */
  readonly simulated: boolean;
}

/** Who holds what, read anew each time: alarms of approvals are rare. */
export function staffOfDay({ engine, accounts, simulated }: Sources) {
  return async (at: Instant, workflow: WorkflowRef | null): Promise<Staff> => {
    const [organisation, own, published] = await Promise.all([
      engine.load('organisation', OFFICES),
      ownOffices(accounts, simulated),
      workflow === null ? null : engine.load('workflow', workflow.id),
    ]);
    const offices = published?.state.versions.at(-1)?.offices ?? [];
    return staffOn({ organisation: organisation?.state ?? NOTHING, accounts: own, offices }, romeDayOf(at));
  };
}
