import { z } from 'zod';
import type { roleNames } from '#domain';
import { defineRoutes } from './route.js';
import { Instant, OfficeId, WrittenLine } from './values.js';

export const Role = z
  .enum(['amministratore', 'segretario', 'vicesegretario', 'responsabile', 'nucleo', 'giunta', 'personale', 'revisore'])
  .meta({ id: 'Role' }) satisfies z.ZodType<keyof typeof roleNames>;

export const UserName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{0,99}$/)
  .meta({ id: 'UserName', description: 'Lower-case letters, digits, dots and hyphens.', examples: ['m.rossi'] });

/** What is chosen; the rules say more than a length. */
export const NewPassword = z.string().min(1).max(1000).meta({
  id: 'NewPassword',
  description: 'At least 15 characters of any kind, none of the common passwords (NIST SP 800-63B-4).',
});

/** One line: it stands in tables, lists and messages. */
export const PersonName = WrittenLine.regex(/^\P{Cc}*$/u);
const Email = z.email().max(254).nullable();

const details = { office: OfficeId, roles: z.array(Role).min(1) };

export const CreateAccount = z
  .strictObject({
    user: UserName,
    name: PersonName.nullable().default(null),
    email: Email.default(null),
    ...details,
    password: NewPassword.optional().meta({ description: 'Left out: the answer has a link by which it is chosen.' }),
  })
  .meta({ id: 'CreateAccount' });

export const ChangeAccount = z
  .strictObject({ name: PersonName.nullable(), email: Email, ...details })
  .meta({ id: 'ChangeAccount', description: 'All of it: what is to stay is sent as it is.' });

export const Link = z
  .object({ url: z.string(), expiresAt: Instant })
  .meta({ id: 'Link', description: 'Works once, until a newer one is made, and no longer than it says.' });

export const Account = z
  .object({
    id: z.string(),
    user: UserName,
    name: z.string().nullable(),
    email: z.string().nullable(),
    office: OfficeId,
    roles: z.array(Role),
    createdAt: Instant,
    disabledAt: Instant.nullable(),
    lastSignInAt: Instant.nullable(),
    lockedUntil: Instant.nullable().meta({ description: 'After failed sign-ins; a new link ends it.' }),
    hasPassword: z.boolean(),
    alike: z.array(UserName).meta({
      description:
        'Others with the name or the e-mail: if they are one person’s, the separation of duties takes it for several.',
    }),
    ofTheSystem: z.boolean().meta({ description: 'Whoever runs the computer: it cannot be changed.' }),
  })
  .meta({ id: 'Account' });

export const CreatedAccount = Account.extend({ link: Link.optional() }).meta({ id: 'CreatedAccount' });

/** Somebody who has yet to choose a password, and the link by which they do. */
export const Invitation = z
  .object({
    id: z.string(),
    user: UserName,
    name: z.string().nullable(),
    email: z.string().nullable(),
    office: OfficeId,
    roles: z.array(Role),
    link: Link,
  })
  .meta({ id: 'Invitation' });

export const Invitations = z
  .object({ invited: z.array(Invitation) })
  .meta({ id: 'Invitations', description: 'Whoever has chosen a password, or is disabled, is left out.' });

export const Accounts = z.object({ accounts: z.array(Account) }).meta({ id: 'Accounts' });

const AccountParams = z.object({ accountId: z.uuid() });

/** What may be said of a password that is chosen. */
export const passwordProblems = [
  'password/too-short',
  'password/too-long',
  'password/common',
  'password/telling',
] as const;

export const accountRoutes = defineRoutes({
  createAccount: {
    method: 'POST',
    path: '/api/v1/accounts',
    kind: 'direct',
    keyed: true,
    action: 'account.create',
    tag: 'accounts',
    summary: { it: 'Creare un account', en: 'Create an account' },
    body: CreateAccount,
    status: 201,
    answers: { 201: CreatedAccount },
    problems: [
      'account/exists',
      'objective/unknown-office',
      'organisation/incompatible',
      'organisation/judges-own',
      ...passwordProblems,
    ],
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
  makeFirstAdministratorLink: {
    method: 'POST',
    path: '/api/v1/accounts/first-administrator-link',
    kind: 'direct',
    action: 'account.create',
    tag: 'accounts',
    summary: {
      it: 'Creare il collegamento con cui il primo amministratore sceglie la password',
      en: 'Make the link by which the first administrator chooses a password',
    },
    status: 201,
    answers: { 201: Link },
    problems: ['account/administrator-exists'],
  },
  renewInvitations: {
    method: 'POST',
    path: '/api/v1/accounts/invitation-links',
    kind: 'direct',
    action: 'account.change',
    tag: 'accounts',
    summary: {
      it: 'Creare nuovi collegamenti per chi non ha ancora scelto la password',
      en: 'Make new links for those who have not chosen a password yet',
    },
    body: z.strictObject({ accountIds: z.array(z.uuid()).min(1).max(2000) }),
    status: 201,
    answers: { 201: Invitations },
    problems: ['account/not-found', 'account/of-the-system'],
  },
  changeAccount: {
    method: 'POST',
    path: '/api/v1/accounts/:accountId',
    kind: 'direct',
    action: 'account.change',
    tag: 'accounts',
    summary: { it: 'Modificare un account', en: 'Change an account' },
    params: AccountParams,
    body: ChangeAccount,
    status: 200,
    answers: { 200: Account },
    problems: [
      'account/not-found',
      'account/of-the-system',
      'account/last-administrator',
      'objective/unknown-office',
      'organisation/incompatible',
      'organisation/judges-own',
    ],
  },
  disableAccount: {
    method: 'POST',
    path: '/api/v1/accounts/:accountId/disabling',
    kind: 'direct',
    action: 'account.change',
    tag: 'accounts',
    summary: { it: 'Disattivare un account e chiudere le sue sessioni', en: 'Disable an account and end its sessions' },
    params: AccountParams,
    status: 200,
    answers: { 200: Account },
    problems: ['account/not-found', 'account/of-the-system', 'account/last-administrator'],
  },
  enableAccount: {
    method: 'POST',
    path: '/api/v1/accounts/:accountId/enabling',
    kind: 'direct',
    action: 'account.change',
    tag: 'accounts',
    summary: { it: 'Riattivare un account', en: 'Enable an account again' },
    params: AccountParams,
    status: 200,
    answers: { 200: Account },
    problems: ['account/not-found', 'account/of-the-system', 'organisation/incompatible', 'organisation/judges-own'],
  },
  makePasswordLink: {
    method: 'POST',
    path: '/api/v1/accounts/:accountId/password-link',
    kind: 'direct',
    action: 'account.change',
    tag: 'accounts',
    summary: {
      it: 'Creare un collegamento con cui l’account sceglie la password',
      en: 'Make a link by which the account chooses a password',
    },
    params: AccountParams,
    status: 201,
    answers: { 201: Link },
    problems: ['account/not-found', 'account/of-the-system'],
  },
  endAccountSessions: {
    method: 'DELETE',
    path: '/api/v1/accounts/:accountId/sessions',
    kind: 'direct',
    action: 'account.change',
    tag: 'accounts',
    summary: { it: 'Chiudere le sessioni di un account', en: 'End the sessions of an account' },
    params: AccountParams,
    status: 204,
    answers: { 204: null },
    problems: ['account/not-found', 'account/of-the-system'],
  },
});
