import { z } from 'zod';

const Day = z.iso.date('a day is written 2022-05-16');
const When = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$/, 'a moment is written 2022-05-16 or 2022-05-16 11:30 (time of Rome)')
  .refine((text) => Day.safeParse(text.slice(0, 10)).success, 'this day does not exist');
/** `DGC 112 del 16/05/2022` */
const Act = z
  .string()
  .regex(/^\S+ \S+ del \d{2}\/\d{2}\/\d{4}$/, 'an act is written "DGC 112 del 16/05/2022"')
  .transform((text) => {
    const [kind = '', number = '', , date = ''] = text.split(' ');
    return { kind, number, date: date.split('/').toReversed().join('-') };
  });
const Degree = z.union([z.number(), z.string().regex(/^\d+(\.\d+)?$/)]).transform(String);
const Euros = z.string().regex(/^\d+\.\d{2}$/, 'an amount is written "18000.00", in quotes');
const Text = z.string().min(1);
const Documents = z.array(z.string().regex(/^[a-z0-9-]+\.(pdf|csv|ods|jpg|p7m)$/, 'a document is named like-this.pdf'));
const ShareName = z.string().regex(/^\d+\.\d+\.\d+[a-z]?\/[A-Z]+(-\d)?$/, 'a share is written 14.2.1/FI-2');

const common = {
  on: When,
  /** Who acts; each kind of act has its usual office. */
  by: Text.optional(),
  /** The code with which the act must be refused: then the refusal is the story. */
  expect: z
    .string()
    .regex(/^[a-z-]+\/[a-z-]+$/)
    .optional(),
};

/** Acts on one share. Under `objectives` the share is where they stand; elsewhere `shares` names them. */
const shareActs = [
  z.strictObject({ ...common, do: z.literal('assign'), office: Text.optional() }),
  z.strictObject({ ...common, do: z.literal('acknowledge') }),
  z.strictObject({
    ...common,
    do: z.literal('progress'),
    value: z.union([Degree, z.strictObject({ from: z.number(), to: z.number() })]),
    note: Text.optional(),
    evidence: Documents.default([]),
    /** The instance it answers: the day it falls due, or `next`, the first from the day of the act on. */
    fulfils: z.union([Day, z.literal('next')]).optional(),
    /** When it happened, if before it was entered. */
    occurred: Day.optional(),
    /** A name by which a later act rectifies it. */
    as: Text.optional(),
    /** One act a week, one for each of `notes`. */
    every: z.literal('week').optional(),
    notes: z.array(Text).optional(),
  }),
  z.strictObject({
    ...common,
    do: z.literal('rectify'),
    entry: Text,
    value: Degree,
    note: Text,
    reason: Text,
    evidence: Documents.default([]),
  }),
  z.strictObject({
    ...common,
    do: z.literal('fulfil-late'),
    fulfils: Day,
    reason: z.enum(['third-party', 'upstream-area', 'resources', 'force-majeure', 'other']),
    note: Text,
    evidence: Documents.default([]),
    occurred: Day.optional(),
  }),
  z.strictObject({
    ...common,
    do: z.literal('decide-justification'),
    /** The day on which what was missed fell due. */
    missed: Day,
    step: Text,
    accept: z.boolean().default(true),
    effect: z.enum(['full', 'reduced', 'neutral']).optional(),
    note: z.string().default(''),
  }),
  z.strictObject({
    ...common,
    do: z.literal('rendiconta'),
    degree: Degree,
    note: Text,
    /** One line for each indicator of the share, in the plan's order; `not: why` where it was not measured. */
    measured: z.array(z.union([Text, z.strictObject({ not: Text })])),
    evidence: Documents.default([]),
  }),
  z.strictObject({ ...common, do: z.literal('return'), step: Text, points: z.array(Text) }),
  z.strictObject({
    ...common,
    do: z.literal('approve'),
    step: Text,
    note: z.string().default(''),
    act: Act.optional(),
  }),
  z.strictObject({ ...common, do: z.literal('score'), degree: Degree, reason: z.string().default('') }),
] as const;

