import { z } from 'zod';
import { tenureRoles } from '#domain';
import { defineRoutes } from './route.js';
import { ActReference, ChosenId, CommandAnswer, Instant, LocalDate, OfficeId, WrittenLine } from './values.js';
import { Warning } from './warnings.js';

/** An account's id or its user name, as whoever writes has it at hand. */
export const Person = z.string().min(1).max(100).meta({ description: 'An account: its id or its user name.' });

const Quality = z
  .string()
  .min(1)
  .max(40)
  .meta({ description: `A role or a qualification: ${tenureRoles.join(', ')}.` });

export const ApprovalSubject = z
  .enum(['plan', 'objective', 'variation', 'rendicontazione', 'justification', 'evaluation', 'premium-run'])
  .meta({ id: 'ApprovalSubject', description: 'What is approved.' });

export const TakeOffice = z
  .strictObject({
    tenureId: ChosenId.optional().meta({ description: 'Left out: the idempotency key.' }),
    person: Person,
    office: OfficeId,
    roles: z.array(Quality).max(20).default([]),
    from: LocalDate.meta({ description: 'First day; may lie before today, and is then shown as recorded late.' }),
    to: LocalDate.nullable().default(null).meta({ description: 'Last day; null: no end is known.' }),
    act: ActReference.nullable().default(null).meta({
      description: 'Needed of oneself, and of who judges: political and evaluation body, substitute of the Segretario.',
    }),
  })
  .meta({ id: 'TakeOffice' });

export const LeaveOffice = z
  .strictObject({
    to: LocalDate.meta({ description: 'Last day.' }),
    act: ActReference.nullable().default(null).meta({ description: 'Needed as for taking the office.' }),
  })
  .meta({ id: 'LeaveOffice' });

export const AnnulTenure = z
  .strictObject({
    reason: WrittenLine,
    act: ActReference.nullable().default(null).meta({ description: 'Needed as for taking the office.' }),
  })
  .meta({ id: 'AnnulTenure', description: 'It was recorded by mistake: nobody ever held it.' });

export const Delegate = z
  .strictObject({
    delegationId: ChosenId.optional().meta({ description: 'Left out: the idempotency key.' }),
    kind: z.enum(['sostituzione', 'delega']).meta({
      description: 'sostituzione: in the place of who is away, in all they do; delega: by their mandate.',
    }),
    office: OfficeId,
    holder: Person.optional().meta({
      description: 'In whose place, of several who hold the office. Left out: in one’s own, or of who alone holds it.',
    }),
    person: Person,
    from: LocalDate,
    until: LocalDate.meta({ description: 'Last day, a year after the first at most.' }),
    subjects: z.array(ApprovalSubject).nullable().default(null).meta({ description: 'Null: everything.' }),
    act: ActReference.nullable().default(null),
  })
  .meta({ id: 'Delegate' });

export const RevokeDelegation = z.strictObject({ reason: WrittenLine }).meta({ id: 'RevokeDelegation' });

const ofPerson = { person: z.string(), name: z.string().nullable(), user: z.string().nullable() };
const twoDates = {
  recordedAt: Instant.nullable().meta({ description: 'Null: known by the account alone.' }),
  late: z.boolean().meta({ description: 'Recorded after the day on which it began.' }),
};

export const Tenure = z
  .object({
    tenureId: z
      .string()
      .nullable()
      .meta({ description: 'Null: of the account itself, until the organisation says otherwise.' }),
    ...ofPerson,
    office: z.string(),
    roles: z.array(z.string()),
    from: LocalDate.nullable().meta({ description: 'Null: not known.' }),
    to: LocalDate.nullable(),
    act: ActReference.nullable(),
    now: z.boolean().meta({ description: 'On the day asked about.' }),
    ...twoDates,
  })
  .meta({ id: 'Tenure', description: 'Who holds an office, first and last day included.' });

export const Delegation = z
  .object({
    delegationId: z.string(),
    kind: z.enum(['sostituzione', 'delega']),
    ...ofPerson,
    office: z.string(),
    holder: z.object(ofPerson).nullable().meta({
      description: 'In whose place; null: nobody held the office, or logs of earlier releases do not say.',
    }),
    from: LocalDate,
    until: LocalDate,
    subjects: z.array(ApprovalSubject).nullable(),
    act: ActReference.nullable(),
    revoked: z.object({ on: LocalDate, reason: z.string() }).nullable(),
    takenUp: z.boolean().meta({
      description:
        'False: others recorded it than whoever received it, and nobody has acted by it yet, so it keeps nobody from judging them.',
    }),
    now: z.boolean(),
    ...twoDates,
  })
  .meta({ id: 'Delegation' });

export const Organisation = z
  .object({
    day: LocalDate,
    revision: z.number().int().meta({ description: '-1 before anything was said.' }),
    tenures: z.array(Tenure),
    delegations: z.array(Delegation),
  })
  .meta({
    id: 'Organisation',
    description: 'Who holds which office and who acts for whom, with what was and will be.',
  });

