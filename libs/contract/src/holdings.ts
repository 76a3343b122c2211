import { z } from 'zod';
import { LocalDate, Money } from './values.js';

export const Holding = z
  .object({
    office: z.string(),
    from: LocalDate.nullable(),
    to: LocalDate.nullable(),
    days: z.number().int().nullable().meta({ description: 'Within the plan’s time; null: not known.' }),
  })
  .meta({ id: 'Holding', description: 'Who answered for a share and when: each keeps the credit of those days.' });

export const PersonHeld = z
  .object({
    person: z.string().nullable().meta({ description: 'An account; null: nobody held the office.' }),
    office: z.string(),
    from: LocalDate,
    to: LocalDate,
    days: z.number().int().meta({
      description:
        'Within the plan’s time; of what came to its office only after it since then, to the last day of the run (of an objective, to today).',
    }),
  })
  .meta({ id: 'PersonHeld', description: 'Who held an office while it answered for a share.' });

export const PersonCredit = PersonHeld.extend({
  amount: Money.meta({ description: 'Of the days of several each has an equal part.' }),
}).meta({
  id: 'PersonCredit',
  description: 'And what those days make of what the office gets: each keeps their credit.',
});
