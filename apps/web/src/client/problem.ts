import type { ProblemDetails } from '#contract';
import type { z } from 'zod';
import { onThePage } from './on-the-page.js';

/** What the API says when it refuses: `message` is the sentence for the person, in their language. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(readonly details: z.infer<typeof ProblemDetails>) {
    super(onThePage(details.detail));
  }
  get status(): number {
    return this.details.status;
  }
  get code(): string {
    return this.details.code;
  }
}

/** Nobody answered, or nobody who could: whether it was done is unknown, asking again with the same key is safe. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
}
