import type { z } from 'zod';
import type { Facts, ProblemCode, ProblemDetails } from '#contract';
import type { NamedChain } from '#domain';

type Extras = Partial<
  Pick<z.output<typeof ProblemDetails>, 'errors' | 'problems' | 'questions' | 'mistakes' | 'whoCould'>
>;

/** Thrown at the edge when a request is answered with problem details. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: ProblemCode,
    readonly facts: Facts = {},
    readonly extras: Extras = {},
    readonly headers: Readonly<Record<string, string>> = {},
    /** Whose steps and documents the facts name; absent: of none that is known. */
    readonly chain?: NamedChain,
  ) {
    super(code);
  }
}
