import type { Question } from './read-document.js';

/** Whether the document is whole: nobody but a person can know. */
const DOCUMENT_END = 'document-end';

/** Every question, answered or open, where it stands in the document. */
export function asked(open: readonly Question[], answered: readonly Question[]): readonly Question[] {
  const others = answered.filter(({ id }) => !open.some((question) => question.id === id));
  return [...open, ...others].toSorted((a, b) => a.line - b.line || a.id.localeCompare(b.id));
}

/** The proposed answers that may be taken without looking at each. */
export function proposals(open: readonly Question[]) {
  return open.filter(({ id }) => id !== DOCUMENT_END).map((question) => ({ question, option: question.proposed }));
}

/** Whether the document seems cut off, and nobody has said yet whether it is. */
export function asksWhetherWhole(open: readonly Question[]): boolean {
  return open.some(({ id }) => id === DOCUMENT_END);
}
