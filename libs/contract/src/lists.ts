import { z } from 'zod';
import { Invitation, UserName } from './accounts.js';
import { Office } from './body.js';
import { followUp } from './dry-run.js';
import { AddedDocument, PlanProblem } from './plans.js';
import { defineRoutes } from './route.js';
import { ActReference, CommandAnswer, LocalDate } from './values.js';

export const SentList = z
  .union([
    z.strictObject({ text: z.string().min(1).max(5_000_000).meta({ description: 'The lines of a CSV.' }) }),
    z.strictObject({ document: AddedDocument }),
  ])
  .meta({ id: 'SentList', description: 'A list as CSV, or as a CSV or XLSX file that was added before.' });

const stands = PlanProblem.pick({ line: true, place: true });

export const ListedPerson = stands
  .extend({
    user: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    office: z.string(),
    roles: z.array(z.string()),
    known: z.boolean().meta({ description: 'Has an account already: it is left as it is.' }),
    tenure: z
      .object({
        from: LocalDate,
        to: LocalDate.nullable(),
        qualifications: z.array(z.string()),
        act: ActReference.nullable(),
      })
      .optional(),
    standsIn: z
      .object({
        office: z.string(),
        holder: z.string().optional().meta({ description: 'The user name of the person in whose place.' }),
        from: LocalDate,
        until: LocalDate,
        act: ActReference.nullable(),
      })
      .optional(),
  })
  .meta({ id: 'ListedPerson', description: 'As read; what is wrong with it is among the problems.' });

const NotRecorded = z
  .array(
    z.object({
      user: UserName,
      code: z.string(),
      message: z.string(),
      account: z.boolean().meta({ description: 'False: no account is made for whoever does not get their office.' }),
    }),
  )
  .meta({ description: 'Tenures and stand-ins that the rules refuse, and why.' });

const warnings = z
  .array(PlanProblem)
  .meta({ description: 'What was not read or may be meant otherwise, and hinders nothing.' });

export const PeopleReading = z
  .object({ people: z.array(ListedPerson), problems: z.array(PlanProblem), warnings, notRecorded: NotRecorded })
  .meta({ id: 'PeopleReading', description: 'What the list says; nothing was written.' });

export const ImportedPeople = z
  .object({
    created: z.array(Invitation),
    known: z.array(UserName).meta({ description: 'Who had an account already.' }),
    warnings,
    notRecorded: NotRecorded,
  })
  .meta({ id: 'ImportedPeople', description: 'Who got an account, with their links.' });

export const OfficesReading = z
  .object({
    offices: z.array(stands.extend({ ...Office.shape, name: z.string(), id: z.string() })),
    problems: z.array(PlanProblem),
    warnings,
    ...followUp,
  })
  .meta({ id: 'OfficesReading', description: 'What the list says; nothing was written.' });

export const DefinedOffices = CommandAnswer.extend({ warnings }).meta({
  id: 'DefinedOffices',
  description: 'Where the stream and the log stand after the command, and what may be meant otherwise.',
});

const dryRun = z.strictObject({ dryRun: z.enum(['true', 'false']).default('false') });

export const listRoutes = defineRoutes({
  importPeople: {
    method: 'POST',
    path: '/api/v1/people-files',
    kind: 'direct',
    keyed: true,
    action: 'account.create',
    tag: 'accounts',
    summary: {
      it: 'Creare gli account di un elenco di persone, tutti o nessuno (con dryRun=true solo leggerlo)',
      en: 'Create the accounts of a list of people, all or none (with dryRun=true only read it)',
    },
    query: dryRun,
    body: SentList,
    status: 201,
    answers: { 201: ImportedPeople, 200: PeopleReading },
    problems: ['import/problems', 'document/not-found', 'document/altered', 'account/exists'],
  },
  importOffices: {
    method: 'POST',
    path: '/api/v1/office-files',
    kind: 'command',
    action: 'body.configure',
    tag: 'body',
    summary: {
      it: 'Definire aree e uffici da un elenco, che sostituisce il precedente (con dryRun=true solo leggerlo)',
      en: 'Define areas and offices by a list, which replaces the one before (with dryRun=true only read it)',
    },
    query: dryRun,
    body: SentList,
    status: 201,
    answers: { 201: DefinedOffices, 200: OfficesReading },
    problems: [
      'import/problems',
      'document/not-found',
      'document/altered',
      'body/no-offices',
      'value/not-unique',
      'value/text-missing',
    ],
  },
});
