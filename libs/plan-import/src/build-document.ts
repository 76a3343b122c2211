import type { Area, Deadline, Indicator, PlanDocument, PlannedObjective, PlannedShare } from '#domain';
import { formatHundredths } from '#domain';
import type { KnownArea } from './areas.js';
import { areaNamed } from './areas.js';
import type { Ceilings } from './ceilings.js';
import type { DeadlineWords, PlanTime } from './deadline-words.js';
import type { DraftShare } from './draft.js';
import type { DraftIndicator, DraftObjective } from './draft-plan.js';
import { folded, sharedStems } from './text.js';

export interface BuildOptions {
  /** For each ambiguity the place of the chosen option. */
  readonly chosen: ReadonlyMap<string, number>;
  readonly areas: readonly KnownArea[];
  readonly time: PlanTime;
  /** Days after the day of an as-of report by which it is expected. */
  readonly asOfGraceDays: number;
}

interface Placed {
  readonly row: number;
  readonly draft: DraftShare;
  readonly share: PlannedShare;
}

/** An objective under one reading of its ambiguities. */
export function buildObjective(draft: DraftObjective, options: BuildOptions): PlannedObjective {
  const { objective } = draft;
  const participants: string[] = [];
  const drafts = draft.rows.flatMap((row, index) => {
    participants.push(...row.participants);
    const shares = [...row.shares];
    for (const ambiguity of row.ambiguities) {
      const option = ambiguity.options[options.chosen.get(ambiguity.id) ?? 0];
      shares.push(...(option?.shares ?? []));
      participants.push(...(option?.participants ?? []));
    }
    // In the order of the lines of the cell, whatever was ambiguous about them.
    shares.sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
    return shares.map((share) => ({ row: index, draft: share }));
  });
  const placed = named(objective.id, drafts);
  const indicators = draft.indicators.map((indicator, index) => plannedIndicator(indicator, index, placed));
  return {
    id: objective.id,
    mission: objective.mission,
    strategicObjective: objective.strategic,
    number: objective.number,
    title: objective.title,
    shares: placed.map(({ share }) => share),
    indicators,
    deadlines: deadlinesOf(draft, indicators, placed, options),
    participants: [...new Set(participants)],
    acts: draft.acts,
    source: draft.source,
  };
}

/** The areas with all their names, in the order of the plan. */
export function planAreas(areas: readonly KnownArea[], ceilings: Ceilings): Area[] {
  return areas.map(({ id, name, kind, forms }) => {
    const ceiling = kind === 'segretario' ? ceilings.segretario : ceilings.area;
    const others = forms.filter((form) => form !== name);
    return {
      id,
      name,
      aliases: [...new Set(others)],
      kind,
      ceiling: ceiling === null ? null : formatHundredths(ceiling),
    };
  });
}

/** What the weights of each area add up to, by the area's name. */
export function weightByAreaName(
  { areas, objectives }: Pick<PlanDocument, 'areas' | 'objectives'>,
  weightById: Readonly<Record<string, string>>,
): Record<string, string> {
  const used = new Set(objectives.flatMap(({ shares }) => shares.map(({ areaId }) => areaId)));
  return Object.fromEntries(
    areas.filter(({ id }) => used.has(id)).map(({ id, name }) => [name, weightById[id] ?? '0']),
  );
}

function named(objectiveId: string, drafts: readonly { readonly row: number; readonly draft: DraftShare }[]): Placed[] {
  const counts = new Map<string, number>();
  const total = (areaId: string) => drafts.filter(({ draft }) => draft.areaId === areaId).length;
  return drafts.map(({ row, draft }) => {
    const count = (counts.get(draft.areaId) ?? 0) + 1;
    counts.set(draft.areaId, count);
    const id = `${objectiveId}-${draft.areaId}${total(draft.areaId) > 1 ? `-${count}` : ''}`;
    const weight = draft.weight === null ? null : formatHundredths(draft.weight);
    return {
      row,
      draft,
      share: { id, areaId: draft.areaId, unit: draft.unit, weight, funding: draft.funding, source: draft.source },
    };
  });
}

function plannedIndicator(
  { text, target, of, source }: DraftIndicator,
  index: number,
  placed: readonly Placed[],
): Indicator {
  const own = placed.filter(({ row, draft }) =>
    of.some(
      (place) => place.row === row && (place.place === null || draft.place === null || place.place === draft.place),
    ),
  );
  const ofRow = placed.filter(({ row }) => of.some((place) => place.row === row));
  const above = placed.filter(({ row }) => of.some((place) => row < place.row)).slice(-1);
  const shares = [own, ofRow, above, placed].find((found) => found.length > 0) ?? [];
  return { id: `i${index + 1}`, shareIds: shares.map(({ share }) => share.id), text, target, source };
}

function deadlinesOf(
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
      if (words.kind === 'fixed' || words.kind === 'start' || words.kind === 'recurring')
        shareIds.forEach((id) => withInstances.add(id));
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
  if (words.kind === 'as-of') return { ...of, ...words, graceDays } as Omit<Deadline, 'id'>;
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
