import type { Ambiguity } from './draft.js';
import { problem, quoted, type Problem } from './problem.js';
import { COMPLETE_OPTION, COMPLETE_QUESTION, CUT_OFF_OPTION } from './wholeness.js';

/** One question for all that the weights settle: that they reach their ceilings is evidence, not law. */
export const WEIGHTS_QUESTION = 'weights';
export const CONFIRM = 'confirm';
export const ONE_BY_ONE = 'one-by-one';

/** Answers to questions that the document does not ask, or that are no option of theirs. */
export function wrongAnswers(ambiguities: readonly Ambiguity[], answers: Readonly<Record<string, string>>): Problem[] {
  const known = new Map<string, { line: number; options: readonly string[] }>([
    [WEIGHTS_QUESTION, { line: ambiguities[0]?.line ?? 1, options: [CONFIRM, ONE_BY_ONE] }],
    [COMPLETE_QUESTION, { line: 1, options: [CUT_OFF_OPTION, COMPLETE_OPTION] }],
    ...ambiguities.map(({ id, line, options }) => [id, { line, options: options.map((option) => option.id) }] as const),
  ]);
  return Object.entries(answers)
    .slice(0, 200)
    .flatMap(([id, option]) => {
      const question = known.get(id);
      if (question === undefined) {
        const list = ambiguities.map((ambiguity) => ambiguity.id).join(', ');
        return [
          problem(
            1,
            'import/unknown-question',
            `La risposta ${quoted(id)} non è a nessuna domanda di questo documento. Le domande sono: ${WEIGHTS_QUESTION}${list && `, ${list}`}.`,
            `The answer ${quoted(id)} belongs to no question of this document. The questions are: ${WEIGHTS_QUESTION}${list && `, ${list}`}.`,
          ),
        ];
      }
      if (question.options.includes(option)) return [];
      const list = question.options.join(', ');
      return [
        problem(
          question.line,
          'import/unknown-option',
          `La risposta ${quoted(option)} alla domanda ${quoted(id)} non è fra quelle possibili: ${list}.`,
          `The answer ${quoted(option)} to the question ${quoted(id)} is not among the options: ${list}.`,
        ),
      ];
    });
}

export function answersOverCeilings(line: number): Problem {
  return problem(
    line,
    'import/answers-over-ceiling',
    'Con le risposte date nessuna lettura resta entro i massimi: cambiare una risposta.',
    'With the answers given no reading stays within the ceilings: change an answer.',
  );
}
