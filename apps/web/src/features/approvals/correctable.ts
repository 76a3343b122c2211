import { romeDayOf } from '#domain';
import type { Answer } from '../../client/ask.js';

type Detail = Answer<'approval'>;

/** As much of an approval as says what was done in it. */
interface Approval extends Pick<Detail, 'setOut' | 'agreed'> {
  readonly steps: readonly Pick<Detail['steps'][number], 'id'>[];
  readonly waiting: Pick<NonNullable<Detail['waiting']>, 'step' | 'votes'> | null;
}

/** Something done of which somebody may tell another day. */
export interface Correctable {
  /** Null: it was sent on its way. */
  readonly step: string | null;
  readonly person: string | null;
  readonly office: string | null;
  /** As it is told so far. */
  readonly on: string;
}

/**
 * What was done so far, in its order.
 *
 * @param person  who asks; null: whoever may say it of what others did
 */
export function correctableIn({ setOut, steps, agreed, waiting }: Approval, person: string | null): Correctable[] {
  const sent =
    setOut === null || (person !== null && !setOut.by.includes(person))
      ? []
      : [{ step: null, person: null, office: null, on: setOut.on ?? romeDayOf(setOut.at) }];
  const votes = steps.flatMap(({ id }) =>
    (waiting?.step === id ? waiting.votes : (agreed[id] ?? []))
      .filter((vote) => person === null || vote.person === person)
      .map((vote) => ({
        step: id,
        person: vote.person,
        office: vote.office,
        on: vote.on ?? vote.act?.date ?? romeDayOf(vote.at),
      })),
  );
  return [...sent, ...votes];
}
