import { z } from 'zod';
import type { LifecycleVerb, WorkflowDefinition } from '#domain';
import { lifecycleStates, lifecycleVerbs, officeFunctions, outcomes, relations, SAID_OF, scorings } from '#domain';

const Id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,99}$/)
  .meta({ id: 'Id', description: 'Lower-case letters without accents, digits and hyphens.' });

/** Of any year: 29 February is none. */
const MONTH_DAY =
  /^(?:0[13578]-(?:0[1-9]|[12]\d|3[01])|1[02]-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))$/;

/** Far beyond what a body has: each of them is looked at beside all others. */
const MOST = { offices: 500, transitions: 200, steps: 30, entries: 50 };

/** The length is that of what stands in the file, as JSON Schema counts it. */
/** Line breaks and other control characters would break lists, documents and drawings. */
export const oneLine = /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u;

/** Signs that nobody sees, or that turn the writing round, would show another name than the one that is written. */
const allSeen = /^[^\u115f\u1160\u2800\u3164\uffa0\p{Cf}\p{Cs}]*$/u;

const Line = z
  .string()
  .max(200)
  .trim()
  .min(1)
  .regex(oneLine)
  .refine((text) => allSeen.test(text), { params: { reason: 'unseen-sign' } })
  .meta({ pattern: '\\S' });

const Name = z
  .strictObject({ it: Line, en: Line })
  .meta({ id: 'Name', description: 'As people read it, in Italian and in English.' });

/** Exactly one of the three. */
const Who = z
  .strictObject({
    office: Id.optional().meta({ description: 'An office of the list `offices`.' }),
    role: Id.optional().meta({ description: 'Whoever holds an office with this role.' }),
    relation: z.enum(relations).optional().meta({ description: 'An office that is known with the subject at hand.' }),
  })
  .refine((who) => Object.values(who).filter((value) => value !== undefined).length === 1, {
    params: { reason: 'exactly-one' },
  })
  .transform((who) => who as WorkflowDefinition['objective']['transitions'][number]['who'][number])
  .meta({
    id: 'Who',
    minProperties: 1,
    maxProperties: 1,
    description: 'Who may act: an office, a role or a relation.',
  });

const Act = z
  .strictObject({ kinds: z.array(Line).min(1).max(MOST.entries) })
  .meta({ id: 'Act', description: 'An act must be named, of one of these kinds: DGC, DCC, determina, decreto.' });

const count = z.int().min(1).max(1000);

const Agreement = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('one') }),
    z.strictObject({ kind: z.literal('all'), of: z.enum(['offices', 'members']) }),
    z.strictObject({ kind: z.literal('quorum'), count }),
    z.strictObject({ kind: z.literal('weighted'), threshold: count, weights: z.record(Id, count) }),
  ])
  .meta({
    id: 'Agreement',
    description: 'How many must agree: one; all (one person of each office, or every member); a quorum; by weights.',
  });

const after = z.int().min(0).max(250).meta({ description: 'Working days after the term.' });

const TimeoutAction = z
  .discriminatedUnion('do', [
    z.strictObject({ after, do: z.literal('remind') }),
    z.strictObject({ after, do: z.literal('escalate'), to: Who }),
    z.strictObject({ after, do: z.literal('substitute'), by: Who }),
    z.strictObject({ after, do: z.literal('approve-silently') }),
  ])
  .meta({ id: 'TimeoutAction', description: 'What happens when nobody has acted.' });

const Step = z
  .strictObject({
    id: Id.meta({ description: 'Unique within the chain.' }),
    name: Name,
    who: z.array(Who).min(1).max(MOST.entries),
    agreement: Agreement.default({ kind: 'one' }),
    order: z
      .enum(['parallel', 'in-order'])
      .default('parallel')
      .meta({ description: 'Whether participants may act at the same time, or each after the one before.' }),
    substitute: Who.nullable()
      .default(null)
      .meta({ description: 'Acts where duty separation bars those who should; null: such an approval is refused.' }),
    independentOf: z
      .union([z.enum(['earlier', 'nobody']), z.array(Id).min(1).max(MOST.steps)])
      .optional()
      .meta({
        description:
          'Whose earlier steps keep a person from this one: `earlier`, all of them; some, by their ids; `nobody`. Left out: all, but at a step with an act outside premium runs and evaluations.',
      }),
    term: z
      .strictObject({ workingDays: z.int().min(1).max(250) })
      .nullable()
      .default(null)
      .meta({ description: 'From the day the step opens; null: no term.' }),
    onTimeout: z.array(TimeoutAction).max(MOST.entries).default([]),
    outcomes: z.array(z.enum(outcomes)).min(1).max(MOST.entries),
    act: Act.nullable().default(null),
  })
  .meta({ id: 'Step', description: 'Who must agree now, how, by when, and what they may answer.' });

const Chain = z
  .strictObject({ steps: z.array(Step).min(1).max(MOST.steps) })
  .meta({ id: 'Chain', description: 'The steps of one approval, one after the other.' });

const RequiredDocument = z
  .strictObject({
    id: Id.meta({ description: 'Unique within the chain.' }),
    name: Name,
    kinds: z
      .array(Line)
      .max(MOST.entries)
      .default([])
      .meta({ description: 'The kinds of act of which it must be; empty: any.' }),
  })
  .meta({ id: 'RequiredDocument' });

const ChainOfRuns = Chain.extend({
  documents: z
    .array(RequiredDocument)
    .max(20)
    .default([])
    .meta({ description: 'What whoever proposes a run must name: documents of which the log knows nothing itself.' }),
}).meta({ id: 'ChainOfRuns', description: 'The approval of a premium run.' });

