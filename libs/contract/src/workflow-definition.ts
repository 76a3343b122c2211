import { z } from 'zod';
import {
  approvalSubjects,
  lifecycleStates,
  lifecycleVerbs,
  scorings,
  officeFunctions,
  outcomes,
  relations,
  type WorkflowDefinition as DomainDefinition,
} from '#domain';

const Label = z.object({ it: z.string(), en: z.string() }).meta({ id: 'Label' });

export const Participant = z
  .union([z.object({ office: z.string() }), z.object({ role: z.string() }), z.object({ relation: z.enum(relations) })])
  .meta({ id: 'Participant', description: 'Who may act: an office, a role, or who stands so to the subject.' });

const Act = z
  .object({ kinds: z.array(z.string()) })
  .nullable()
  .meta({ description: 'An act of one of these kinds must be named; null: none.' });

const Agreement = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('one') }),
  z.object({ kind: z.literal('all'), of: z.enum(['offices', 'members']) }),
  z.object({ kind: z.literal('quorum'), count: z.number().int() }),
  z.object({
    kind: z.literal('weighted'),
    threshold: z.number().int(),
    weights: z.record(z.string(), z.number().int()),
  }),
]);

const after = z.number().int().meta({ description: 'Working days after the term.' });

const TimeoutAction = z.discriminatedUnion('do', [
  z.object({ after, do: z.literal('remind') }),
  z.object({ after, do: z.literal('escalate'), to: Participant }),
  z.object({ after, do: z.literal('substitute'), by: Participant }),
  z.object({ after, do: z.literal('approve-silently') }),
]);

export const ChainStep = z
  .object({
    id: z.string(),
    name: Label,
    who: z.array(Participant),
    agreement: Agreement,
    order: z.enum(['parallel', 'in-order']),
    substitute: Participant.nullable(),
    independentOf: z
      .union([z.enum(['earlier', 'nobody']), z.array(z.string())])
      .optional()
      .meta({ description: 'Whose earlier steps keep a person from this one.' }),
    term: z.object({ workingDays: z.number().int() }).nullable(),
    onTimeout: z.array(TimeoutAction),
    outcomes: z.array(z.enum(outcomes)),
    act: Act,
  })
  .meta({ id: 'ChainStep' });

const Chain = z.object({
  id: z.string(),
  version: z.number().int(),
  steps: z.array(ChainStep),
  documents: z
    .array(z.object({ id: z.string(), name: Label, kinds: z.array(z.string()) }))
    .optional()
    .meta({ description: 'Acts that whoever proposes must name.' }),
});

export const WorkflowDefinition = z
  .object({
    id: z.string(),
    version: z.number().int(),
    name: Label,
    offices: z.array(
      z.object({
        id: z.string(),
        function: z.enum(officeFunctions).nullable(),
        members: z.number().int().optional(),
        names: z.array(z.string()),
      }),
    ),
    objective: z.object({
      states: z.array(z.object({ id: z.enum(lifecycleStates), name: Label })),
      transitions: z.array(
        z.object({
          verb: z.enum(lifecycleVerbs),
          from: z.array(z.enum(lifecycleStates)),
          to: z.enum(lifecycleStates),
          who: z.array(Participant),
          act: Act,
        }),
      ),
      suspension: z
        .object({ maximumDays: z.number().int(), unratifiedDays: z.number().int().optional() })
        .optional()
        .meta({ description: 'How long work on a share may rest; left out: as long as the acts say.' }),
      scoring: z
        .enum(scorings)
        .optional()
        .meta({ description: 'Whether the degree given may differ from the certified one, with a reason.' }),
      appeal: z
        .object({ workingDays: z.number().int() })
        .optional()
        .meta({ description: 'How long after its score an outcome is not made definitive yet; left out: no time.' }),
    }),
    variations: z
      .object({ cutOff: z.string() })
      .optional()
      .meta({ description: 'The last day on which a plan of the year may be varied, month and day.' }),
    evaluations: z
      .object({
        evaluators: z.array(z.object({ office: z.string() })).optional(),
        conciliators: z.array(z.object({ office: z.string() })).optional(),
        conductors: z.array(z.object({ office: z.string() })).optional(),
        results: z.number().int(),
        hearingBelow: z.number().int(),
        observations: z.object({ workingDays: z.number().int() }),
        conciliation: z.object({ workingDays: z.number().int() }),
      })
      .optional()
      .meta({ description: 'How persons are evaluated; left out: nobody is.' }),
    chains: z.partialRecord(z.enum(approvalSubjects), Chain),
  })
  .meta({
    id: 'WorkflowDefinition',
    description: 'The life of objectives and who approves what; docs/workflow.md explains every key.',
  }) satisfies z.ZodType<DomainDefinition>;
