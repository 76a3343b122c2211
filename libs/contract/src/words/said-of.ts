import type { Language } from '../language.js';
import { describeProblem, problems, type ProblemCode } from '../problems/problems.js';

/** A refusal of before in words; a rule that is newer than these words by its code. */
export function saidOf(code: string, language: Language): string {
  return Object.hasOwn(problems, code) ? describeProblem(code as ProblemCode, language, {}).title : code;
}
