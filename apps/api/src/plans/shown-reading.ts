import type { Language } from '#contract';
import { lintOf, type LintOptions } from '#domain';
import type { PlanReading } from '#plan-import';
import type { Answer } from '../http/call.js';
import { shownLint } from './shown-lint.js';

type Shown = Extract<Answer<'draftPlan'>, { readonly counts: unknown }>;

/** What one answer shows of the document itself. */
const MOST_ROWS = 500;
const MOST_CHARACTERS = 400_000;

/** Shown above a line that was asked for. */
const ROWS_ABOVE = 20;

interface AskedSource {
  readonly sourceFrom: number;
  /** Shall be on the page. */
  readonly sourceLine?: number | undefined;
}

/** A reading for a person, with a page of the document beside it. */
export function shownReading(reading: PlanReading, asked: AskedSource, language: Language, lint: LintOptions): Shown {
  const sourceFrom = beginning(reading.source, asked);
  const source = page(reading.source, sourceFrom);
  const next = sourceFrom + source.length;
  return {
    ...reading.reading,
    areas: [...reading.areas],
    objectives: reading.objectives.map(({ shares, indicators, deadlines, place, ...objective }) => ({
      ...objective,
      place: place[language],
      indicators: [...indicators],
      deadlines: [...deadlines],
      shares: shares.map((share) => ({ ...share, place: share.place[language] })),
    })),
    readings: reading.read.map(({ place, label, ...read }) => ({
      ...read,
      place: place[language],
      label: label[language],
    })),
    questions: questionsIn(reading, language),
    problems: problemsIn(reading, language),
    remarks: reading.remarks.map((remark) => remark[language]),
    lint: reading.document === null ? null : shownLint(lintOf(reading.document, lint), language),
    source: source.map(({ cells, place, ...row }) => ({ ...row, place: place[language], cells: [...cells] })),
    sourceFrom,
    sourceNext: next < reading.source.length ? next : null,
  };
}

export function problemsIn({ problems }: PlanReading, language: Language) {
  return problems.map(({ line, place, code, message }) => ({
    line,
    place: place[language],
    code,
    message: message[language],
  }));
}

export function questionsIn({ questions }: PlanReading, language: Language) {
  return questions.map(({ id, line, place, question, options, proposed }) => ({
    id,
    line,
    place: place[language],
    question: question[language],
    options: options.map((option) => ({ id: option.id, label: option.label[language] })),
    proposed,
  }));
}

/** As many rows as fit, and at least one: a page is never empty before the end. */
function page(rows: PlanReading['source'], from: number): PlanReading['source'] {
  let characters = 0;
  let end = from;
  for (const { cells } of rows.slice(from, from + MOST_ROWS)) {
    characters += cells.reduce((sum, cell) => sum + cell.length, 0);
    if (end > from && characters > MOST_CHARACTERS) break;
    end += 1;
  }
  return rows.slice(from, end);
}

function beginning(rows: PlanReading['source'], { sourceFrom, sourceLine }: AskedSource): number {
  if (sourceLine === undefined) return sourceFrom;
  const index = rows.findLastIndex(({ line }) => line <= sourceLine);
  // where the rows above it fill the page by themselves, it begins the page
  const from = Math.max(0, index - ROWS_ABOVE);
  return from + page(rows, from).length > index ? from : index;
}
