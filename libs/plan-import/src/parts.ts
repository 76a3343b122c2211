import { tooLarge, tooManyLines } from './bounds.js';
import { blocksOf, type Block } from './blocks.js';
import { columnsOf } from './header.js';
import { LIMITS } from './limits.js';
import { WHOLE_DOCUMENT, type Places } from './place.js';
import type { Problem } from './problem.js';
import { csvPlan } from './text-file/csv-plan.js';
import { unseenIn, type Wording } from './text.js';

/** A document taken apart: what every format comes to before it is read as a plan. */
export interface DocumentParts {
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
  readonly places: Places;
  /** What was left out or taken away, in words. */
  readonly remarks: readonly Wording[];
  /** The text itself, to see where it breaks off; empty where a format has an end of its own. */
  readonly text: string;
}

export function partsOfText(text: string, remarks: readonly Wording[] = []): DocumentParts {
  const nothing = { blocks: [], places: new Map(), remarks: [], text };
  if (text.length > LIMITS.bytes) return { ...nothing, problems: [tooLarge(text.length)] };
  if (text.split('\n', LIMITS.lines + 1).length > LIMITS.lines) return { ...nothing, problems: [tooManyLines()] };
  const asText = blocksOf(text);
  const csv = hasColumns(asText.blocks) ? null : csvPlan(text);
  // a CSV ends where its last record does
  if (csv !== null) return { ...nothing, ...csv, text: '', remarks: [...remarks, ...unseenRemarks(unseenIn(text))] };
  return { ...nothing, ...asText, remarks: [...remarks, ...unseenRemarks(unseenIn(text))] };
}

function hasColumns(blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.kind === 'table' && block.rows.some(({ cells }) => columnsOf(cells) !== null));
}

const WHOLE: Places = new Map([[WHOLE_DOCUMENT, { kind: 'document' }]]);

/** Parts of which nothing can be read. */
export function unreadableParts(problem: Problem): DocumentParts {
  return { blocks: [], problems: [problem], places: WHOLE, remarks: [], text: '' };
}

export function unseenRemarks(count: number): Wording[] {
  return count === 0
    ? []
    : [
        {
          it: `Tolti ${count} caratteri che non si vedono o che cambiano il verso della scrittura: ciò che si legge qui è ciò che resta.`,
          en: `Removed ${count} characters that cannot be seen or that turn the direction of writing: what is read here is what is kept.`,
        },
      ];
}
