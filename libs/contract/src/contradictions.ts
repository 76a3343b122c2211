import { z } from 'zod';
import { LocalDate } from './values.js';

const toldFact = {
  type: z.string(),
  data: z.record(z.string(), z.unknown()),
  on: LocalDate.meta({ description: 'The day on which it happened.' }),
};

/** Of the answer to the correction of an act, of its dry run, and of the act itself. */
export const Contradiction = z
  .object({
    kind: z.string().meta({ description: 'Whose fact it is: plan, objective, variation, premium …' }),
    id: z.string(),
    shareId: z.string().nullable(),
    ...toldFact,
    cited: LocalDate.nullable().meta({ description: 'The date with which it cites the act: it stays.' }),
    after: z.object(toldFact).nullable().meta({
      description:
        'What was there when it was done and came after the act (`opinion`: the one that a removal names); null: it came before the act itself.',
    }),
  })
  .meta({
    id: 'Contradiction',
    description:
      'A fact that was done by an act and is at odds with its date: done before it, or deciding what came after it.',
  });
