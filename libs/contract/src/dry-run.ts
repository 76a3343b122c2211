import { z } from 'zod';
import { Contradiction } from './contradictions.js';
import { LocalDate } from './values.js';
import { Warning } from './warnings.js';

/** Every command takes it. */
export const DryRun = z
  .enum(['true', 'false'])
  .default('false')
  .meta({ description: 'With true: only what would happen. Nothing is written, no key is used up.' });

/** Every command takes it. */
export const OccurredOn = LocalDate.optional().meta({
  description: 'When it happened in the world, where that was before today: the fact then counts as recorded late.',
});

export const PlannedEvent = z
  .object({
    stream: z.string(),
    type: z.string(),
    data: z.record(z.string(), z.unknown()),
    occurredOn: LocalDate,
  })
  .meta({ id: 'PlannedEvent', description: 'An event that a command would append, as it would be written.' });

export const WouldHappen = z
  .object({
    dryRun: z.literal(true),
    revision: z.number().int().meta({ description: 'Of the stream as it stands; -1 where there is none.' }),
    events: z.array(PlannedEvent).meta({ description: 'Empty where nothing would change.' }),
    contradictions: z
      .array(Contradiction)
      .optional()
      .meta({ description: 'Of the correction of an act: what was done by it and would not fit its date.' }),
    warnings: z.array(Warning).optional().meta({ description: 'What it brings with it; absent: nothing is asked.' }),
  })
  .meta({ id: 'WouldHappen', description: 'What a command would do now; nothing was written.' });

export const ToldRefusal = z
  .object({
    code: z.string(),
    status: z.number().int(),
    title: z.string(),
    detail: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
    law: z.string().optional().meta({ description: 'The article behind the rule, where the law says so.' }),
  })
  .meta({ id: 'ToldRefusal', description: 'Why not, as the problem that the command would be answered with.' });

/** Of a dry run that also shows what was read: what would follow. */
export const followUp = {
  events: z
    .array(PlannedEvent)
    .optional()
    .meta({ description: 'What would be written; of a reading in pages, with the first.' }),
  refusal: ToldRefusal.nullable().optional().meta({ description: 'Why it would be refused; null: it would not.' }),
} as const;
