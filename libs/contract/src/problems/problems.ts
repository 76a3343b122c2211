import type { RefusalCode } from '#domain';
import type { Language } from '../language.js';
import { elided } from '../words/elision.js';
import { decimalInWords } from '../words/decimal.js';
import { factInWords } from '../words/fact-words.js';
import { waysOut } from '../words/separation-names.js';
import { moneyInWords } from '../words/money.js';
import { whenInWords } from '../words/when.js';
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
  const told = spoken(fill(detail[language], { ...inWords(facts, detail[language], language), ...words }), language);
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

/** What says when, in facts; what else looks like a day, such as a chosen name, stays as it is. */
const WHEN: readonly string[] = [
  'day',
  'today',
  'value',
  'min',
  'max',
  'instance',
  'now',
  'to',
  'from',
  'until',
  'registered',
  'decidedOn',
  'actedOn',
  'lastVariedOn',
  'resumedOn',
  'since',
];

/** What the plan says, in facts: it may take half a page. */
const QUOTED: readonly string[] = ['indicatorText', 'deadlineText'];

/** Degrees, points and amounts, in facts; what else has a point in it, such as the number of an objective, stays as it is. */
const DECIMAL: readonly string[] = [
  'value',
  'min',
  'max',
  'from',
  'to',
  'paid',
  'full',
  'last',
  'ceiling',
  'sum',
  'weight',
  'degree',
  'threshold',
];

/** Euros, in facts. */
const MONEY: readonly string[] = ['needed', 'reserve'];

function inWords(facts: Facts, template: string, language: Language): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      (typeof fact === 'string' &&
        ((QUOTED.includes(name) && shortened(fact)) ||
          (WHEN.includes(name) && whenInWords(fact, language)) ||
          (DECIMAL.includes(name) && !isQuoted(name, template) && decimalInWords(fact, language)) ||
          (MONEY.includes(name) && moneyInWords(fact, language)) ||
          factInWords(name, fact, language))) ||
        fact,
    ]),
  );
}

/** Between quotes stands what was written, as it was. */
function isQuoted(fact: string, template: string): boolean {
  return template.includes(`«{${fact}}»`) || template.includes(`"{${fact}}"`);
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119).trimEnd()}…` : text;
}

function spoken(sentence: string, language: Language): string {
  return language === 'it' ? elided(sentence) : sentence;
}
