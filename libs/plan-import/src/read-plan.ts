import { checkDocument, weightByArea, withDueDays, type PlanDocument } from '#domain';
import { aliasesIn } from './aliases.js';
import { learnAreas } from './areas.js';
import { areaTooLong, MOST_AMBIGUITIES, tooManyAreas, tooManyDoubts, tooManyReadings, tooManyRows } from './bounds.js';
import type { Prose } from './blocks.js';
import { LIMITS } from './limits.js';
import type { KnownOffice } from './lists/known-office.js';
import { buildObjective, planAreas, weightByAreaName } from './build-document.js';
import { sentencesOfCell } from './cell.js';
import { dateProblems } from './date-problems.js';
import { remarksOnDeadlines } from './deadline-remarks.js';
import { areaCellOf, draftPlan } from './draft-plan.js';
import { objectivesOf } from './objectives.js';
import { officesByName } from './office-of-area.js';
import { remarksOnOffices } from './office-remarks.js';
import { missingWeights } from './missing-weights.js';
import { sameAreaQuestion } from './one-office.js';
import { outlineOf } from './outline.js';
import { partsOfText, type DocumentParts } from './parts.js';
import { spelledOut } from './place.js';
import { placed } from './placed.js';
import type { Counts, PlanReading, UnplacedReading } from './plan-reading.js';
import { preambleOf } from './preamble.js';
import type { Problem } from './problem.js';
import { ceilingsOf, puzzleOf, type GivenCeilings } from './puzzle.js';
import { settle } from './settle.js';
import { sourceRows } from './source-rows.js';
import { tellingShortfalls } from './shortfall.js';
import { solve } from './solver.js';
import { wholeness } from './wholeness.js';

export interface ReadOptions {
  /** Question id → option id, as given to the questions of an earlier reading. */
  readonly answers?: Readonly<Record<string, string>>;
  readonly ceilings?: GivenCeilings;
  /** Days after the day of an as-of report by which it is expected; 15 unless given. */
  readonly asOfGraceDays?: number;
  /** Offices by the names that bodies have for them: «Segretario comunale» is the office that verifies. */
  readonly called?: readonly KnownOffice[];
  /** What the body is called, for a document that does not say. */
  readonly body?: string;
  /** Offices that the body has: an area that is called as one of them alone is that office. */
  readonly known?: readonly KnownOffice[];
}

const UNNAMED = 'Ente non indicato';

const NOTHING: Counts = {
  missions: 0,
  strategicObjectives: 0,
  objectives: 0,
  shares: 0,
  weightedShares: 0,
  indicators: 0,
};

/**
 * Reads a performance plan as published into data: where each fact stands, what can be read in several ways, which of
 * the readings the ceilings on weights allow, and what is left to ask. Pure, and bounded in time for any text.
 */
export function readPlan(text: string, options: ReadOptions = {}): PlanReading {
  return readParts(partsOfText(text), options);
}

/** The same for a document of any format, taken apart. */
export function readParts(parts: DocumentParts, options: ReadOptions = {}): PlanReading {
  const read = readBlocks(parts, options);
  return {
    ...placed(read, parts.places),
    source: sourceRows(parts),
    remarks: [...parts.remarks, ...read.remarks.map((remark) => spelledOut(remark, parts.places))],
  };
}

