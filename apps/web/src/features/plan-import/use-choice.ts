import { useState } from 'react';
import { useDrafts } from '../session/session.js';
import type { Answers, Document, Question } from './read-document.js';

const KEPT = 'plan-import/choice';

/** What was chosen so far. */
export interface Choice {
  readonly document: Document | null;
  readonly answers: Answers;
  /** Questions that were answered: once they are, a reading asks them no more. */
  readonly answered: readonly Question[];
}

const NOTHING: Choice = { document: null, answers: {}, answered: [] };

/** The document and the answers, kept on this browser until the plan is drafted. */
export function useChoice() {
  const drafts = useDrafts();
  const [choice, setChoice] = useState(() => drafts.read<Choice>(KEPT)?.values ?? NOTHING);
  const keep = (next: Choice) => {
    setChoice(next);
    if (next.document === null) drafts.discard(KEPT);
    else drafts.keep(KEPT, next);
  };
  return {
    ...choice,
    use: (document: Document) => keep({ ...NOTHING, document }),
    answer: (given: readonly { readonly question: Question; readonly option: string | null }[]) =>
      keep(given.reduce(withAnswer, choice)),
    /** Forgets everything, as when the plan is drafted. */
    clear: () => keep(NOTHING),
  };
}

export type UsedChoice = ReturnType<typeof useChoice>;

function withAnswer(choice: Choice, { question, option }: { question: Question; option: string | null }): Choice {
  const { [question.id]: _, ...others } = choice.answers;
  const asked = choice.answered.filter(({ id }) => id !== question.id);
  if (option === null) return { ...choice, answers: others, answered: asked };
  return { ...choice, answers: { ...others, [question.id]: option }, answered: [...asked, question] };
}
