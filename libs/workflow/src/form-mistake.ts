import { pathInWords, type FormMistakeCode, type Mistake, type Path } from './mistake.js';
import type { Place } from './places.js';
import { formWords } from './words/form-words.js';

export const START: Place = { line: 1, column: 1 };

/** A mistake of form in words, at its place. */
export function formMistake(
  code: FormMistakeCode,
  path: Path,
  facts: Readonly<Record<string, string | number>>,
  { line, column }: Place,
): Mistake {
  return { code, line, column, path: pathInWords(path), ...formWords(code, facts), law: null };
}
