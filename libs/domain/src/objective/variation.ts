import { romeDayOf } from '../calendar/rome.js';
import { Refused } from '../refused.js';
import type { LocalDate } from '../values.js';
import type { PlannedObjective, PlannedShare } from '../plan/document.js';
import { checkObjective } from '../plan/check-objective.js';
import { factsOf } from '../variation/varied.js';
import type { ObjectiveEvent } from './messages.js';
import { liftedBy, missedBefore, shiftedSince } from './miss-lifted.js';
import { dueAsShifted } from './rested-days.js';
import { isOwedFrom } from './series-bound.js';
import { stillCounted } from './still-counted.js';
import type { ObjectiveVaried, VaryObjective } from './variation-messages.js';
import type { DeadlineStanding, ObjectiveState, ShareState } from './state.js';

/**
 * What a variation of the plan changed of an objective. The plan has decided it; here it only has to fit. What comes after a
 * later version of the plan changes nothing: that one has brought it. What was missed since the act that decided it is lifted.
 *
 * @throws Refused `objective/share-missing`, or what an objective is refused for
 */
export function vary(
  { variationId, objective, version, act, at }: VaryObjective,
  state: ObjectiveState,
): readonly ObjectiveEvent[] {
  const { objective: before, horizon } = state;
  if (before === null || horizon === null || before.id !== objective.id) throw new Refused('objective/not-defined');
  if (version !== undefined && version < (state.version ?? 0)) return [];
  checkObjective(objective);
  const lost = before.shares.find(({ id }) => !objective.shares.some((share) => share.id === id));
  if (lost !== undefined) throw new Refused('objective/unknown-share', { share: lost.id });
  const changed = objective.shares.map(({ id }) => id).filter((id) => factsOf(id, before) !== factsOf(id, objective));
  if (changed.length === 0) return [];
  const shareIds = changed.filter((id) => !isRemoved(id, state));
  // what fell due since the act binds a share that is new, too: recorded at once, it would have
  const from = act?.date ?? romeDayOf(at);
  const told = { variationId, objective, horizon, shareIds, act, from };
  const concerned = state.shares.filter(({ shareId }) => shareIds.includes(shareId));
  const undone = { variationId, act, objective };
  const shifted = shiftedSince(undone, concerned);
  const series = concerned.flatMap(({ shareId, seriesFrom }) =>
    seriesFrom === undefined ? [] : [[shareId, seriesFrom]],
  );
  return [
    ...missedBefore(undone, concerned, at),
    {
      type: 'objective.varied.v1',
      data: Object.assign(
        told,
        version !== undefined && { version },
        shifted.length > 0 && { shifted },
        series.length > 0 && { seriesFrom: Object.fromEntries(series) },
      ),
    },
    ...liftedBy(undone, concerned, at),
  ];
}

/** Nothing binds a removed share any more, nor is its office asked to take note. */
function isRemoved(id: string, { shares }: ObjectiveState): boolean {
  return shares.some(({ shareId, removal }) => shareId === id && removal !== null);
}

/**
 * What was answered or missed stays so, unless its miss is lifted; what is still open follows the plan.
 *
 * @param begun  a share as it would begin under a plan
 */
export function varied(
  state: ObjectiveState,
  { objective, shareIds, act, from, version, shifted }: ObjectiveVaried['data'],
  begun: (share: PlannedShare, objective: PlannedObjective) => ShareState,
): ObjectiveState {
  const fixedOn = act?.date ?? from;
  return {
    ...state,
    objective,
    ...(version !== undefined && { version }),
    shares: objective.shares.map((planned) => {
      const fresh = begun(planned, objective);
      const before = state.shares.find(({ shareId }) => shareId === planned.id);
      if (before === undefined)
        return { ...fresh, stage: 'planned', deadlines: fresh.deadlines.filter(bindsFrom(from)) };
      if (!shareIds.includes(planned.id)) return before;
      const { weight, areaId, indicatorIds, findings } = fresh;
      const due = fresh.deadlines.filter(isOwedFrom(before.seriesFrom)).map(dueAsShifted(planned.id, shifted));
      const fixed = fixedOn === undefined ? due : due.map((standing) => ({ ...standing, fixedOn }));
      const counted = stillCounted(before.deadlines, planned.id, objective);
      const deadlines = standingsAfter(before.deadlines, [...fixed, ...counted]);
      return { ...before, weight, areaId, indicatorIds, findings, deadlines, acknowledged: false };
    }),
  };
}

/** Nobody is bound by what fell due before they had the share. */
export function bindsFrom(from: LocalDate | undefined) {
  return ({ dueOn }: { readonly dueOn: LocalDate }): boolean => from === undefined || dueOn >= from;
}

/** The instances after a variation: those of before that are settled, and of the others those that the plan has now. */
export function standingsAfter<
  Standing extends Pick<DeadlineStanding, 'deadlineId' | 'instance' | 'dueOn'> & { readonly status: string },
>(before: readonly Standing[], fresh: readonly Standing[]): readonly Standing[] {
  const isIn = (standing: Standing, among: readonly Standing[]) =>
    among.some(({ deadlineId, instance }) => deadlineId === standing.deadlineId && instance === standing.instance);
  const kept = before.filter((standing) => standing.status !== 'open' || isIn(standing, fresh));
  return [...kept, ...fresh.filter((standing) => !isIn(standing, before))].toSorted((a, b) =>
    a.dueOn === b.dueOn ? (a.deadlineId < b.deadlineId ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1,
  );
}
