import { z } from 'zod';
import { Role, UserName } from './accounts.js';
import { defineRoutes } from './route.js';
import { CommandAnswer, OfficeId, WrittenLine } from './values.js';

export const Demonstration = z
  .object({
    password: z.string(),
    accounts: z.array(z.object({ user: UserName, name: z.string(), roles: z.array(Role) })),
  })
  .meta({ id: 'Demonstration', description: 'How to enter a demonstration, where everything is invented.' });

export const Welcome = z
  .object({
    body: z.object({ id: z.string(), name: z.string() }),
    demonstration: Demonstration.nullable().meta({ description: 'Null for a real body.' }),
    clock: z.enum(['system', 'simulated']),
    version: z.string(),
  })
  .meta({ id: 'Welcome', description: 'What may be known before signing in.' });

export const MonthDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .meta({ id: 'MonthDay', description: 'A day that comes every year, MM-DD.', examples: ['06-24'] });

export const Office = z
  .strictObject({ id: OfficeId, name: WrittenLine, kind: z.enum(['area', 'office']) })
  .meta({ id: 'Office', description: 'An office; of an area, the id that plans give it.' });

export const Body = z
  .object({
    id: z.string(),
    name: z.string(),
    patronDay: MonthDay.nullable(),
    offices: z.array(Office).meta({
      description: 'Those of the register, then areas of plans and offices of accounts that it does not list.',
    }),
    overseeing: z.array(OfficeId).meta({
      description: 'Offices of which every account only administers or audits: no share is offered to them.',
    }),
    called: z.record(OfficeId, z.string()).meta({
      description:
        'How the workflow file in force calls offices, by their id: for those that nobody gave another name.',
    }),
    demonstration: z.boolean(),
    clock: z.enum(['system', 'simulated']),
    setup: z.object({
      complete: z.boolean(),
      next: z
        .enum(['body', 'calendar', 'offices', 'people', 'plan'])
        .nullable()
        .meta({ description: 'What is to be done next; null: nothing is left.' }),
    }),
    revision: z.number().int().meta({ description: '-1 before anything was said of the body.' }),
  })
  .meta({ id: 'Body' });

export const NameBody = z.strictObject({ name: WrittenLine }).meta({ id: 'NameBody' });

export const SetPatronDay = z
  .strictObject({ patronDay: MonthDay.nullable().meta({ description: 'Null: the body keeps none.' }) })
  .meta({ id: 'SetPatronDay' });

export const DefineOffices = z.strictObject({ offices: z.array(Office).max(1000) }).meta({ id: 'DefineOffices' });

const command = {
  method: 'POST',
  kind: 'command',
  action: 'body.configure',
  tag: 'body',
  status: 200,
  answers: { 200: CommandAnswer },
} as const;

export const bodyRoutes = defineRoutes({
  welcome: {
    method: 'GET',
    path: '/api/v1/welcome',
    kind: 'direct',
    action: 'public',
    tag: 'body',
    summary: { it: 'Quale ente risponde qui', en: 'Which body answers here' },
    status: 200,
    answers: { 200: Welcome },
    problems: [],
  },
  body: {
    method: 'GET',
    path: '/api/v1/body',
    kind: 'query',
    action: 'body.read',
    tag: 'body',
    summary: { it: 'L’ente: nome, calendario, uffici, configurazione', en: 'The body: name, calendar, offices, setup' },
    status: 200,
    answers: { 200: Body },
    problems: [],
  },
  nameBody: {
    ...command,
    path: '/api/v1/body/name',
    summary: { it: 'Dare il nome all’ente', en: 'Name the body' },
    body: NameBody,
    problems: ['value/text-missing'],
  },
  setPatronDay: {
    ...command,
    path: '/api/v1/body/patron-day',
    summary: { it: 'Indicare il giorno del santo patrono', en: 'Set the patron saint’s day' },
    body: SetPatronDay,
    problems: ['value/not-a-date'],
  },
  defineOffices: {
    ...command,
    path: '/api/v1/body/offices',
    summary: {
      it: 'Definire aree e uffici (sostituisce l’elenco)',
      en: 'Define areas and offices (replaces the list)',
    },
    body: DefineOffices,
    problems: ['body/no-offices', 'value/not-unique', 'value/text-missing'],
  },
  completeSetup: {
    ...command,
    path: '/api/v1/body/setup-completion',
    summary: { it: 'Concludere la configurazione', en: 'Complete the setup' },
    body: z.strictObject({}),
    problems: ['body/setup-incomplete'],
  },
});
