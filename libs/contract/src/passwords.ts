import { z } from 'zod';
import { NewPassword, passwordProblems, PersonName, UserName } from './accounts.js';
import { defineRoutes } from './route.js';
import { As, Session } from './sessions.js';
import { Instant } from './values.js';

const Token = z.string().min(1).max(200);

export const ChangePassword = z
  .strictObject({ current: z.string().min(1).max(1000), password: NewPassword })
  .meta({ id: 'ChangePassword' });

export const RequestPasswordReset = z.strictObject({ user: UserName }).meta({ id: 'RequestPasswordReset' });

export const ReadPasswordLink = z.strictObject({ token: Token }).meta({ id: 'ReadPasswordLink' });

export const PasswordLink = z
  .object({
    purpose: z.enum(['first-administrator', 'invitation', 'reset']),
    user: z.string().nullable().meta({ description: 'Null for the first administrator, who chooses one.' }),
    name: z.string().nullable(),
    expiresAt: Instant,
  })
  .meta({ id: 'PasswordLink', description: 'Whose password may be chosen by a link, and until when.' });

export const UsePasswordLink = z
  .strictObject({
    token: Token,
    password: NewPassword,
    user: UserName.optional().meta({ description: 'Only of the first administrator; left out: admin.' }),
    name: PersonName.optional().meta({ description: 'Only of the first administrator.' }),
    as: As,
  })
  .meta({ id: 'UsePasswordLink' });

export const passwordRoutes = defineRoutes({
  changePassword: {
    method: 'POST',
    path: '/api/v1/me/password',
    kind: 'direct',
    action: 'signed-in',
    strict: true,
    tag: 'sessions',
    summary: {
      it: 'Cambiare la mia password e chiudere le altre sessioni',
      en: 'Change my password and end the other sessions',
    },
    body: ChangePassword,
    status: 204,
    answers: { 204: null },
    problems: ['password/wrong-current', 'session/too-many-attempts', ...passwordProblems],
  },
  requestPasswordReset: {
    method: 'POST',
    path: '/api/v1/password-resets',
    kind: 'direct',
    action: 'public',
    strict: true,
    tag: 'passwords',
    summary: {
      it: 'Chiedere un messaggio con cui scegliere una nuova password; la risposta è sempre la stessa',
      en: 'Ask for a message by which to choose a new password; the answer is always the same',
    },
    body: RequestPasswordReset,
    status: 202,
    answers: { 202: null },
    problems: [],
  },
  readPasswordLink: {
    method: 'POST',
    path: '/api/v1/password-links/reading',
    kind: 'direct',
    action: 'public',
    strict: true,
    tag: 'passwords',
    summary: { it: 'A che cosa serve un collegamento', en: 'What a link is for' },
    body: ReadPasswordLink,
    status: 200,
    answers: { 200: PasswordLink },
    problems: ['password/link-not-valid'],
  },
  usePasswordLink: {
    method: 'POST',
    path: '/api/v1/password-links/use',
    kind: 'direct',
    action: 'public',
    strict: true,
    tag: 'passwords',
    summary: {
      it: 'Scegliere la password con un collegamento e accedere',
      en: 'Choose a password by a link and sign in',
    },
    body: UsePasswordLink,
    status: 201,
    answers: { 201: Session },
    problems: ['password/link-not-valid', 'account/exists', 'session/cross-site', ...passwordProblems],
  },
});