const bodyActs = [
  z.strictObject({ ...common, do: z.literal('approve-plan'), act: Act }),
  z.strictObject({ ...common, do: z.literal('enter-into-force'), from: Day }),
  z.strictObject({
    ...common,
    do: z.literal('compute-premiums'),
    run: z.string().regex(/^[a-z0-9-]+$/),
    fund: Euros,
    /** `areas`, `segretario`, or the share with money of its own. */
    scope: z.union([z.enum(['areas', 'segretario']), ShareName]),
  }),
  z.strictObject({
    ...common,
    do: z.literal('propose-premiums'),
    run: Text,
    /** Those that the workflow demands, by their ids. */
    documents: z.record(Text, Act),
  }),
  z.strictObject({ ...common, do: z.literal('approve-premiums'), run: Text, step: Text, act: Act.optional() }),
  z.strictObject({
    ...common,
    do: z.literal('return-premiums'),
    run: Text,
    step: Text,
    points: z.array(Text),
  }),
  /** With the act that annuls it where one has authorised it; its name is free then. */
  z.strictObject({ ...common, do: z.literal('withdraw-premiums'), run: Text, reason: Text, act: Act.optional() }),
  /** Without an act: by the one that authorised it. */
  z.strictObject({ ...common, do: z.literal('liquidate'), run: Text, act: Act.optional() }),
  z.strictObject({
    ...common,
    do: z.literal('evaluate'),
    what: z.enum([
      'open',
      'propose',
      'deliver',
      'answer',
      'judge',
      'approve',
      'deliver-final',
      'appeal',
      'name-conciliator',
      'conciliate',
      'conclude',
    ]),
    /** `all`, or whom by the letters of their areas. */
    of: z.union([z.literal('all'), z.array(z.string().regex(/^[A-Z]{2}$/, 'letters are two capitals'))]),
    /** The user who evaluates, or conciliates. */
    to: Text.optional(),
    behaviours: Degree.optional(),
    /** A note, a proof, observations, reasons. */
    text: Text.optional(),
    step: Text.optional(),
  }),
  z.strictObject({ ...common, do: z.literal('close-objectives'), except: z.array(Text).default([]) }),
  z.strictObject({ ...common, do: z.literal('close-plan'), act: Act }),
] as const;

/** Told where `do` names no act; what is wrong within an act has words of its own. */
const unknownAct = {
  error: ({ code }: { code?: string }) =>
    code === 'invalid_union' ? 'there is no such act: what can be done stands at the top of the scenario' : undefined,
};

const ShareAct = z.discriminatedUnion('do', shareActs, unknownAct);
const selecting = {
  /** `all`, or areas by their letters, or single shares. */
  shares: z.union([z.literal('all'), z.array(Text)]),
  except: z.array(Text).default([]),
};
const [assign, acknowledge, progress, rectify, fulfilLate, decideJustification, rendiconta, giveBack, approve, score] =
  shareActs;
const SelectedAct = z.discriminatedUnion(
  'do',
  [
    assign.extend(selecting),
    acknowledge.extend(selecting),
    progress.extend(selecting),
    rectify.extend(selecting),
    fulfilLate.extend(selecting),
    decideJustification.extend(selecting),
    rendiconta.extend(selecting),
    giveBack.extend(selecting),
    approve.extend(selecting),
    score.extend(selecting),
    ...bodyActs,
  ],
  unknownAct,
);

/** A year as it was lived, told by the acts of its offices. */
export const Scenario = z.strictObject({
  year: z.number().int(),
  /** The document of the plan, beside the scenario. */
  plan: Text,
  /** What the simulated clock shows when the plan is drafted. */
  begins: When,
  /** What it shows at the end, so that the last reminders have gone. */
  ends: When,
  /** The day on which a demonstration is opened. */
  demonstration: When,
  /** What the body did, by date. */
  acts: z.array(SelectedAct),
  /** What the offices did: objective, area, acts by date. */
  objectives: z.record(
    z.string().regex(/^\d+\.\d+\.\d+[a-z]?$/, 'an objective is named 20.4.1a'),
    z.record(z.string().regex(/^[A-Z]+(-\d)?$/, 'a share is named by its area, AG or FI-2'), z.array(ShareAct)),
  ),
});

export type Scenario = z.infer<typeof Scenario>;
export type ShareAct = z.infer<typeof ShareAct>;
export type ListedAct = z.infer<typeof SelectedAct>;
export type BodyAct = Exclude<ListedAct, { shares: unknown }>;