function readBlocks({ text, blocks, problems: unreadable }: DocumentParts, options: ReadOptions): UnplacedReading {
  if (unreadable.length > 0) return unread(unreadable);
  const offices = officesByName(options.called, options.known);
  const outline = outlineOf(text, blocks, offices, options.answers ?? {});
  const prose = blocks.filter((block): block is Prose => block.kind === 'prose');
  const preamble = preambleOf(prose, outline.headings, outline.firstTable);
  const incomplete = wholeness(outline, preamble);
  if (incomplete.fatal) return unread(incomplete.problems, preamble);

  const time = { year: preamble.year ?? 2000, horizon: preamble.horizon };
  const areaCells = outline.rows.map((row) => sentencesOfCell(areaCellOf(row)).map(({ text: line }) => line));
  const overlong = outline.rows.find((_, index) => areaCells[index]?.some((line) => line.length > LIMITS.areaName));
  if (overlong !== undefined) return unread([areaTooLong(overlong.line)], preamble);
  if (new Set(areaCells.flat()).size > LIMITS.areas) return unread([tooManyAreas()], preamble);
  const answers = options.answers ?? {};
  const lineOf = (name: string) =>
    outline.rows[areaCells.findIndex((lines) => lines.some((line) => line.includes(name)))]?.line ?? 1;
  const { areas, doubts } = learnAreas(areaCells, offices, answers, outline.areasBegun);
  const asked = [...outline.doubts, ...doubts.map((doubt) => sameAreaQuestion(doubt, lineOf(doubt.other)))];
  if (asked.length > MOST_AMBIGUITIES) return unread([tooManyDoubts(asked)], preamble);
  const { objectives, problems: misnumbered } = objectivesOf(outline.rows);
  const endless = objectives.find(({ rows }) => rows.length > LIMITS.rowsOfObjective);
  if (endless !== undefined) return unread([tooManyRows(endless.rows[0]?.line ?? 1, endless.rows.length)], preamble);
  const draft = draftPlan(objectives, areas, time);
  if (draft.ambiguities.length > MOST_AMBIGUITIES) return unread([tooManyReadings(draft.ambiguities)], preamble);

  const ceilings = ceilingsOf(prose, options.ceilings);
  const puzzle = puzzleOf(
    draft.objectives.flatMap(({ rows }) => rows),
    draft.ambiguities,
    areas,
    ceilings,
  );
  const solution = solve(puzzle);
  const shortfalls = solution.proposal === null ? [] : tellingShortfalls(puzzle, solution.proposal, areas);
  const settled = settle({
    ambiguities: draft.ambiguities,
    puzzle,
    solution,
    areas,
    answers,
    doubts: asked,
    rows: draft.objectives.flatMap(({ rows }) => rows),
  });

  const aliases = aliasesIn(blocks, areas);
  const everyName = areas.map((area) => ({ ...area, forms: [...area.forms, ...(aliases.get(area.id) ?? [])] }));
  const build = { chosen: settled.chosen, areas: everyName, time, asOfGraceDays: options.asOfGraceDays ?? 15 };
  const planned = draft.objectives.map((objective) => withDueDays(buildObjective(objective, build)));
  const document: PlanDocument = {
    body: preamble.body ?? options.body ?? UNNAMED,
    year: time.year,
    title: preamble.title,
    act: preamble.act,
    horizon: preamble.horizon,
    areas: planAreas(everyName, ceilings),
    missions: outline.missions.missions(preamble.title),
    objectives: planned,
    readings: [...settled.settled, ...settled.proposed],
  };
  const told = [
    ...incomplete.problems,
    ...outline.problems,
    ...outline.missions.problems(),
    ...dateProblems(blocks, time.year),
    ...misnumbered,
    ...draft.problems,
    ...missingWeights(draft.unweighted, { saturating: solution.saturating, shortfalls }),
    ...settled.problems,
  ];
  const weighed = { saturating: solution.saturating, shortfalls, explained: told.length > 0 };
  const end = incomplete.missingEnd(weighed, answers);
  const problems = [...told, ...end.problems].sort((a, b) => a.line - b.line);
  return {
    document: problems.length > 0 ? null : checked(document),
    found: document,
    reading: {
      plan: { body: document.body, year: preamble.year, act: document.act },
      counts: countsOf(document),
      weightByArea: weightByAreaName(document, weightByArea(document)),
    },
    questions: [...settled.questions, ...end.questions],
    settled: settled.settled,
    problems: withoutEchoes(problems),
    readings: {
      enumerated: solution.enumerated,
      withinCeilings: solution.withinCeilings,
      saturating: solution.saturating,
      complete: solution.complete,
    },
    ambiguities: [...asked, ...draft.ambiguities],
    remarks: [...remarksOnOffices(areas, offices), ...remarksOnDeadlines(draft.objectives, planned, time)],
  };
}

export function countsOf({ missions, objectives }: Pick<PlanDocument, 'missions' | 'objectives'>): Counts {
  const shares = objectives.flatMap((objective) => objective.shares);
  return {
    missions: missions.length,
    strategicObjectives: missions.flatMap(({ strategicObjectives }) => strategicObjectives).length,
    objectives: objectives.length,
    shares: shares.length,
    weightedShares: shares.filter(({ weight }) => weight !== null).length,
    indicators: objectives.flatMap(({ indicators }) => indicators).length,
  };
}

/** A document that the rules would refuse is a fault of this reader, not of the text. */
function checked(document: PlanDocument): PlanDocument {
  checkDocument(document);
  return document;
}

/** One place is told once with one code, but each false date of it; what is cut off says nothing more about itself. */
function withoutEchoes(problems: readonly Problem[]): Problem[] {
  const cut = problems.filter(({ code }) => code === 'import/truncated').map(({ line }) => line);
  const subject = ({ line, code, message }: Problem) =>
    `${line} ${code} ${code === 'import/date-does-not-exist' ? message.it : ''}`;
  const subjects = problems.map(subject);
  return problems
    .filter((one, index) => subjects.indexOf(subject(one)) === index)
    .filter(({ line, code }) => code === 'import/truncated' || !cut.includes(line))
    .slice(0, 200);
}

function unread(
  problems: readonly Problem[],
  preamble?: { readonly body: string | null; readonly year: number | null; readonly act: PlanDocument['act'] },
): UnplacedReading {
  return {
    document: null,
    found: null,
    reading: {
      plan: { body: preamble?.body ?? '', year: preamble?.year ?? null, act: preamble?.act ?? null },
      counts: NOTHING,
      weightByArea: {},
    },
    questions: [],
    settled: [],
    problems,
    readings: { enumerated: 0, withinCeilings: 0, saturating: 0, complete: true },
    ambiguities: [],
    remarks: [],
  };
}
