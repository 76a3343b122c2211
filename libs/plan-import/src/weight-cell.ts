import { linesOfCell } from './cell.js';
import { folded } from './text.js';

export interface WeightCell {
  /** In hundredths, in the order of the cell. */
  readonly weights: readonly bigint[];
  /** Blank lines before each weight. */
  readonly gaps: readonly number[];
  /** The sentence about money that stands in place of a weight, as quoted. */
  readonly funding: string | null;
  /** What is neither a weight nor such a sentence. */
  readonly unreadable: string | null;
  /** Nothing stands in it, not even a dash. */
  readonly blank: boolean;
}

const WEIGHTS =
  /^\d{1,4}(?:[.,]\d{1,2})?(?:(?:\s*(?:%|punti|pt\.?))?[\s;+]+\d{1,4}(?:[.,]\d{1,2})?){0,30}(?:\s*(?:%|punti|pt\.?))?$/i;
const NONE = /^(?:[-–—/.*]+|n\.? ?[dac]\.?|nessuno|non (?:pesato|assegnato|previsto))$/i;
const ABOUT_MONEY =
  /finanzi|risors|\bfond[oi]\b|\bart\.|liquidazion|\bpremi|contrattazion|\bccnl\b|\bccdi\b|bilancio|incentiv|\brinvi|compens|€|\beuro\b|remunera|corrispost|erogat/;

export function readWeightCell(cell: string): WeightCell {
  const weights: bigint[] = [];
  const gaps: number[] = [];
  const sentences: string[] = [];
  const odd: string[] = [];
  const lines = linesOfCell(cell);
  for (const { text, gap } of lines) {
    if (text.length < 200 && WEIGHTS.test(text)) {
      for (const number of text.match(/\d+(?:[.,]\d+)?/g) ?? []) {
        const weight = hundredthsOf(number);
        if (weight === 0n) continue; // no weight: zero is not one
        weights.push(weight);
        gaps.push(gap);
      }
    } else if (NONE.test(text)) continue;
    else if (ABOUT_MONEY.test(folded(text)) || (sentences.length > 0 && /\p{L}{3}/u.test(text))) sentences.push(text);
    else odd.push(text);
  }
  const unreadable = odd.length === 0 ? null : odd.join(' ');
  return {
    weights,
    gaps,
    funding: sentences.length === 0 ? null : sentences.join(' '),
    unreadable,
    blank: lines.length === 0,
  };
}

/** `2,5` and `2.50` are 250n. */
export function hundredthsOf(number: string): bigint {
  const [whole = '0', fraction = ''] = number.split(/[.,]/);
  return BigInt(whole + fraction.padEnd(2, '0'));
}