export const Vacancy = z
  .object({
    office: z.string(),
    reason: z.enum(['vacant', 'disabled']).meta({
      description: '`disabled`: it is held, and none of its holders has an account in use.',
    }),
    since: LocalDate.nullable().meta({
      description: 'First day without a holder who could act; null: nobody ever held it.',
    }),
    openShares: z.number().int().meta({ description: 'Shares not settled that it answers for.' }),
    steps: z.array(z.string()).meta({
      description:
        'Where the workflow wants it: steps of chains, transitions (`objective/liquidate`), parts of evaluations (`evaluations/conductors`).',
    }),
    holders: z.array(z.object(ofPerson)).meta({ description: 'Of `disabled`: whose accounts are not in use.' }),
    standIns: z.array(z.object(ofPerson)).meta({ description: 'Who acts for it by a delegation all the same.' }),
  })
  .meta({ id: 'Vacancy', description: 'An office that is needed and that nobody holds, or nobody who could sign in.' });

export const Vacancies = z.object({ day: LocalDate, vacancies: z.array(Vacancy) }).meta({ id: 'Vacancies' });

const on = z.strictObject({
  on: LocalDate.optional().meta({ description: 'The day asked about; left out: today.' }),
});
const command = { method: 'POST', kind: 'command', tag: 'organisation' } as const;
const values = [
  'act/dated-in-future',
  'value/out-of-range',
  'value/not-unique',
  'value/text-missing',
  'organisation/unknown-person',
] as const;

export const organisationRoutes = defineRoutes({
  organisation: {
    method: 'GET',
    path: '/api/v1/organisation',
    kind: 'query',
    action: 'organisation.read',
    tag: 'organisation',
    summary: {
      it: 'Chi ricopre quale ufficio, e chi agisce per chi',
      en: 'Who holds which office, and who acts for whom',
    },
    query: on,
    status: 200,
    answers: { 200: Organisation },
    problems: [],
  },
  vacancies: {
    method: 'GET',
    path: '/api/v1/vacancies',
    kind: 'query',
    action: 'organisation.read',
    tag: 'organisation',
    summary: {
      it: 'Uffici che servono e che nessuno ricopre, o solo chi ha l’account disabilitato',
      en: 'Offices that are needed and that nobody holds, or only people with a disabled account',
    },
    query: on,
    status: 200,
    answers: { 200: Vacancies },
    problems: [],
  },
  takeOffice: {
    ...command,
    path: '/api/v1/organisation/tenures',
    action: 'organisation.change',
    summary: { it: 'Registrare un incarico', en: 'Record who takes an office' },
    body: TakeOffice,
    status: 201,
    answers: { 201: CommandAnswer.extend({ tenureId: z.string(), warnings: z.array(Warning) }) },
    problems: [
      'organisation/already-holds',
      'organisation/unknown-role',
      'organisation/incompatible',
      'organisation/act-missing',
      'organisation/judges-own',
      'objective/unknown-office',
      ...values,
    ],
  },
  leaveOffice: {
    ...command,
    path: '/api/v1/organisation/tenures/:tenureId/end',
    action: 'organisation.change',
    summary: { it: 'Registrare la fine di un incarico', en: 'Record the end of a tenure' },
    params: z.strictObject({ tenureId: ChosenId }),
    body: LeaveOffice,
    status: 200,
    answers: { 200: CommandAnswer },
    problems: [
      'organisation/unknown-tenure',
      'organisation/already-left',
      'organisation/already-holds',
      'organisation/act-missing',
      'organisation/judges-own',
      'act/dated-in-future',
      'value/out-of-range',
    ],
  },
  annulTenure: {
    ...command,
    path: '/api/v1/organisation/tenures/:tenureId/annulment',
    action: 'organisation.change',
    summary: {
      it: 'Annullare un incarico registrato per errore: non conta più per nulla',
      en: 'Annul a tenure that was recorded by mistake: it counts for nothing any more',
    },
    params: z.strictObject({ tenureId: ChosenId }),
    body: AnnulTenure,
    status: 200,
    answers: { 200: CommandAnswer },
    problems: [
      'organisation/unknown-tenure',
      'organisation/tenure-acted-by',
      'organisation/act-missing',
      'organisation/judges-own',
      'organisation/incompatible',
      'act/dated-in-future',
      'value/text-missing',
    ],
  },
  delegate: {
    ...command,
    path: '/api/v1/organisation/delegations',
    action: 'organisation.delegate',
    summary: { it: 'Delegare un ufficio o nominare chi sostituisce', en: 'Delegate an office or name who stands in' },
    body: Delegate,
    status: 201,
    answers: { 201: CommandAnswer.extend({ delegationId: z.string() }) },
    problems: [
      'office/only-its-holder',
      'organisation/act-missing',
      'organisation/incompatible',
      'organisation/delegate-holds-it',
      'organisation/holder-missing',
      'organisation/not-its-holder',
      'organisation/already-delegated',
      'organisation/delegation-too-long',
      'organisation/judges-own',
      'objective/unknown-office',
      ...values,
    ],
  },
  revokeDelegation: {
    ...command,
    path: '/api/v1/organisation/delegations/:delegationId/revocation',
    action: 'organisation.end-delegation',
    summary: {
      it: 'Far cessare subito una delega: chi l’ha data la revoca, chi l’ha ricevuta vi rinuncia',
      en: 'End a delegation at once: whoever gave it revokes it, whoever received it gives it up',
    },
    params: z.strictObject({ delegationId: ChosenId }),
    body: RevokeDelegation,
    status: 200,
    answers: { 200: CommandAnswer },
    problems: [
      'office/only-its-holder',
      'organisation/unknown-delegation',
      'organisation/delegation-over',
      'organisation/judges-own',
    ],
  },
});
