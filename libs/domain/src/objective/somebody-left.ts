import { inItsWords } from '../approval/in-its-words.js';
import type { Parties } from '../organisation/staff.js';
import type { PlannedObjective } from '../plan/document.js';
import { Refused } from '../refused.js';
import { barredOffices, eligible } from '../separation/separation.js';
import { waysOut } from '../separation/ways-out.js';
import type { LocalDate } from '../values.js';
import type { ChainDefinition, StepDefinition } from '../workflow/chain-definition.js';
import { assign } from './assignment.js';
import { evolve } from './evolve.js';
import type { ObjectiveCommandOf } from './messages.js';
import { partiesOf, relationsOf } from './parties.js';
import { initial, type ObjectiveState, type ShareState } from './state.js';
import type { Judged, Judging, Watched } from './watched.js';

/** A step on a share that nobody may take, by who answers for it, had it or worked on it. */
export interface NobodyLeft {
  readonly chain: ChainDefinition;
  readonly facts: {
    readonly share: string;
    readonly step: string;
    readonly office: string;
    /** Who is barred from it. */
    readonly offices: string;
    /** The office of which another holder would do. */
    readonly who?: string;
  };
}

/**
 * Whoever hands a share to an office by which a step on it has nobody knows it, whatever had nobody before. The first assignment to
 * its area carries out what the plan has resolved: it is told, and stays free.
 *
 * @param after  the objective with the share in the hands of its new office
 * @throws Refused `objective/nobody-left`
 */
export function requireSomebodyLeft(
  shareId: string,
  { judging, knowingly = false }: Watched,
  before: ObjectiveState,
  after: ObjectiveState,
): void {
  if (judging === undefined || knowingly) return;
  const share = shareIn(after, shareId);
  const isFirst = shareIn(before, shareId)?.office === null;
  if (share === undefined || (isFirst && share.office === share.areaId)) return;
  const left = nobodyLeftOn(share, after, judging);
  if (left === null) return;
  inItsWords(left.chain, () => {
    throw new Refused('objective/nobody-left', left.facts);
  });
}

/** What an assignment leaves without anybody; null: nothing, or it is refused. */
export function nobodyLeftBy(
  command: ObjectiveCommandOf<'objective.assign'>,
  state: ObjectiveState,
): NobodyLeft | null {
  const { judging, shareId } = command;
  try {
    const after = assign(command, state).reduce(evolve, state);
    const share = shareIn(after, shareId);
    return judging === undefined || share === undefined ? null : nobodyLeftOn(share, after, judging);
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

/** Of an objective as a plan would have it, once each share is its area's: what nobody could judge from the start. */
export function nobodyLeftFrom(
  objective: PlannedObjective,
  horizon: LocalDate,
  judging: Judging,
): readonly NobodyLeft[] {
  const state = evolve(initial, { type: 'objective.defined.v1', data: { planId: '', objective, horizon } });
  return state.shares.flatMap((share) => nobodyLeftOn(share, state, judging) ?? []);
}

/** Of the shares that somebody has and nobody reported on yet: those that nobody could judge, as things stand. */
export function nobodyLeftNow(state: ObjectiveState, judging: Judging): readonly NobodyLeft[] {
  return state.shares
    .filter(({ office, rendicontazione, removal }) => office !== null && rendicontazione === null && removal === null)
    .flatMap((share) => nobodyLeftOn(share, state, judging) ?? []);
}

/** The first step of those that judge a share which nobody may take by its parties; whose nobody holds, waits for them. */
function nobodyLeftOn(share: ShareState, state: ObjectiveState, { chains, staff }: Judging): NobodyLeft | null {
  const parties = partiesOf(share, state, []);
  const relations = relationsOf(share, state);
  const isLeft = (step: StepDefinition, subject: Judged, of: Parties) =>
    eligible(step, of, staff, relations, subject) !== null;
  for (const subject of ['rendicontazione', 'justification'] as const) {
    const chain = chains[subject] ?? null;
    const step = chain?.steps.find((one) => !isLeft(one, subject, parties) && isLeft(one, subject, NOBODY));
    if (chain === null || step === undefined) continue;
    const asked = [step, parties, staff, relations] as const;
    const barred = barredOffices(...asked, subject).map(({ office }) => office);
    const { who } = waysOut(...asked, { subject, opens: true });
    return {
      chain,
      facts: {
        share: share.shareId,
        step: step.id,
        office: share.office ?? share.areaId,
        offices: [...new Set(barred)].join(', '),
        ...(who && { who }),
      },
    };
  }
  return null;
}

const NOBODY: Parties = { authors: [], offices: [], scored: [], beneficiaries: [] };

function shareIn({ shares }: ObjectiveState, shareId: string): ShareState | undefined {
  return shares.find((one) => one.shareId === shareId);
}
