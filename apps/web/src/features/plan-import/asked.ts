import type { Question } from './read-document.js';

/** Says that the document is whole: nobody but a person can know. */
const ONLY_BY_A_PERSON = new Set(['document-end']);

/** Every question, answered or open, where it stands in the document. */
export function asked(open: readonly Question[], answered: readonly Question[]): readonly Question[] {
  const others = answered.filter(({ id }) => !open.some((question) => question.id === id));
  return [...open, ...others].toSorted((a, b) => a.line - b.line || a.id.localeCompare(b.id));
}

/** The proposed answers that may be taken without looking at each. */
export function proposals(open: readonly Question[]) {
  return open
    .filter(({ id }) => !ONLY_BY_A_PERSON.has(id))
    .map((question) => ({ question, option: question.proposed }));
}
