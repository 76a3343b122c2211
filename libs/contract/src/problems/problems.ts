import type { RefusalCode } from '#domain';
import type { Language } from '../language.js';
import { approvalProblems } from './approval.js';
import { documentProblems } from './document.js';
import { objectiveProblems } from './objective.js';
import { ownProblems } from './own.js';
import { planProblems } from './plan.js';
import { fill, type Facts, type ProblemText } from './problem-text.js';
import { otherRuleProblems } from './value.js';

export type OwnCode = keyof typeof ownProblems | keyof typeof documentProblems;

/** Every code that an answer may carry. Codes are public and never reused. */
export type ProblemCode = RefusalCode | OwnCode;

/** What every code means. A new refusal of the rules does not compile before it has words here. */
export const problems: Readonly<Record<ProblemCode, ProblemText>> = {
  ...planProblems,
  ...objectiveProblems,
  ...approvalProblems,
  ...otherRuleProblems,
  ...documentProblems,
  ...ownProblems,
};

/**
 * Problem details after RFC 9457, with the stable code and the facts of the case.
 *
 * @param words  what the sentence names besides, in the language
 */
export function describeProblem(code: ProblemCode, language: Language, facts: Facts, words: Facts = {}) {
  const { status, title, detail } = problems[code];
  return {
    type: `urn:traguardo:problem:${code}`,
    title: title[language],
    status,
    detail: fill(detail[language], { ...facts, ...words }),
    code,
    facts,
  };
}
