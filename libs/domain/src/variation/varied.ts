import { isSameAct } from '../acts/act-key.js';
import { checkDocument } from '../plan/check-document.js';
import { checkObjective } from '../plan/check-objective.js';
import type { PlanDocument, PlannedObjective, PlannedShare } from '../plan/document.js';
import { redistributed } from '../plan/redistribute.js';
import type { Deadline } from '../deadline/deadline.js';
import { dueLater, withDueDays } from '../deadline/due-day.js';
import { formatHundredths, parseHundredths, POSITIVE } from '../decimal.js';
import { Refused } from '../refused.js';
import { requireText } from '../text.js';
import { requireDate } from '../calendar/civil.js';
import type { LocalDate } from '../values.js';
import type { PlanChange, PlanChangeOf } from './changes.js';
import { indicatorTold } from './indicator-told.js';

/** What a plan becomes by a variation. */
export interface Varied {
  readonly document: PlanDocument;
  /** Every objective that is new or other than before, whole. */
  readonly objectives: readonly PlannedObjective[];
  /** Removed by this variation. */
  readonly removed: readonly PlanChangeOf<'remove-objective'>[];
}

/**
 * The plan with the changes, one after the other. What is removed stays in it, marked; its weight goes where was asked.
 *
 * @param settled  ids of shares that bear no weight of others any more
 * @throws Refused `variation/unknown-objective`, `objective/unknown-share`, `objective/unknown-indicator`,
 *   `objective/unknown-deadline`, `variation/objective-removed`, `variation/share-removed`, `variation/weight-exhausted`,
 *   `variation/share-without-weight`, `variation/no-points-given`, `variation/number-taken`,
 *   `variation/nobody-bears-weight`, `variation/nothing-changed`, `plan/weights-over-ceiling`, or what a document is refused for
 */
export function variedBy(
  changes: readonly PlanChange[],
  before: PlanDocument,
  settled: ReadonlySet<string> = new Set(),
): Varied {
  const document = changes.reduce((plan, change) => changed(plan, change, settled), before);
  const objectives = document.objectives.filter((objective) => !isSame(objective, before));
  const removed = changes.filter((change) => change.kind === 'remove-objective');
  if (objectives.length === 0 && removed.length === 0) throw new Refused('variation/nothing-changed');
  requireWeighed(changes, document);
  checkDocument(document);
  return { document, objectives, removed };
}

/** The shares that a variation concerns, by objective: those whose own facts are others, and all that are new or removed. */
export function touchedBy(
  { objectives, removed }: Pick<Varied, 'objectives' | 'removed'>,
  before: PlanDocument,
): ReadonlyMap<string, readonly PlannedShare[]> {
  const touched = new Map<string, readonly PlannedShare[]>();
  for (const objective of objectives) {
    const old = before.objectives.find(({ id }) => id === objective.id);
    touched.set(
      objective.id,
      objective.shares.filter(({ id }) => old === undefined || factsOf(id, old) !== factsOf(id, objective)),
    );
  }
  for (const { objectiveId } of removed) {
    touched.set(objectiveId, before.objectives.find(({ id }) => id === objectiveId)?.shares ?? []);
  }
  return touched;
}

/** The plan before and after each change, those before it done. */
export function stagesOf(
  changes: readonly PlanChange[],
  document: PlanDocument,
  settled: ReadonlySet<string> = new Set(),
): readonly Stage[] {
  let plan = document;
  return changes.map((change) => {
    const before = plan;
    plan = changed(plan, change, settled);
    return { change, before, after: plan };
  });
}

export interface Stage {
  readonly change: PlanChange;
  readonly before: PlanDocument;
  readonly after: PlanDocument;
}

/** The shares that one change concerns by itself. */
export function touchedAt({ change, before, after }: Stage): ReadonlyMap<string, readonly PlannedShare[]> {
  const objectives = after.objectives.filter((objective) => !isSame(objective, before));
  return touchedBy({ objectives, removed: change.kind === 'remove-objective' ? [change] : [] }, before);
}

/**
 * What each change finds as those before it leave the plan, as text: the day, the words, the weights of who gives and of who
 * takes (`40; 20`); null where there was nothing.
 *
 * @throws Refused as `variedBy`
 */
export function foundBy(
  changes: readonly PlanChange[],
  document: PlanDocument,
  settled: ReadonlySet<string> = new Set(),
): readonly (string | null)[] {
  let plan = document;
  return changes.map((change, index) => {
    const previous = changes[index - 1];
    if (previous !== undefined) plan = changed(plan, previous, settled);
    return foundIn(plan, change);
  });
}

function foundIn({ objectives }: PlanDocument, change: PlanChange): string | null {
  const objective = 'objectiveId' in change ? objectives.find(({ id }) => id === change.objectiveId) : undefined;
  switch (change.kind) {
    case 'move-deadline':
      return dayOf(objective?.deadlines.find(({ id }) => id === change.deadlineId));
    case 'change-indicator': {
      const indicator = objective?.indicators.find(({ id }) => id === change.indicatorId);
      return indicator === undefined ? null : indicatorTold(indicator);
    }
    case 'move-weight': {
      const weights = [change.from, change.to].map((share) => {
        const found = objectives.flatMap(({ shares }) => shares).find(({ id }) => id === share);
        return found?.weight ?? null;
      });
      return weights.includes(null) ? null : weights.join('; ');
    }
    default:
      return null;
  }
}

