import { z } from 'zod';
import type { RelationOfAct } from '#domain';
import { Contradiction } from './contradictions.js';
import { evidenceProblems } from './documents.js';
import { defineRoutes } from './route.js';
import {
  ActReference,
  CommandAnswer,
  Evidence,
  Instant,
  LocalDate,
  ObjectiveId,
  PlanId,
  WrittenLine,
  WrittenText,
} from './values.js';

export const ActId = z
  .string()
  .regex(/^(\d{4}|undated)-[a-z0-9.]{1,60}-[a-z0-9.]{1,60}$/)
  .meta({ id: 'ActId', description: 'Year, kind and number of an act, lower case.', examples: ['2022-dgc-54'] });

const relations = ['cites', 'defines', 'amends', 'repeals', 'carries-out'] as const satisfies readonly RelationOfAct[];

const details = {
  organ: WrittenLine.meta({ description: 'Who decided it: «Giunta comunale».' }),
  title: WrittenText,
  effectiveFrom: LocalDate.nullable().default(null).meta({ description: 'Null: from its date.' }),
};

export const RegisterAct = z
  .strictObject({
    act: ActReference.extend({ date: LocalDate }),
    ...details,
    file: Evidence.nullable().default(null).meta({ description: 'The act itself; without it the act is a debt.' }),
  })
  .meta({ id: 'RegisterAct' });

export const CorrectAct = z
  .strictObject({
    date: LocalDate,
    ...details,
    file: Evidence.optional().meta({ description: 'In the place of one that is not the act’s; left out: it stays.' }),
    reason: WrittenText,
  })
  .meta({ id: 'CorrectAct', description: 'What the act should have said; what it said stays in its history.' });

export const AttachFile = z.strictObject({ file: Evidence }).meta({ id: 'AttachFile' });

export const RelateAct = z
  .strictObject({
    relation: z.enum(relations),
    to: z.union([
      z.strictObject({ act: ActReference }),
      z.strictObject({ planId: PlanId }),
      z.strictObject({ objectiveId: ObjectiveId }),
    ]),
  })
  .meta({ id: 'RelateAct', description: 'Another act that it has to do with, or the plan or objective it is about.' });

export const Citation = z
  .object({
    kind: z.string().meta({ description: 'What cites it: plan, objective, premium, act …' }),
    id: z.string(),
    planId: z.string().nullable(),
    shareId: z.string().nullable(),
    line: z.number().int().nullable().meta({ description: 'Of the document that was read, from 1.' }),
    relation: z.string(),
    type: z.string().meta({ description: 'The event that says so.' }),
    act: ActReference.nullable().meta({ description: 'As it is written there.' }),
  })
  .meta({ id: 'Citation', description: 'Where an act is named.' });

export const Act = z
  .object({
    actId: z.string(),
    act: ActReference,
    registered: z.boolean(),
    organ: z.string().nullable(),
    title: z.string().nullable(),
    effectiveFrom: LocalDate.nullable(),
    file: Evidence.nullable(),
    missing: z
      .enum(['act', 'file'])
      .nullable()
      .meta({ description: 'What the register lacks: an act that is cited, or the file of one.' }),
    citedIn: z.array(Citation).meta({ description: 'Where it is named; of very many the first 200.' }),
    perhaps: z.array(z.object({ actId: z.string(), act: ActReference })).meta({
      description:
        'Of an act that is only cited: those that the register has of the same kind and number, by another year or with other small words in the kind. The citation may mean one of them.',
    }),
    datedOtherwise: z
      .array(LocalDate)
      .meta({ description: 'Days that citations give it and the register does not: either may be wrong.' }),
    revision: z.number().int().meta({ description: '-1 where it is not registered.' }),
  })
  .meta({ id: 'Act', description: 'An act of the body: registered, or only cited.' });

export const RelatedAct = z
  .object({ relation: z.string(), kind: z.string(), id: z.string(), act: ActReference.nullable() })
  .meta({ id: 'RelatedAct', description: 'What an act says it has to do with.' });

const said = z.object({
  date: LocalDate,
  organ: z.string(),
  title: z.string(),
  effectiveFrom: LocalDate.nullable(),
  file: Evidence.nullable().optional().meta({ description: 'Where the file is another since.' }),
});

export const ActCorrection = z
  .object({
    at: Instant,
    person: z.string(),
    office: z.string(),
    onBehalfOf: z.string().nullable(),
    reason: z.string(),
    before: said,
    after: said,
  })
  .meta({ id: 'ActCorrection', description: 'What an act said, what it says since, who corrected it and why.' });

export const ActList = z
  .object({ acts: z.array(Act), nextCursor: z.string().nullable(), debts: z.number().int() })
  .meta({
    id: 'ActList',
    description: 'Newest year first; debts: how many acts lack, or lack their file, whatever the filter.',
  });

