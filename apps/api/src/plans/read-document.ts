import type { Language } from '#contract';
import type { PlanDocument } from '#domain';
import { readPlan, type PlanReading } from '#plan-import';
import type { Answer, Call } from '../http/call.js';
import { Refusal } from '../http/refusal.js';

type Sent = Call<'draftPlan'>['body'];

/**
 * The plan that a published text tells, once nothing in it is left open.
 *
 * @throws Refusal `import/problems` or `import/questions-open`, with all of them
 */
export function readDocument({ text, answers, acceptProposals }: Sent, language: Language): PlanDocument {
  const reading = readPlan(text, { answers });
  const problems = problemsIn(reading, language);
  const { document } = reading;
  if (problems.length > 0 || document === null) {
    throw new Refusal('import/problems', { count: problems.length }, { problems });
  }
  const questions = questionsIn(reading, language);
  if (questions.length > 0 && !acceptProposals) {
    throw new Refusal('import/questions-open', { count: questions.length }, { questions });
  }
  return document;
}

/** What a careful reader gets from the text, problems and questions included. */
export function readingOf({ text, answers }: Sent, language: Language): Answer<'draftPlan'> {
  const reading = readPlan(text, { answers });
  return { ...reading.reading, questions: questionsIn(reading, language), problems: problemsIn(reading, language) };
}

function problemsIn({ problems }: PlanReading, language: Language) {
  return problems.map(({ line, code, message }) => ({ line, code, message: message[language] }));
}

function questionsIn({ questions }: PlanReading, language: Language) {
  return questions.map(({ id, line, question, options, proposed }) => ({
    id,
    line,
    question: question[language],
    options: options.map((option) => ({ id: option.id, label: option.label[language] })),
    proposed,
  }));
}
