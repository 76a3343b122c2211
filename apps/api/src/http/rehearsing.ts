import { Inject, Injectable } from '@nestjs/common';
import type { RouteName } from '#contract';
import { Rehearsed, type PlannedEvent } from '#engine';
import type { Call } from './call.js';
import { ProblemWords, type Told } from './problem-words.js';

/** What would follow from a command. */
export interface FollowUp {
  readonly events: PlannedEvent[];
  readonly refusal: Told['details'] | null;
}

/** Asks a command, through all of its own checks, what it would do. */
@Injectable()
export class Rehearsing {
  constructor(@Inject(ProblemWords) private readonly words: ProblemWords) {}

  /** @param act  what the handler does, with a context that says `dryRun` */
  async of(
    { language, context, params }: Pick<Call<RouteName>, 'language' | 'context' | 'params'>,
    act: () => Promise<unknown>,
  ): Promise<FollowUp> {
    try {
      await act();
      throw new Error('a dry run came to no end: what it did was no command');
    } catch (error) {
      if (error instanceof Rehearsed) return { events: [...error.rehearsal.events], refusal: null };
      const { details } = await this.words.tell(error, { language, id: context.correlationId, params });
      return { events: [], refusal: details };
    }
  }
}
