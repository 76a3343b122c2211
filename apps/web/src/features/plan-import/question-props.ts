import type { Answers, Document, Question, Reading } from './read-document.js';

/** A question, and what its reading stands on. */
export interface QuestionProps {
  readonly document: Document;
  readonly question: Question;
  readonly areas: Reading['areas'];
  readonly answers: Answers;
}