export const ActGraph = z
  .object({
    nodes: z.array(
      z.object({
        id: z.string().meta({ examples: ['act:2022-dgc-54', 'objective:2022-5.1.1'] }),
        kind: z.string(),
        ref: z.string(),
        label: z.string(),
        act: ActReference.nullable().meta({ description: 'Of an act, as people cite it.' }),
        missing: z.enum(['act', 'file']).nullable(),
      }),
    ),
    edges: z.array(
      z.object({ from: z.string(), to: z.string(), relation: z.string(), shareId: z.string().nullable() }),
    ),
    whole: z.boolean().meta({ description: 'False: there is more than is shown.' }),
  })
  .meta({ id: 'ActGraph', description: 'What an act has to do with, in both directions.' });

const act = z.strictObject({ actId: ActId });
const command = { method: 'POST', kind: 'command', tag: 'acts', action: 'act.register', params: act } as const;
const query = { method: 'GET', kind: 'query', tag: 'acts', action: 'act.read', status: 200 } as const;

export const actRoutes = defineRoutes({
  acts: {
    ...query,
    path: '/api/v1/acts',
    summary: {
      it: 'Gli atti registrati o citati; con missing=true quelli che mancano o sono senza file',
      en: 'Acts, registered or cited; with missing=true those that lack, or lack their file',
    },
    query: z.strictObject({
      missing: z.enum(['true', 'false']).default('false'),
      kind: z.string().min(1).max(40).optional(),
      year: z
        .string()
        .regex(/^\d{4}$/)
        .meta({ examples: ['2022'] })
        .optional(),
      cursor: ActId.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    answers: { 200: ActList },
    problems: [],
  },
  act: {
    ...query,
    path: '/api/v1/acts/:actId',
    summary: {
      it: 'Un atto: dati, file, dove è citato, con che cosa è in relazione, come è stato corretto',
      en: 'An act: details, file, citations, relations, corrections',
    },
    params: act,
    answers: {
      200: Act.extend({
        relations: z.array(RelatedAct),
        corrections: z.array(ActCorrection).meta({ description: 'Oldest first.' }),
        contradictions: z.array(Contradiction).meta({ description: 'What was done by it and does not fit its date.' }),
      }),
    },
    problems: ['act/not-registered'],
  },
  actGraph: {
    ...query,
    path: '/api/v1/acts/:actId/graph',
    summary: { it: 'Il grafo attorno a un atto', en: 'The graph around an act' },
    params: act,
    query: z.strictObject({
      depth: z.coerce.number().int().min(1).max(5).default(2).meta({ description: 'How many steps away.' }),
    }),
    answers: { 200: ActGraph },
    problems: ['act/not-registered'],
  },
  registerAct: {
    ...command,
    path: '/api/v1/acts',
    params: undefined,
    summary: { it: 'Registrare un atto', en: 'Register an act' },
    body: RegisterAct,
    status: 201,
    answers: { 201: CommandAnswer.extend({ actId: z.string() }) },
    problems: ['act/already-registered', 'act/has-another-file', 'act/dated-in-future', ...evidenceProblems],
  },
  correctAct: {
    ...command,
    path: '/api/v1/acts/:actId/correction',
    action: 'act.correct',
    summary: { it: 'Correggere i dati di un atto, dicendo perché', en: 'Correct the details of an act, saying why' },
    body: CorrectAct,
    status: 200,
    answers: {
      200: CommandAnswer.extend({
        contradictions: z.array(Contradiction).meta({
          description:
            'What was done by the act and does not fit the date that it has now: a warning, nothing is undone.',
        }),
      }),
    },
    problems: ['act/not-registered', 'act/of-another-year', 'act/dated-in-future', ...evidenceProblems],
  },
  attachActFile: {
    ...command,
    path: '/api/v1/acts/:actId/file',
    summary: { it: 'Allegare il file di un atto', en: 'Attach the file of an act' },
    body: AttachFile,
    status: 200,
    answers: { 200: CommandAnswer },
    problems: ['act/not-registered', 'act/has-another-file', ...evidenceProblems],
  },
  relateAct: {
    ...command,
    path: '/api/v1/acts/:actId/relations',
    summary: {
      it: 'Dire che cosa un atto cita, definisce, modifica, abroga o attua',
      en: 'Say what an act cites, defines, amends, repeals or carries out',
    },
    body: RelateAct,
    status: 200,
    answers: { 200: CommandAnswer },
    problems: [
      'act/not-registered',
      'act/relates-to-itself',
      'act/relates-to-later',
      'plan/not-drafted',
      'objective/not-defined',
    ],
  },
});
