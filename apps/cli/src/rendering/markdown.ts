import { NO_OBJECTIVES, weightCell, type PrintedShare, type TableDocument } from './document.js';

/** The plan's tables as Markdown; two renderings of the same document are the same text. */
export function toMarkdown({ body, title, act, note, headings, missions }: TableDocument): string {
  const blocks = [`# ${body}`, `## ${title}`, ...(act === null ? [] : [act]), `*${note}*`];
  for (const mission of missions) {
    blocks.push(`## ${mission.title}`);
    for (const strategic of mission.strategicObjectives) {
      blocks.push(`### ${strategic.title}`);
      if (strategic.objectives.length === 0) {
        blocks.push(NO_OBJECTIVES);
        continue;
      }
      const rows = strategic.objectives.flatMap(({ number, title: objective, shares }) =>
        shares.map((share, index) => [index === 0 ? number : '', index === 0 ? objective : '', ...cellsOf(share)]),
      );
      blocks.push([headings, headings.map(() => '---'), ...rows].map(line).join('\n'));
    }
  }
  return `${blocks.join('\n\n')}\n`;
}

function cellsOf(share: PrintedShare): string[] {
  return [share.area, share.expected, [weightCell(share)], share.achieved].map((paragraphs) => paragraphs.join('<br>'));
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, '<br>')).join(' | ')} |`;
}
