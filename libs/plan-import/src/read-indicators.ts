import type { Source, Target } from '#domain';
import { plainCell } from './cell.js';
import { deadlinesIn, deadlinesOfCell, unreadIn, unreadInCell } from './deadline-words.js';
import { indicatorBlocks } from './indicators.js';
import type { ObjectiveRows } from './objectives.js';
import type { OutlineRow } from './outline.js';
import type { DeadlineWords, PlanTime } from './terms/read-term.js';
import { targetIn, targetOfCell } from './targets.js';
import { folded } from './text.js';

/** An indicator and whose it is: the shares of some rows, or those on one line of a row. */
export interface DraftIndicator {
  readonly text: string;
  readonly target: Target | null;
  readonly deadlines: readonly { readonly words: DeadlineWords; readonly text: string }[];
  /** Words of a term of which none of them takes account. */
  readonly unread: readonly string[];
  readonly of: readonly { readonly row: number; readonly place: number | null }[];
  readonly source: Source;
}

/** The indicators of a row, each with the place of its paragraph in the cell. */
export function readIndicators(row: OutlineRow, time: PlanTime): { indicator: DraftIndicator; block: number }[] {
  const cell = row.cells.indicator;
  const targetText = plainCell(row.cells.target?.raw ?? '');
  const deadlineText = plainCell(row.cells.deadline?.raw ?? '');
  const source = { line: row.line, column: cell?.column ?? 1 };
  const { blocks, placed } = indicatorBlocks(cell?.raw ?? '');
  const items = blocks.flatMap((block, index) => block.map((text) => ({ text, block: placed ? index : 0 })));
  if (items.length === 0 && targetText === '' && deadlineText === '') return [];
  if (items.length === 0) items.push({ text: targetText || deadlineText, block: 0 });
  return items.map(({ text, block }) => {
    const said = targetText === '' || folded(text).includes(folded(targetText)) ? text : `${text}: ${targetText}`;
    // The period of a report may stand in the column of deadlines: "Rapporto mensile", "dal 1/3 al 30/11".
    const recurs = deadlineText !== '' && deadlinesIn(said, time).some(({ kind }) => kind === 'recurring');
    const words = recurs
      ? deadlinesIn(`${said}, ${deadlineText}`, time).map((found) => ({
          words: found,
          text: `${said}, ${deadlineText}`,
        }))
      : [
          ...deadlinesIn(said, time).map((found) => ({ words: found, text: said })),
          ...deadlinesOfCell(deadlineText, time).map((found) => ({ words: found, text: deadlineText })),
        ];
    const target = targetText === '' ? targetIn(text) : (targetOfCell(targetText) ?? targetIn(text));
    const unread = recurs
      ? unreadIn(`${said}, ${deadlineText}`, time)
      : [...unreadIn(said, time), ...unreadInCell(deadlineText, time)];
    return { block, indicator: { text: said, target, deadlines: distinctWords(words), unread, of: [], source } };
  });
}

function distinctWords<T extends { readonly words: DeadlineWords }>(found: readonly T[]): T[] {
  const keys = found.map(({ words }) => JSON.stringify(words));
  return found.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

export function titleAsIndicator(objective: ObjectiveRows, row: OutlineRow): DraftIndicator {
  const of = objective.rows.map((_, index) => ({ row: index, place: null }));
  return {
    text: objective.title,
    target: null,
    deadlines: [],
    unread: [],
    of,
    source: { line: row.line, column: row.cells.title?.column ?? 1 },
  };
}