const OfficeEntry = z
  .strictObject({
    id: Id,
    function: z
      .enum(officeFunctions)
      .nullable()
      .default(null)
      .meta({ description: 'What the law wants it for; null: nothing in particular.' }),
    members: z
      .int()
      .min(1)
      .max(50)
      .optional()
      .meta({ description: 'How many sit in it, where it decides together: 3 for an OIV of three.' }),
    names: z
      .array(Line)
      .max(MOST.entries)
      .default([])
      .meta({ description: 'What bodies call it: how plans and lists of people name it.' }),
  })
  .meta({ id: 'Office' });

/** Of other verbs it is null, or left out: an editor says so before the check does. */
function takenOnlyBy(key: 'act' | 'substitute', isTaken: (verb: LifecycleVerb) => boolean) {
  const verb = { enum: lifecycleVerbs.filter(isTaken) };
  return { anyOf: [{ properties: { verb } }, { properties: { [key]: { type: 'null' } } }] };
}

const TransitionEntry = z
  .strictObject({
    verb: z.enum(lifecycleVerbs),
    from: z.array(z.enum(lifecycleStates)).min(1).max(MOST.entries),
    to: z.enum(lifecycleStates),
    who: z
      .array(Who)
      .max(MOST.entries)
      .default([])
      .meta({ description: 'Empty: the system, when what it waits for has happened (a chain that was passed).' }),
    substitute: Who.nullable().optional().meta({
      description: 'Of `liquidate`: who pays, proposes and takes back a run that pays all of those. Left out: nobody.',
    }),
    act: Act.nullable().default(null),
  })
  .meta({
    id: 'Transition',
    allOf: [takenOnlyBy('act', (verb) => SAID_OF[verb].act), takenOnlyBy('substitute', (verb) => verb === 'liquidate')],
  });

const days = z.int().min(1).max(3660);

const Suspension = z
  .strictObject({
    maximumDays: days.meta({ description: 'How long work on a share may rest in all, one rest after the other.' }),
    unratifiedDays: days
      .optional()
      .meta({ description: 'How long an urgent rest lasts that no act has ratified; left out: as long as any.' }),
  })
  .meta({ id: 'Suspension', description: 'How long work on a share may rest.' });

const Term = z.strictObject({ workingDays: z.int().min(1).max(250) }).meta({ id: 'Term' });

const Life = z
  .strictObject({
    states: z
      .array(z.strictObject({ id: z.enum(lifecycleStates), name: Name }))
      .min(1)
      .max(MOST.entries)
      .meta({ description: 'The first is where objectives begin.' }),
    transitions: z.array(TransitionEntry).min(1).max(MOST.transitions),
    suspension: Suspension.optional().meta({ description: 'Left out: work rests as long as the acts say.' }),
    scoring: z.enum(scorings).optional().meta({
      description:
        'Whether the degree given may differ from the certified one, with a reason; left out: not where several had to agree to it.',
    }),
    appeal: Term.optional().meta({
      description:
        'Working days after its score in which an outcome is not made definitive, so that who is scored may be heard; left out: none.',
    }),
  })
  .meta({ id: 'Lifecycle' });

const Variations = z
  .strictObject({
    cutOff: z
      .string()
      .regex(MONTH_DAY)
      .meta({ description: 'The last day of its year on which a plan may be varied, month and day: 12-15.' }),
  })
  .meta({ id: 'Variations' });

const Evaluating = z
  .array(z.strictObject({ office: Id }).meta({ id: 'Evaluating', description: 'An office of the list `offices`.' }))
  .min(1)
  .max(MOST.entries)
  .optional();

const Evaluations = z
  .strictObject({
    evaluators: Evaluating.meta({ description: 'Propose, hear and judge; left out: whoever is named.' }),
    conciliators: Evaluating.meta({ description: 'One hears both in a conciliation; left out: whoever is named.' }),
    conductors: Evaluating.meta({
      description: 'Open, deliver, name the conciliator, make definitive; left out: whoever has the permission.',
    }),
    results: z
      .int()
      .min(0)
      .max(100)
      .meta({ description: 'Of a hundred, what the results weigh; the rest is the behaviours’.' }),
    hearingBelow: z
      .int()
      .min(0)
      .max(100)
      .meta({ description: 'A judgement below it is not given before a hearing was offered.' }),
    observations: Term.meta({ description: 'To answer the proposal, from its receipt.' }),
    conciliation: Term.meta({ description: 'To ask for a conciliation, from the receipt of the final judgement.' }),
  })
  .meta({ id: 'Evaluations' });

const chain = Chain.optional();

/** The file as people write it: what `WorkflowDefinition` says, without what can be left out. */
export const WorkflowFile = z
  .strictObject({
    $schema: z.string().optional(),
    id: Id.meta({ description: 'Names the workflow; versions of one id follow each other.' }),
    version: z.int().min(1).max(1_000_000).meta({ description: 'Raise it with every change once it was published.' }),
    name: Name,
    offices: z.array(OfficeEntry).min(1).max(MOST.offices),
    objective: Life,
    evaluations: Evaluations.optional().meta({ description: 'Left out: nobody is evaluated here.' }),
    variations: Variations.optional().meta({ description: 'Left out: plans are varied until 12-15.' }),
    chains: z
      .strictObject({
        plan: chain,
        objective: chain,
        variation: chain,
        rendicontazione: chain,
        justification: chain,
        evaluation: chain,
        'premium-run': ChainOfRuns.optional(),
      })
      .meta({ description: 'Who approves what. What is left out: docs/workflow.md.' }),
  })
  .meta({ title: 'Traguardo workflow', description: 'The life of objectives and who approves what, in one body.' });

export type WorkflowFile = z.output<typeof WorkflowFile>;
