import type { Deadline, Indicator, PlannedShare } from '#domain';
import { areaNamed, type KnownArea } from './areas.js';
import type { DeadlineWords, PlanTime } from './terms/read-term.js';
import type { DraftObjective } from './draft-plan.js';
import type { DraftShare } from './draft.js';
import { folded, sharedStems } from './text.js';

export interface BuildOptions {
  /** For each ambiguity the place of the chosen option. */
  readonly chosen: ReadonlyMap<string, number>;
  readonly areas: readonly KnownArea[];
  readonly time: PlanTime;
  /** Days after the day of an as-of report by which it is expected. */
  readonly asOfGraceDays: number;
}

/** A share under its name, with the row it was read from. */
export interface Placed {
  readonly row: number;
  readonly draft: DraftShare;
  readonly share: PlannedShare;
}

/** The deadlines of an objective: those its words name, and the plan's last day for shares without one that falls due. */
export function deadlinesOf(
  draft: DraftObjective,
  indicators: readonly Indicator[],
  placed: readonly Placed[],
  { time, areas, asOfGraceDays }: BuildOptions,
): Deadline[] {
  const found: Omit<Deadline, 'id'>[] = [];
  const withInstances = new Set<string>();
  draft.indicators.forEach(({ deadlines }, index) => {
    const { shareIds = [] } = indicators[index] ?? {};
    for (const { words, text } of deadlines) {
      const same = found.findIndex((other) => sameWords(other, words) && other.shareIds.join() === shareIds.join());
      if (same >= 0 && words.kind !== 'after' && words.kind !== 'relative') continue;
      found.push(
        deadline(words, { shareIds, text }, () => dependency(words, indicators, placed, index, areas), asOfGraceDays),
      );
      if (words.kind !== 'after' && words.kind !== 'relative') shareIds.forEach((id) => withInstances.add(id));
    }
  });
  const left = placed.map(({ share }) => share.id).filter((id) => !withInstances.has(id));
  if (left.length > 0) {
    const day = time.horizon.split('-').reverse().join('/');
    const text = /\d/.test(draft.horizonText) ? draft.horizonText : `Entro il ${day}`;
    found.push({ kind: 'horizon', on: time.horizon, shareIds: left, text } as Omit<Deadline, 'id'>);
  }
  return found.map((one, index) => ({ ...one, id: `d${index + 1}` }) as Deadline);
}

function sameWords(deadline: Omit<Deadline, 'id'>, words: DeadlineWords): boolean {
  const { shareIds: _shares, text: _text, ...rest } = deadline as Omit<Deadline, 'id'> & Record<string, unknown>;
  return Object.entries(words).every(([key, value]) => (rest as Record<string, unknown>)[key] === value);
}

function deadline(
  words: DeadlineWords,
  of: { readonly shareIds: readonly string[]; readonly text: string },
  dependsOn: () => string,
  graceDays: number,
): Omit<Deadline, 'id'> {
  if (words.kind === 'after') return { ...of, kind: 'after', dependsOn: dependsOn() } as Omit<Deadline, 'id'>;
  if (words.kind === 'as-of') return { ...of, graceDays, ...words } as Omit<Deadline, 'id'>;
  return { ...of, ...words } as Omit<Deadline, 'id'>;
}

/** The share whose work comes before, where the words lead to one; otherwise the words themselves. */
function dependency(
  words: DeadlineWords,
  indicators: readonly Indicator[],
  placed: readonly Placed[],
  index: number,
  areas: readonly KnownArea[],
): string {
  if (words.kind !== 'after') return '';
  const areaOf = (id: string) => placed.find(({ share }) => share.id === id)?.share.areaId ?? '';
  const own = new Set(indicators[index]?.shareIds);
  const ownAreas = new Set([...own].map(areaOf));
  const mentioned = areasMentioned(words.what, areas);
  const earlier = indicators
    .slice(0, index)
    .flatMap((indicator) =>
      indicator.shareIds.filter((id) => !own.has(id)).map((id) => ({ id, text: indicator.text, areaId: areaOf(id) })),
    );
  // Waiting for another area is what has to be seen; within one area only if no other comes before.
  const others = earlier.filter(({ areaId }) => !ownAreas.has(areaId));
  const candidates = (others.length > 0 ? others : earlier)
    .map(({ id, text, areaId }) => ({
      id,
      likeness: sharedStems(indicators[index]?.text ?? '', text) + (mentioned.includes(areaId) ? 2 : 0),
    }))
    .sort((a, b) => b.likeness - a.likeness);
  const [best, second] = candidates;
  if (best === undefined || best.likeness < 1) return words.what;
  return second !== undefined && second.likeness === best.likeness && second.id !== best.id ? words.what : best.id;
}

function areasMentioned(text: string, areas: readonly KnownArea[]): string[] {
  const plain = folded(text);
  return areas
    .filter(
      (area) =>
        area.forms.some((form) => plain.includes(folded(form))) ||
        sharedStems(area.name, text) > 0 ||
        areaNamed(text, [area]) !== null,
    )
    .map(({ id }) => id);
}
