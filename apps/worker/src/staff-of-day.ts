import { ownOffices } from '#auth';
import {
  romeDayOf,
  staffOn,
  type Answering,
  type Instant,
  type LocalDate,
  type OfficeDefinition,
  type Staff,
  type WorkflowRef,
} from '#domain';
import type { Engine } from '#engine';

/** Of the one stream in which a body says who holds which office. */
const OFFICES = 'offices';

const NOTHING = { tenures: new Map(), delegations: new Map() };

interface Sources {
  readonly engine: Engine;
  /** Where accounts are kept. */
  readonly accounts: Parameters<typeof ownOffices>[0];
  /** The offices that evaluate by a version that something under way follows, beside those of the one in force. */
  readonly stillEvaluating: (offices: readonly OfficeDefinition[]) => Promise<readonly string[]>;
  /** Whose premium depends on objectives: a time-out calls nobody on the other side. */
  readonly answering: (today: LocalDate) => Promise<Answering>;
  /** Where time is simulated, accounts of earlier releases were made before it began. */
  readonly simulated: boolean;
}

/** Who holds what, read anew each time: alarms of approvals are rare. */
export function staffOfDay({ engine, accounts, stillEvaluating, answering, simulated }: Sources) {
  return async (at: Instant, workflow: WorkflowRef | null): Promise<Staff> => {
    const today = romeDayOf(at);
    const [organisation, own, answered, published] = await Promise.all([
      engine.load('organisation', OFFICES),
      ownOffices(accounts, simulated),
      answering(today),
      workflow === null ? null : engine.load('workflow', workflow.id),
    ]);
    const offices = published?.state.versions.at(-1)?.offices ?? [];
    const known = { organisation: organisation?.state ?? NOTHING, accounts: own, answering: answered, offices };
    return staffOn({ ...known, stillEvaluating: await stillEvaluating(offices) }, today);
  };
}
