import { weightCell, type ColumnHeadings, type PrintedObjective, type TableDocument } from './document.js';

const NARROWEST = 60;
const WIDEST = 110;

/**
 * The plan's tables for reading in a terminal: under each objective a block a share, its cells one below the other with
 * the columns' headings, wrapped to the width.
 *
 * @param columns  of the terminal; undefined where there is none
 */
export function toTerminal({ body, title, act, note, headings, missions }: TableDocument, columns?: number): string {
  const width = Math.min(WIDEST, Math.max(NARROWEST, columns ?? 100));
  const lines = [body, title, ...(act === null ? [] : [act]), note, ''];
  for (const mission of missions.filter(({ strategicObjectives }) =>
    strategicObjectives.some(({ objectives }) => objectives.length > 0),
  )) {
    lines.push('═'.repeat(width), mission.title.toUpperCase());
    for (const strategic of mission.strategicObjectives) {
      if (strategic.objectives.length === 0) continue;
      lines.push('─'.repeat(width), strategic.title, '');
      for (const objective of strategic.objectives) lines.push(...block(objective, headings, width));
    }
  }
  return `${lines.join('\n')}\n`;
}

function block({ number, title, shares }: PrintedObjective, headings: ColumnHeadings, width: number): string[] {
  const [, , , expectedHeading, weightHeading, achievedHeading] = headings;
  const cell = (heading: string, paragraphs: readonly string[]) => [
    `     ${heading}:`,
    ...paragraphs.flatMap((paragraph) => wrap(`       ${paragraph}`, width, '       ')),
  ];
  return [
    ...wrap(`${number}. ${title}`, width),
    ...shares.flatMap((share) => [
      ...wrap(`   ▸ ${share.area.join(', ')}`, width, '     '),
      ...cell(expectedHeading, share.expected),
      ...wrap(`     ${weightHeading}: ${weightCell(share)}`, width, '       '),
      ...cell(achievedHeading, share.achieved),
    ]),
    '',
  ];
}

/** Breaks at blanks; a word longer than the line stays whole. */
function wrap(text: string, width: number, indent = ''): string[] {
  const lines: string[] = [];
  let current = /^ */.exec(text)?.[0] ?? '';
  let empty = true;
  for (const word of text.trim().split(/\s+/)) {
    if (!empty && current.length + 1 + word.length > width) {
      lines.push(current);
      current = indent;
      empty = true;
    }
    current += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, current];
}
