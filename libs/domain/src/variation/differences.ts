import type { Deadline } from '../deadline/deadline.js';
import type { PlanDocument, PlannedObjective, PlannedShare } from '../plan/document.js';
import { targetTold } from './indicator-told.js';
import { dayOf } from './varied.js';

/** One thing that a share is told otherwise than before. */
export interface Difference {
  /** As numbered in the plan. */
  readonly objectiveId: string;
  readonly title: string;
  readonly shareId: string;
  readonly areaId: string;
  readonly what: 'deadline' | 'indicator' | 'target' | 'weight' | 'added' | 'removed';
  /** What it is called in the plan: the words of the deadline or of the indicator; empty where it is the share itself. */
  readonly name: string;
  /** Null: there was none. */
  readonly before: string | null;
  /** Null: there is none any more. */
  readonly after: string | null;
}

/** What each share is told otherwise by a version of the plan than by the one before it, in the order of the plan. */
export function differencesOf(before: PlanDocument, after: PlanDocument): readonly Difference[] {
  return after.objectives.flatMap((objective) => {
    const old = before.objectives.find(({ id }) => id === objective.id);
    return objective.shares.flatMap((share) => ofShare(share, objective, old, before, after));
  });
}

function ofShare(
  share: PlannedShare,
  objective: PlannedObjective,
  old: PlannedObjective | undefined,
  before: PlanDocument,
  after: PlanDocument,
): readonly Difference[] {
  const of = { objectiveId: objective.id, title: objective.title, shareId: share.id, areaId: share.areaId };
  const was = old?.shares.find(({ id }) => id === share.id);
  if (was === undefined || old === undefined) {
    return [{ ...of, what: 'added', name: '', before: null, after: share.weight }];
  }
  if (isRemoved(share, objective, after)) {
    const news = !isRemoved(share, objective, before);
    return news ? [{ ...of, what: 'removed', name: '', before: was.weight, after: null }] : [];
  }
  const weight = was.weight === share.weight ? [] : [weighed(of, was, share)];
  return [...weight, ...deadlines(of, old, objective), ...indicators(of, old, objective)];
}

type Of = Pick<Difference, 'objectiveId' | 'title' | 'shareId' | 'areaId'>;

function weighed(of: Of, was: PlannedShare, share: PlannedShare): Difference {
  return { ...of, what: 'weight', name: '', before: was.weight, after: share.weight };
}

function deadlines(of: Of, old: PlannedObjective, objective: PlannedObjective): readonly Difference[] {
  return own(objective.deadlines, of.shareId).flatMap((deadline) => {
    const was = own(old.deadlines, of.shareId).find(({ id }) => id === deadline.id);
    const [before, after] = [was === undefined ? null : dayOf(was), dayOf(deadline)];
    return before === after ? [] : [{ ...of, what: 'deadline' as const, name: deadline.text, before, after }];
  });
}

function indicators(of: Of, old: PlannedObjective, objective: PlannedObjective): readonly Difference[] {
  return own(objective.indicators, of.shareId).flatMap((indicator): readonly Difference[] => {
    const was = own(old.indicators, of.shareId).find(({ id }) => id === indicator.id);
    const [before, after] = [targetTold(was?.target ?? null), targetTold(indicator.target)];
    return [
      ...(was?.text === indicator.text
        ? []
        : [{ ...of, what: 'indicator' as const, name: '', before: was?.text ?? null, after: indicator.text }]),
      ...(before === after ? [] : [{ ...of, what: 'target' as const, name: indicator.text, before, after }]),
    ];
  });
}

function own<Item extends Deadline | PlannedObjective['indicators'][number]>(items: readonly Item[], shareId: string) {
  return items.filter(({ shareIds }) => shareIds.includes(shareId));
}

function isRemoved(
  { id }: PlannedShare,
  objective: PlannedObjective,
  { removed, removedShares }: PlanDocument,
): boolean {
  return removed?.includes(objective.id) === true || removedShares?.includes(id) === true;
}
