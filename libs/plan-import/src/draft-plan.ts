import type { ActReference, Source } from '#domain';
import { actsIn, distinctActs } from './acts.js';
import type { KnownArea } from './areas.js';
import { plainCell } from './cell.js';
import type { PlanTime } from './terms/read-term.js';
import { ofNoArea, unreadable, withoutArea, withoutWeight } from './draft-problems.js';
import type { Ambiguity, DraftRow, Unweighted } from './draft.js';
import { withGroupsOverridden } from './group-override.js';
import type { ObjectiveRows } from './objectives.js';
import type { OutlineCell, OutlineRow } from './outline.js';
import { partiesOf, type Party } from './parties.js';
import type { Problem } from './problem.js';
import { readIndicators, titleAsIndicator, type DraftIndicator } from './read-indicators.js';
import { withRepetitions } from './repetition.js';
import { sharesOfRow } from './row-shares.js';
import { readWeightCell } from './weight-cell.js';

export interface DraftObjective {
  readonly objective: ObjectiveRows;
  readonly rows: readonly DraftRow[];
  readonly indicators: readonly DraftIndicator[];
  readonly acts: readonly ActReference[];
  readonly source: Source;
  readonly horizonText: string;
}

export interface Draft {
  readonly objectives: readonly DraftObjective[];
  readonly ambiguities: readonly Ambiguity[];
  readonly problems: readonly Problem[];
  readonly unweighted: readonly Unweighted[];
}

/** Reads the rows of each objective as far as they can be read without choosing between readings. */
export function draftPlan(objectives: readonly ObjectiveRows[], areas: readonly KnownArea[], time: PlanTime): Draft {
  const problems: Problem[] = [];
  const drafts: DraftObjective[] = [];
  const unweighted: Unweighted[] = [];
  let above: readonly Party[] = [];
  for (const objective of objectives) {
    const read = readObjective(objective, areas, time, above);
    drafts.push(read.draft);
    problems.push(...read.problems);
    unweighted.push(...read.unweighted);
    above = read.parties;
  }
  const named = withDistinctIds(drafts);
  const ambiguities = named.flatMap(({ rows }) => rows.flatMap((row) => row.ambiguities));
  return { objectives: named, ambiguities, problems, unweighted };
}

