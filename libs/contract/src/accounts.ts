import { z } from 'zod';
import { defineRoutes } from './route.js';
import { Instant, OfficeId } from './values.js';

export const Role = z
  .enum(['amministratore', 'segretario', 'vicesegretario', 'responsabile', 'nucleo', 'giunta', 'personale', 'revisore'])
  .meta({ id: 'Role' });

export const UserName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{0,99}$/)
  .meta({ id: 'UserName', description: 'Lower-case letters, digits, dots and hyphens.' });

export const CreateAccount = z
  .strictObject({
    user: UserName,
    password: z.string().min(12).max(200),
    office: OfficeId,
    roles: z.array(Role).min(1),
  })
  .meta({ id: 'CreateAccount' });

export const Account = z
  .object({
    id: z.string(),
    user: UserName,
    office: OfficeId,
    roles: z.array(Role),
    createdAt: Instant,
    disabledAt: Instant.nullable(),
  })
  .meta({ id: 'Account' });

export const Accounts = z.object({ accounts: z.array(Account) }).meta({ id: 'Accounts' });

export const accountRoutes = defineRoutes({
  createAccount: {
    method: 'POST',
    path: '/api/v1/accounts',
    kind: 'direct',
    action: 'account.create',
    tag: 'accounts',
    summary: { it: 'Creare un account', en: 'Create an account' },
    body: CreateAccount,
    status: 201,
    answers: { 201: Account },
    problems: ['account/exists'],
  },
  listAccounts: {
    method: 'GET',
    path: '/api/v1/accounts',
    kind: 'direct',
    action: 'account.read',
    tag: 'accounts',
    summary: { it: 'Elencare gli account', en: 'List the accounts' },
    status: 200,
    answers: { 200: Accounts },
    problems: [],
  },
});
