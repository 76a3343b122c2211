import { folded } from './text.js';

/** The number that is written in digits or in Roman letters. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };
  const letters = folded(text)
    .split('')
    .map((letter) => values[letter] ?? 0);
  return letters.reduce((sum, value, index) => sum + (value < (letters[index + 1] ?? 0) ? -value : value), 0);
}