function readObjective(
  objective: ObjectiveRows,
  areas: readonly KnownArea[],
  time: PlanTime,
  partiesAbove: readonly Party[],
) {
  const problems: Problem[] = [];
  const rows: DraftRow[] = [];
  const parties: (readonly Party[])[] = [];
  const indicators: DraftIndicator[] = [];
  const bareRows: Omit<Unweighted, 'amongWeighted'>[] = [];
  // The second of two objectives named in one cell may begin on a row without an area.
  let last: readonly Party[] = /[a-z]$/.test(objective.number) ? partiesAbove : [];
  let inherited: DraftIndicator[] = [];
  objective.rows.forEach((row, index) => {
    const own = ownParties(row, areas);
    const weight = readWeightCell(row.cells.weight?.raw ?? '');
    if (weight.unreadable !== null) problems.push(unreadable(row.line, weight.unreadable, row.cells.weight?.column));
    const bare = weight.weights.length === 0 && weight.funding === null;
    const sameArea =
      own.length > 0 &&
      own.every(({ areaIds, unit }) =>
        last.some((party) => party.unit === unit && party.areaIds.join() === areaIds.join()),
      );
    const moreIndicators = bare && index > 0 && (own.length === 0 || sameArea);
    const found = readIndicators(row, time);
    const ownArea = own.length > 0 && !sameArea;
    // joined with the one above, a weight is that one, but not another area's
    const unsaid = weight.blank && (ownArea || row.cells.weight?.joined !== true);
    if (unsaid && (own.length > 0 || found.length > 0))
      bareRows.push({ line: row.line, column: row.cells.weight?.column, ownArea });
    if (moreIndicators) {
      const of = indicatorsOfRow(rows, index - 1);
      for (const { indicator } of found) indicators.push({ ...indicator, of });
      rows.push({ line: row.line, shares: [], participants: [], ambiguities: [], places: 1 });
      parties.push([]);
      return;
    }
    const effective = own.length > 0 ? own : inheritedParties(last, weight.weights.length);
    const source = { line: row.line, column: row.cells.weight?.column ?? 1 };
    if (effective.length === 0 && !bare) problems.push(withoutArea(row.line));
    const draft = sharesOfRow({ objectiveId: objective.id, source, parties: effective, weight, areas });
    if (weight.weights.length > 0 && effective.length > 0 && isOfNobody(draft))
      problems.push(ofNoArea(row.line, plainCell(areaCellOf(row)), row.cells.area?.column));
    rows.push(withParticipants(draft, row.cells.participants));
    parties.push(effective);
    if (effective.length > 0) last = effective;
    if (found.length === 0) {
      // An empty cell stands for the text above it.
      inherited = inherited.map((indicator) => ({ ...indicator, of: [...indicator.of, { row: index, place: null }] }));
      indicators.splice(indicators.length - inherited.length, inherited.length, ...inherited);
    } else {
      const aligned = draft.places > 1 && new Set(found.map(({ block }) => block)).size === draft.places;
      inherited = found.map(({ indicator, block }) => ({
        ...indicator,
        of: [{ row: index, place: aligned ? block : null }],
      }));
      indicators.push(...inherited);
    }
  });
  const first = objective.rows[0] as OutlineRow;
  const draft: DraftObjective = {
    objective,
    rows: withRepetitions(objective, withGroupsOverridden(objective.id, rows, parties, areas)),
    indicators: indicators.length > 0 ? indicators : [titleAsIndicator(objective, first)],
    acts: distinctActs(
      objective.rows.flatMap(({ cells }) =>
        Object.values(cells).flatMap(({ raw }) => actsIn(plainCell(raw)).map(({ act }) => act)),
      ),
    ),
    source: { line: first.line, column: first.cells.title?.column ?? 1 },
    horizonText: first.indicatorHeading,
  };
  const weightedRows = draft.rows.filter(({ shares, ambiguities }) => shares.length > 0 || ambiguities.length > 0);
  if (weightedRows.length === 0 && problems.length === 0) {
    problems.push(withoutWeight(objective, first.line));
  }
  const unweighted = bareRows.map((row) => ({ ...row, amongWeighted: weightedRows.length > 1 }));
  return { draft, problems, parties: last, unweighted };
}

/** Whether whatever weighs in a row is lost: its cell names nobody who could answer for it. */
function isOfNobody({ shares, ambiguities }: DraftRow): boolean {
  return shares.length === 0 && ambiguities.length === 0;
}

function ownParties(row: OutlineRow, areas: readonly KnownArea[]): Party[] {
  const parties = partiesOf(areaCellOf(row), areas);
  const unit = plainCell(row.cells.unit?.raw ?? '');
  const [only] = parties;
  return unit !== '' && parties.length === 1 && only !== undefined && only.unit === null
    ? [{ ...only, unit }]
    : parties;
}

/** The cell of the row, or the section it stands in, where the plan has one for each area. */
export function areaCellOf(row: OutlineRow): string {
  return row.cells.area === undefined ? (row.section ?? '') : row.cells.area.raw;
}

function inheritedParties(last: readonly Party[], weights: number): readonly Party[] {
  const areas = last.filter(({ kind }) => kind !== 'people');
  return weights === areas.length ? areas : areas.slice(-1);
}

function indicatorsOfRow(rows: readonly DraftRow[], upTo: number): { row: number; place: null }[] {
  for (let row = upTo; row >= 0; row--) {
    const { shares = [], ambiguities = [] } = rows[row] ?? {};
    if (shares.length > 0 || ambiguities.length > 0) return [{ row, place: null }];
  }
  return [];
}

function withParticipants(row: DraftRow, cell: OutlineCell | undefined): DraftRow {
  const text = plainCell(cell?.raw ?? '');
  return /\p{L}{2}/u.test(text) ? { ...row, participants: [...row.participants, text] } : row;
}

/** Two rows of one objective may ask the same question. */
function withDistinctIds(objectives: readonly DraftObjective[]): DraftObjective[] {
  const seen = new Map<string, number>();
  return objectives.map((objective) => ({
    ...objective,
    rows: objective.rows.map((row) => ({
      ...row,
      ambiguities: row.ambiguities.map((ambiguity) => {
        const count = (seen.get(ambiguity.id) ?? 0) + 1;
        seen.set(ambiguity.id, count);
        return count === 1 ? ambiguity : { ...ambiguity, id: `${ambiguity.id}-${count}` };
      }),
    })),
  }));
}