/** The day of a deadline, of a series its last one; null where it has none. */
export function dayOf(deadline: Deadline | undefined): LocalDate | null {
  switch (deadline?.kind) {
    case 'fixed':
    case 'horizon':
      return deadline.on;
    case 'as-of':
      return deadline.dueOn ?? deadline.asOf;
    case 'start':
      return deadline.until ?? deadline.from;
    case 'recurring':
      return deadline.until;
    default:
      return null;
  }
}

/** All that a share is told by the plan, to compare. */
export function factsOf(shareId: string, { title, shares, indicators, deadlines }: PlannedObjective): string {
  const own = ({ shareIds }: { readonly shareIds: readonly string[] }) => shareIds.includes(shareId);
  const share = shares.find(({ id }) => id === shareId);
  const measured = indicators.filter(own).map(({ id, text, target }) => [id, text, target]);
  const due = deadlines.filter(own).map((deadline) => ({ ...deadline, shareIds: [] }));
  return JSON.stringify([title, share, measured, due]);
}

function isSame(objective: PlannedObjective, { objectives }: PlanDocument): boolean {
  const old = objectives.find(({ id }) => id === objective.id);
  return old === objective || JSON.stringify(old) === JSON.stringify(objective);
}

function changed(document: PlanDocument, change: PlanChange, settled: ReadonlySet<string>): PlanDocument {
  switch (change.kind) {
    case 'move-deadline':
      return withObjective(document, change.objectiveId, (objective) => withDeadline(objective, change, document));
    case 'change-indicator':
      return withObjective(document, change.objectiveId, (objective) => withIndicator(objective, change, document));
    case 'move-weight':
      return weightMoved(document, change);
    case 'add-share':
      return withObjective(document, change.objectiveId, (objective) => withShare(objective, change));
    case 'add-objective':
      if (document.objectives.some(({ id }) => id === change.objective.id))
        throw new Refused('variation/number-taken', { number: change.objective.id });
      checkObjective(unweighed(change.objective));
      return { ...document, objectives: [...document.objectives, withDueDays(change.objective)] };
    case 'remove-objective': {
      requireText(change.note, 'note');
      const { id, shares } = objectiveIn(document, change.objectiveId);
      const without = { ...document, removed: [...(document.removed ?? []), id] };
      if (change.weight === 'neutralise') return without;
      // what of it was removed before has been borne by then
      const bearing = shares.filter((share) => document.removedShares?.includes(share.id) !== true);
      return redistributed(
        without,
        bearing.map((share) => share.id),
        settled,
      );
    }
  }
}

function withDeadline(
  objective: PlannedObjective,
  { deadlineId, to }: PlanChangeOf<'move-deadline'>,
  document: PlanDocument,
): PlannedObjective {
  requireDate(to, 'to');
  const found = objective.deadlines.find(({ id }) => id === deadlineId);
  if (found === undefined) throw new Refused('objective/unknown-deadline', { deadline: deadlineId });
  requireOfSomebody(found, document);
  const deadlines = objective.deadlines.map((deadline) =>
    deadline.id === deadlineId ? moved(deadline, to) : deadline,
  );
  return { ...objective, deadlines };
}

function moved(deadline: Deadline, to: LocalDate): Deadline {
  const { id, shareIds, text } = deadline;
  switch (deadline.kind) {
    case 'as-of':
      return dueLater(deadline, to);
    case 'start':
      return deadline.until === null ? { ...deadline, from: to } : { ...deadline, until: to };
    case 'recurring':
      return { ...deadline, until: to };
    default:
      return { id, shareIds, text, kind: 'fixed', on: to };
  }
}

function withIndicator(
  objective: PlannedObjective,
  change: PlanChangeOf<'change-indicator'>,
  document: PlanDocument,
): PlannedObjective {
  const { indicatorId, text, target, acts = [] } = change;
  requireText(text, 'text');
  const found = objective.indicators.find(({ id }) => id === indicatorId);
  if (found === undefined) throw new Refused('objective/unknown-indicator', { indicator: indicatorId });
  requireOfSomebody(found, document);
  const indicators = objective.indicators.map((indicator) =>
    indicator.id === indicatorId ? { ...indicator, text, target } : indicator,
  );
  const cited = acts.filter((act) => !objective.acts.some((known) => isSameAct(known, act)));
  return { ...objective, indicators, acts: [...objective.acts, ...cited] };
}

