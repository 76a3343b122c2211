import type { PrintedObjective, TableDocument } from './document.js';

const NARROWEST = 60;
const WIDEST = 110;

/**
 * The plan's tables for reading in a terminal: one block a share under its objective, wrapped to the width.
 *
 * @param columns  of the terminal; undefined where there is none
 */
export function toTerminal({ body, title, act, note, missions }: TableDocument, columns?: number): string {
  const width = Math.min(WIDEST, Math.max(NARROWEST, columns ?? 100));
  const lines = [body, title, ...(act === null ? [] : [act]), note, ''];
  for (const mission of missions.filter(({ strategicObjectives }) =>
    strategicObjectives.some(({ objectives }) => objectives.length > 0),
  )) {
    lines.push('═'.repeat(width), mission.title.toUpperCase());
    for (const strategic of mission.strategicObjectives) {
      if (strategic.objectives.length === 0) continue;
      lines.push('─'.repeat(width), strategic.title, '');
      for (const objective of strategic.objectives) lines.push(...block(objective, width));
    }
  }
  return `${lines.join('\n')}\n`;
}

function block({ number, title, shares }: PrintedObjective, width: number): string[] {
  return [
    ...wrap(`${number}. ${title}`, width),
    ...shares.flatMap(({ area, weight, achieved }) => [
      ...wrap(`   ▸ ${area.join(', ')} · ${weight === null ? 'fondi propri' : `peso ${weight}`}`, width, '     '),
      ...achieved.flatMap((paragraph) => wrap(`     ${paragraph}`, width, '     ')),
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
