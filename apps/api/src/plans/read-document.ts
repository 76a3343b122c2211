import type { Language } from '#contract';
import type { PlanDocument } from '#domain';
import type { KnownOffice, PlanReading, ReadApart } from '#plan-import';
import type { Documents } from '../documents/open-documents.js';
import type { Call } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import { contentOf } from '../documents/content-of.js';
import { problemsIn, questionsIn } from './shown-reading.js';

type Sent = Call<'draftPlan'>['body'];

/** With what a plan that was sent is read. */
export interface Readers {
  readonly readApart: ReadApart;
  readonly documents: Documents;
  /** The offices that the body has: an area that is called as one of them is that office. */
  knownOffices(): Promise<readonly KnownOffice[]>;
  /** What the body is called; null: it has not said. */
  bodyName(): Promise<string | null>;
}

/**
 * The plan that a published document tells, once nothing in it is left open.
 *
 * @throws Refusal `import/problems` or `import/questions-open`, with all of them; `document/not-found`
 */
export async function readDocument(sent: Sent, readers: Readers, language: Language): Promise<PlanDocument> {
  return documentIn(await readingOf(sent, readers), sent, language);
}

/** @throws Refusal `import/problems` or `import/questions-open`, with all of them */
export function documentIn(reading: PlanReading, sent: Sent, language: Language): PlanDocument {
  const { document } = reading;
  if (reading.problems.length > 0 || document === null) {
    const problems = problemsIn(reading, language);
    throw new Refusal('import/problems', { count: problems.length }, { problems });
  }
  const questions = questionsIn(reading, language);
  if (questions.length > 0 && !sent.acceptProposals) {
    throw new Refusal('import/questions-open', { count: questions.length }, { questions });
  }
  return 'document' in sent ? { ...document, origin: sent.document } : document;
}

/**
 * What a careful reader gets from the document, problems and questions included.
 *
 * @throws Refusal `document/not-found`
 */
export async function readingOf(sent: Sent, readers: Readers): Promise<PlanReading> {
  const [content, known, body] = await Promise.all([
    contentOf(sent, readers.documents),
    readers.knownOffices(),
    readers.bodyName(),
  ]);
  return readers.readApart.plan(content, { answers: sent.answers, known, ...(body !== null && { body }) });
}
