import { at } from './place.js';
import { linesOfCell, plainCell, sentencesOfCell } from './cell.js';
import { NUMBER } from './header.js';
import type { OutlineRow } from './outline.js';
import { problem, quoted, type Problem } from './problem.js';
import { folded, sharedStems } from './text.js';

/** The rows of one operational objective. */
export interface ObjectiveRows {
  readonly id: string;
  readonly mission: number;
  readonly strategic: number;
  readonly number: string;
  readonly title: string;
  readonly rows: readonly OutlineRow[];
}

interface Open {
  readonly first: OutlineRow;
  readonly number: string;
  readonly titleCell: string;
  readonly rows: OutlineRow[];
}

/**
 * Gathers rows into objectives: a number or a title opens one, a row without either goes on with the one above.
 * Numbers start again under every strategic objective. Two titles in one cell are two objectives, `1a` and `1b`.
 */
export function objectivesOf(rows: readonly OutlineRow[]): {
  readonly objectives: readonly ObjectiveRows[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const opened: Open[] = [];
  for (const row of rows) {
    const last = opened.at(-1);
    const titleCell = titleOf(row);
    const title = plainCell(titleCell);
    const given = numberIn(row);
    const samePlace =
      last !== undefined && last.first.mission === row.mission && last.first.strategic === row.strategic;
    const goesOn =
      samePlace &&
      (given === null || given === last.number) &&
      (title === '' || folded(title) === folded(plainCell(last.titleCell)));
    if (goesOn) {
      last.rows.push(row);
      continue;
    }
    if (title === '') {
      problems.push(withoutTitle(row));
      continue;
    }
    const inPlace = opened.filter(({ first }) => first.mission === row.mission && first.strategic === row.strategic);
    opened.push({ first: row, number: given ?? String(nextNumber(inPlace)), titleCell, rows: [row] });
  }
  problems.push(...duplicates(opened));
  return { objectives: opened.flatMap(split), problems };
}

function titleOf(row: OutlineRow): string {
  const title = row.cells.title?.raw;
  if (title !== undefined) return title;
  // A plan without a column of titles names an objective by what is expected of it.
  return plainCell(row.cells.area?.raw ?? '') === '' && row.section === null
    ? ''
    : (sentencesOfCell(row.cells.indicator?.raw ?? '')[0]?.text ?? '').slice(0, 160);
}

/** `1`, `1.`, `01`, `OB 3`, `20.4.1`: the number within its strategic objective. */
function numberIn(row: OutlineRow): string | null {
  const written = plainCell(row.cells.number?.raw ?? '');
  if (!NUMBER.test(written)) return null;
  const [, number = ''] = /(\d{1,3}[a-z]?)[.)°]?$/i.exec(written) ?? [];
  return number === '' ? null : number.replace(/^0+(?=\d)/, '').toLowerCase();
}

function nextNumber(opened: readonly Open[]): number {
  return Math.max(0, ...opened.map(({ number }) => parseInt(number, 10) || 0)) + 1;
}

function duplicates(opened: readonly Open[]): Problem[] {
  const known = new Map<string, Open>();
  const free = new Map<string, number>();
  const found: Problem[] = [];
  for (const objective of opened) {
    const { first, number } = objective;
    const place = `${first.mission}.${first.strategic}`;
    const other = known.get(`${place}.${number}`);
    if (other === undefined) {
      known.set(`${place}.${number}`, objective);
      continue;
    }
    const next = free.get(place) ?? nextNumber(opened.filter(({ first: row }) => isIn(row, first)));
    free.set(place, next + 1);
    found.push(sameNumber(objective, other, next));
  }
  return found;
}

function isIn(row: OutlineRow, { mission, strategic }: OutlineRow): boolean {
  return row.mission === mission && row.strategic === strategic;
}

/** @param free  a number that no other has */
function sameNumber({ first, number, titleCell }: Open, other: Open, free: number): Problem {
  const [here, there] = [at(first.line), at(other.first.line)];
  const [title, otherTitle] = [quoted(plainCell(titleCell)), quoted(plainCell(other.titleCell))];
  const { mission, strategic } = first;
  return problem(
    first.line,
    'import/duplicate-objective-number',
    `L'obiettivo ${number} alla riga ${here} (${title}) ha lo stesso numero di quello alla riga ${there} (${otherTitle}), sotto la missione ${mission}, obiettivo strategico ${strategic}: dare a uno dei due un altro numero (libero: ${free}). I numeri ricominciano con un obiettivo strategico, non con un altro titolo: se ne comincia uno, scriverlo sopra la tabella («Obiettivo strategico ${strategic + 1}: …»).`,
    `Objective ${number} at line ${here} (${title}) has the number of the one at line ${there} (${otherTitle}), under mission ${mission}, strategic objective ${strategic}: give one of them another number (free: ${free}). Numbers begin again with a strategic objective, not with another heading: if one begins, write it above the table (“Obiettivo strategico ${strategic + 1}: …”).`,
  );
}

function withoutTitle(row: OutlineRow): Problem {
  const number = plainCell(row.cells.number?.raw ?? '');
  return problem(
    row.line,
    'import/missing-title',
    `La riga ${at(row.line)}${number === '' ? '' : `, obiettivo ${quoted(number)},`} non ha un titolo e non continua un obiettivo: scrivere il titolo.`,
    `Line ${at(row.line)}${number === '' ? '' : `, objective ${quoted(number)},`} has no title and does not continue an objective: write its title.`,
  );
}

function split({ first, number, titleCell, rows }: Open): ObjectiveRows[] {
  const place = { mission: first.mission, strategic: first.strategic };
  const named = (suffix: string) => `${first.mission}.${first.strategic}.${number}${suffix}`;
  const titles = sentencesOfCell(titleCell).map(({ text }) => text);
  const starts = titles.length < 2 ? null : startsOf(titles, rows);
  if (starts === null) return [{ ...place, id: named(''), number, title: plainCell(titleCell), rows }];
  return titles.map((title, index) => {
    const suffix = String.fromCharCode(97 + index);
    return {
      ...place,
      id: named(suffix),
      number: `${number}${suffix}`,
      title,
      rows: rows.slice(starts[index], starts[index + 1]),
    };
  });
}

/**
 * At which row each title of a cell begins: where the words of a later title come up in what is expected.
 * Null where no such rows are found: then the lines of the cell are one title.
 */
function startsOf(titles: readonly string[], rows: readonly OutlineRow[]): number[] | null {
  if (titles.length > rows.length || titles.length > 26) return null;
  const starts = [0];
  for (const title of titles.slice(1)) {
    const from = (starts.at(-1) ?? 0) + 1;
    const own = rows.findIndex((row, index) => {
      const text = linesOfCell(row.cells.indicator?.raw ?? '')
        .map(({ text: line }) => line)
        .join(' ');
      return (
        index >= from &&
        sharedStems(title, text) > 0 &&
        sharedStems(title, text) > sharedStems(titles[starts.length - 1] ?? '', text)
      );
    });
    if (own < 0) return null;
    starts.push(own);
  }
  return starts;
}
