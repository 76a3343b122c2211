import type { PlanTable } from '#read-model';
import { toDocx } from './docx.js';
import { toMarkdown } from './markdown.js';
import { printTable } from './print-table.js';
import { toTerminal } from './terminal.js';

export interface RenderedPlan {
  readonly markdown: string;
  readonly docx: Uint8Array;
  /** @param columns  of the terminal; undefined where there is none */
  readonly terminal: (columns?: number) => string;
}

/** The plan with its last column filled, in every form it is printed in. */
export async function render(table: PlanTable): Promise<RenderedPlan> {
  const document = printTable(table);
  return {
    markdown: toMarkdown(document),
    docx: await toDocx(document),
    terminal: (columns) => toTerminal(document, columns),
  };
}
