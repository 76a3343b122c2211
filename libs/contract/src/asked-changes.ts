import { z } from 'zod';
import { DeadlineId, Decimal, LocalDate, OfficeId, ShareId, Text, WrittenText } from './values.js';

/** Also without the year, as earlier releases wanted it. */
const AskedObjective = z
  .string()
  .regex(/^(?:\d{4}-)?[0-9a-z.]{1,40}$/)
  .meta({ description: 'The id of the objective; the plan may be left out.', examples: ['2022-20.4.1a'] });
const InnerId = z.string().min(1).max(160);

const Target = z.strictObject({
  comparison: z.enum(['at-least', 'exactly', 'at-most']),
  value: Decimal,
  unit: z.enum(['%', 'count']),
});

const NewShare = {
  areaId: OfficeId,
  unit: Text.nullable().default(null),
  weight: Decimal.nullable().meta({ description: 'Null where money of its own takes its place.' }),
  funding: Text.nullable().default(null),
};

const NewObjective = z
  .strictObject({
    mission: z.number().int().positive(),
    strategicObjective: z.number().int().positive(),
    number: z.string().regex(/^[0-9a-z]{1,10}$/),
    title: WrittenText,
    shares: z.array(z.strictObject(NewShare)).min(1).max(50),
    indicators: z
      .array(z.strictObject({ text: WrittenText, target: Target.nullable().default(null) }))
      .min(1)
      .max(50)
      .meta({
        description:
          'Some target is needed; where none is given, what a text says in figures is its target («almeno 80%», «n. 10»).',
      }),
    dueOn: LocalDate.meta({ description: 'All its shares answer by that day.' }),
  })
  .meta({ id: 'NewObjective', description: 'An objective of which every share has all indicators and one deadline.' });

export const AskedChange = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('move-deadline'),
      objectiveId: AskedObjective,
      deadlineId: DeadlineId,
      to: LocalDate,
    }),
    z.strictObject({
      kind: z.literal('change-indicator'),
      objectiveId: AskedObjective,
      indicatorId: InnerId,
      text: WrittenText,
      target: Target.nullable(),
    }),
    z.strictObject({ kind: z.literal('move-weight'), from: ShareId, to: ShareId, points: Decimal }),
    z.strictObject({
      kind: z.literal('add-share'),
      objectiveId: AskedObjective,
      share: z.strictObject(NewShare),
      indicatorIds: z.array(InnerId).max(50),
      deadlineIds: z.array(DeadlineId).max(50),
    }),
    z.strictObject({ kind: z.literal('add-objective'), objective: NewObjective }),
    z
      .strictObject({
        kind: z.literal('add-proposal'),
        objectiveId: AskedObjective,
        weightless: z.boolean().default(false).meta({
          description:
            'Where the ceiling of an area is reached: its shares come with the weight 0, and each is given its own by a `move-weight` after it.',
        }),
      })
      .meta({
        description: 'A validated proposal comes into the plan as it was validated; an `add-objective`, shown again.',
      }),
    z.strictObject({
      kind: z.literal('remove-objective'),
      objectiveId: AskedObjective,
      cause: z.enum(['third-party', 'upstream-area', 'resources', 'change-of-law', 'force-majeure']),
      note: WrittenText,
      weight: z.enum(['redistribute', 'neutralise']).default('neutralise'),
    }),
  ])
  .meta({
    id: 'AskedChange',
    description: 'One thing that shall change.',
  });