function withShare(objective: PlannedObjective, change: PlanChangeOf<'add-share'>): PlannedObjective {
  const { share, indicatorIds, deadlineIds } = change;
  const id = freeId(`${objective.id}-${share.areaId}`, objective);
  const joined = <Item extends { readonly id: string; readonly shareIds: readonly string[] }>(
    items: readonly Item[],
    ids: readonly string[],
    code: 'objective/unknown-indicator' | 'objective/unknown-deadline',
  ): readonly Item[] => {
    const unknown = ids.find((wanted) => !items.some((item) => item.id === wanted));
    if (unknown !== undefined) {
      throw new Refused(code, code === 'objective/unknown-indicator' ? { indicator: unknown } : { deadline: unknown });
    }
    return items.map((item) => (ids.includes(item.id) ? { ...item, shareIds: [...item.shareIds, id] } : item));
  };
  return {
    ...objective,
    shares: [...objective.shares, { id, ...share, source: objective.source }],
    indicators: joined(objective.indicators, indicatorIds, 'objective/unknown-indicator'),
    deadlines: joined(objective.deadlines, deadlineIds, 'objective/unknown-deadline'),
  };
}

function freeId(base: string, { shares }: PlannedObjective): string {
  const taken = new Set(shares.map(({ id }) => id));
  let id = base;
  for (let next = 2; taken.has(id); next += 1) id = `${base}-${next}`;
  return id;
}

function weightMoved(document: PlanDocument, { from, to, points }: PlanChangeOf<'move-weight'>): PlanDocument {
  const moving = parseHundredths(points, 'changes.points', POSITIVE);
  const [giver, taker] = [weightOf(document, from), weightOf(document, to)];
  if (from === to) throw new Refused('variation/nothing-changed');
  // A share never weighs nothing: who gives up its last point is removed.
  if (giver <= moving)
    throw new Refused('variation/weight-exhausted', { share: from, weight: formatHundredths(giver) });
  const weights = new Map([
    [from, formatHundredths(giver - moving)],
    [to, formatHundredths(taker + moving)],
  ]);
  const reweighed = (share: PlannedShare) => ({ ...share, weight: weights.get(share.id) ?? share.weight });
  return {
    ...document,
    objectives: document.objectives.map((objective) =>
      objective.shares.some(({ id }) => weights.has(id))
        ? { ...objective, shares: objective.shares.map(reweighed) }
        : objective,
    ),
  };
}

function weightOf(document: PlanDocument, shareId: string): bigint {
  const objective = document.objectives.find(({ shares }) => shares.some(({ id }) => id === shareId));
  if (objective === undefined) throw new Refused('objective/unknown-share', { share: shareId });
  objectiveIn(document, objective.id);
  requireOfSomebody({ shareIds: [shareId] }, document);
  const weight = objective.shares.find(({ id }) => id === shareId)?.weight ?? null;
  if (weight === null) throw new Refused('variation/share-without-weight', { share: shareId });
  return parseHundredths(weight, 'weight');
}

function withObjective(
  document: PlanDocument,
  objectiveId: string,
  change: (objective: PlannedObjective) => PlannedObjective,
): PlanDocument {
  const before = objectiveIn(document, objectiveId);
  const after = change(before);
  return { ...document, objectives: document.objectives.map((one) => (one === before ? after : one)) };
}

/** What concerns removed shares alone is history: it binds and measures nobody. */
function requireOfSomebody({ shareIds }: { readonly shareIds: readonly string[] }, document: PlanDocument): void {
  const [share] = shareIds;
  if (share !== undefined && areRemoved(shareIds, document)) throw new Refused('variation/share-removed', { share });
}

function objectiveIn(document: PlanDocument, objectiveId: string): PlannedObjective {
  const { objectives, removed = [] } = document;
  const objective = objectives.find(({ id }) => id === objectiveId);
  if (objective === undefined) throw new Refused('variation/unknown-objective', { objective: objectiveId });
  const shares = objective.shares.map(({ id }) => id);
  // by a variation as a whole, or share by share, each by an act of its own
  const isRemoved = removed.includes(objectiveId) || (shares.length > 0 && areRemoved(shares, document));
  if (isRemoved) throw new Refused('variation/objective-removed', { objective: objectiveId });
  return objective;
}

function areRemoved(shareIds: readonly string[], { removedShares = [] }: PlanDocument): boolean {
  return shareIds.every((id) => removedShares.includes(id));
}

/** What comes without weight has been given some by another change. */
function requireWeighed(changes: readonly PlanChange[], { objectives }: PlanDocument): void {
  for (const change of changes) {
    if (change.kind !== 'add-objective') continue;
    const added = objectives.find(({ id }) => id === change.objective.id);
    const unweighed = added?.shares.find(({ weight }) => NOTHING.test(weight ?? ''));
    if (unweighed !== undefined) throw new Refused('variation/no-points-given', { share: unweighed.id });
  }
}

const NOTHING = /^0(\.0+)?$/;

/** A weight of nothing is given by what moves points to it in the same request, and looked at once all of it is done. */
function unweighed(objective: PlannedObjective): PlannedObjective {
  const shares = objective.shares.map((share) =>
    NOTHING.test(share.weight ?? '') ? { ...share, weight: null } : share,
  );
  return { ...objective, shares };
}
