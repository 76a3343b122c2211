import type { Language } from '../language.js';
import type { Facts } from '../problems/problem-text.js';
import { decimalInWords } from './decimal.js';
import { eventsInWords } from './event-names.js';
import { factInWords } from './fact-words.js';
import { moneyInWords } from './money.js';
import { whenInWords } from './when.js';

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
  'dueOn',
  'actedOn',
  'lastVariedOn',
  'resumedOn',
  'since',
  'lastAt',
];

/** What the plan says, in facts: it may take half a page. */
const QUOTED: readonly string[] = ['indicatorText', 'deadlineText'];

/** Lists of days, in facts: `2022-02-27, 2022-03-01`. */
const DAYS: readonly string[] = ['open', 'settled'];

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
  'left',
  'degree',
  'threshold',
];

/** Euros, in facts. */
const MONEY: readonly string[] = ['needed', 'reserve'];

/**
 * The facts of a sentence as people write and say them: days, amounts, what our own words for the machine stand for.
 *
 * @param template  in which they are filled
 */
export function factsInWords(facts: Facts, template: string, language: Language): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      (typeof fact === 'string' &&
        ((QUOTED.includes(name) && shortened(fact)) ||
          (DAYS.includes(name) && daysInWords(fact, language)) ||
          (WHEN.includes(name) && whenInWords(fact, language)) ||
          (DECIMAL.includes(name) && !isQuoted(name, template) && decimalInWords(fact, language)) ||
          ((name === 'changed' || name === 'done') && eventsInWords(fact, language)) ||
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

function daysInWords(days: string, language: Language): string {
  return days
    .split(', ')
    .map((day) => whenInWords(day, language) ?? day)
    .join(', ');
}
