import type { Area, Indicator, PlanDocument, PlannedObjective } from '#domain';
import { formatHundredths } from '#domain';
import type { KnownArea } from './areas.js';
import type { Ceilings } from './ceilings.js';
import { deadlinesOf, type BuildOptions, type Placed } from './plan-deadlines.js';
import type { DraftShare } from './draft.js';
import type { DraftObjective } from './draft-plan.js';
import type { DraftIndicator } from './read-indicators.js';

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
