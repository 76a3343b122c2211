import type { RefusalCode } from '#domain';
import type { Language } from '../language.js';
import { elided } from '../words/elision.js';
import { factsInWords } from '../words/facts-in-words.js';
import { waysOut } from '../words/separation-names.js';
import { actProblems } from './act.js';
import { approvalProblems } from './approval.js';
import { documentProblems } from './document.js';
import { evaluationProblems } from './evaluation.js';
import { objectiveProblems } from './objective.js';
import { organisationProblems } from './organisation.js';
import { ownProblems } from './own.js';
import { planProblems } from './plan.js';
import { premiumProblems } from './premium.js';
import { lawOf } from './law.js';
import { fill, type Facts, type ProblemText } from './problem-text.js';
import { otherRuleProblems } from './value.js';
import { variationProblems } from './variation.js';
import { workflowProblems } from './workflow.js';

export type OwnCode = keyof typeof ownProblems | keyof typeof documentProblems;

/** Every code that an answer may carry. Codes are public and never reused. */
export type ProblemCode = RefusalCode | OwnCode;

/** What every code means. A new refusal of the rules does not compile before it has words here. */
export const problems: Readonly<Record<ProblemCode, ProblemText>> = {
  ...actProblems,
  ...planProblems,
  ...objectiveProblems,
  ...approvalProblems,
  ...organisationProblems,
  ...variationProblems,
  ...premiumProblems,
  ...evaluationProblems,
  ...otherRuleProblems,
  ...workflowProblems,
  ...documentProblems,
  ...ownProblems,
};

/**
 * Problem details after RFC 9457, with the stable code and the facts of the case.
 *
 * @param words  what the sentence names besides, or calls otherwise than the facts do, in the language
 */
export function describeProblem(code: ProblemCode, language: Language, facts: Facts, words: Facts = {}) {
  const { status, title, detail } = problems[code];
  const wayOut = waysOut[String(facts['rule'])]?.[language];
  const told = spoken(
    fill(detail[language], { ...factsInWords(facts, detail[language], language), ...words }),
    language,
  );
  const law = lawOf(code, facts);
  return {
    type: `urn:traguardo:problem:${code}`,
    title: title[language],
    status,
    detail: wayOut === undefined ? told : `${told} ${wayOut}`,
    code,
    facts,
    ...(law !== undefined && { law }),
  };
}

function spoken(sentence: string, language: Language): string {
  return language === 'it' ? elided(sentence) : sentence;
}
