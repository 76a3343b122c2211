import { formatHundredths, parseHundredths, sumHundredths } from '../../decimal.js';
import type { MonthDay } from '../../calendar/working-days.js';
import type { Deadline } from '../../deadline/deadline.js';
import type { Decimal, LocalDate } from '../../values.js';
import type { Label } from '../../workflow/label.js';
import type { Area, Indicator, PlanDocument, PlannedObjective, PlannedShare } from '../document.js';
import { weightByArea } from '../weights.js';

/** A plan as the rules look at it. */
export interface LookedAt {
  readonly document: PlanDocument;
  /** Each share with what hangs on it, in the order of the plan. */
  readonly shares: readonly ShareAt[];
  /** What the weights of each area add up to. */
  readonly weights: Readonly<Record<string, Decimal>>;
  /** The day of the act that approves it, or would be today; null: not known. */
  readonly approvedOn: LocalDate | null;
  readonly patronDay: MonthDay | null;
}

export interface ShareAt {
  readonly objective: PlannedObjective;
  readonly share: PlannedShare;
  readonly area: Area;
  readonly indicators: readonly Indicator[];
  readonly deadlines: readonly Deadline[];
}

export function sharesOf({ objectives, areas, removed = [] }: PlanDocument): readonly ShareAt[] {
  return objectives
    .filter(({ id }) => !removed.includes(id))
    .flatMap((objective) =>
      objective.shares.flatMap((share) => {
        const area = areas.find(({ id }) => id === share.areaId);
        if (area === undefined) return [];
        const own = ({ shareIds }: { readonly shareIds: readonly string[] }) => shareIds.includes(share.id);
        const { indicators, deadlines } = objective;
        return { objective, share, area, indicators: indicators.filter(own), deadlines: deadlines.filter(own) };
      }),
    );
}

export function looked(document: PlanDocument, options: Pick<LookedAt, 'approvedOn' | 'patronDay'>): LookedAt {
  return { document, shares: sharesOf(document), weights: weightByArea(document), ...options };
}

/** Letters alone: lower case without accents, one blank between words. */
export function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[’‘]/g, "'").replaceAll(/\s+/g, ' ');
}

/** The points of these shares together; null where none has a weight. */
export function pointsOf(shares: readonly Pick<PlannedShare, 'weight'>[]): Decimal | null {
  const weights = shares.flatMap(({ weight }) => (weight === null ? [] : [parseHundredths(weight, 'weight')]));
  return weights.length === 0 ? null : formatHundredths(sumHundredths(weights));
}

/** «10 punti su 60», "10 of 60 points"; of a share without weight nothing. */
export function ofPoints(points: Decimal | null, of: Decimal): Label {
  if (points === null) return { it: 'senza peso', en: 'without weight' };
  return { it: `${comma(points)} punti su ${comma(of)}`, en: `${points} of ${of} points` };
}

export function comma(decimal: Decimal): string {
  return decimal.replace('.', ',');
}

/** 31/07/2022 */
export function inDigits(date: LocalDate): string {
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** The first day that a deadline names, where it names one of its own: the plan's first or last day is nobody's. */
export function ownDay(deadline: Deadline, { year }: Pick<PlanDocument, 'year'>): LocalDate | null {
  switch (deadline.kind) {
    case 'fixed':
      return deadline.on;
    case 'as-of':
      return deadline.asOf;
    case 'start':
    case 'recurring':
      return deadline.from > `${year}-01-01` ? deadline.from : null;
    default:
      return null;
  }
}

/** In the order in which each key comes first. */
export function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
