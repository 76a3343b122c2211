import { readFileSync } from 'node:fs';
import { readWorkflow } from '../read-workflow.js';

export const roles = ['responsabile', 'segretario', 'nucleo', 'giunta'];
export const comune = readFileSync('apps/api/workflows/comune.yaml', 'utf8');

/** The file with pieces of it replaced, each of which must be there. */
export const changed = (...changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`"${from}" is not in the file`);
    return text.replace(from, to);
  }, comune);

export const lineOf = (text: string, piece: string): number => text.slice(0, text.indexOf(piece)).split('\n').length;

export const mistakesIn = (text: string) => readWorkflow(text, { roles }).mistakes;
export const codesIn = (text: string) => mistakesIn(text).map(({ code }) => code);
