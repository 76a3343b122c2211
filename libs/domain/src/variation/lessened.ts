import { parseHundredths } from '../decimal.js';
import type { ObjectiveStanding } from '../objective/transitions.js';
import type { PlanDocument, PlannedShare } from '../plan/document.js';
import type { Decimal, Instant, LocalDate } from '../values.js';
import { isMissed } from './movable.js';
import { sharesAt } from './shares-at.js';
import type { Varied } from './varied.js';

/** The plan as it is now, and objectives by their number in it. */
export interface Around {
  readonly document: PlanDocument;
  readonly objectives: Readonly<Record<string, ObjectiveStanding>>;
}

export interface MissedDeadline {
  readonly deadlineId: string;
  readonly deadlineText: string;
  readonly dueOn: LocalDate;
}

/** A share of a plan, and what it weighs afterwards. */
export interface Lessened {
  readonly objectiveId: string;
  readonly share: PlannedShare;
  readonly left: Decimal | null;
}

/** The shares that have less weight afterwards, and those that are removed. */
export function lessenedBy({ document: after, removed }: Varied, { objectives }: PlanDocument): readonly Lessened[] {
  const gone = new Set(removed.map(({ objectiveId }) => objectiveId));
  const weights = new Map(after.objectives.flatMap(({ shares }) => shares.map(({ id, weight }) => [id, weight])));
  return objectives.flatMap(({ id: objectiveId, shares }) =>
    shares.flatMap((share) => {
      const left = gone.has(objectiveId) ? share.weight && '0' : (weights.get(share.id) ?? null);
      return gone.has(objectiveId) || isLess(left, share.weight) ? [{ objectiveId, share, left }] : [];
    }),
  );
}

/** What a share has missed that is not lifted, whether an alarm has rung or not. */
export function missesOf(
  { objectiveId, share: { id } }: Pick<Lessened, 'objectiveId' | 'share'>,
  { document, objectives }: Around,
  at: Instant,
): readonly MissedDeadline[] {
  const deadlines = document.objectives.find((one) => one.id === objectiveId)?.deadlines ?? [];
  return sharesAt(objectives[objectiveId], at)
    .filter(({ shareId }) => shareId === id)
    .flatMap((share) => share.deadlines.filter((one) => isMissed(share, one, at)))
    .map(({ deadlineId, dueOn }) => {
      const deadlineText = deadlines.find((one) => one.id === deadlineId)?.text ?? '';
      return { deadlineId, deadlineText, dueOn };
    })
    .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
}

/** Of weights: what has money of its own is neither. */
export function isLess(left: Decimal | null, weight: Decimal | null): boolean {
  if (left === null || weight === null) return false;
  return parseHundredths(left, 'weight') < parseHundredths(weight, 'weight');
}
