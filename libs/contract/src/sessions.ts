import { z } from 'zod';
import { Role, UserName } from './accounts.js';
import { defineRoutes } from './route.js';
import { Instant, OfficeId } from './values.js';

/** How the token is handed over. */
export const As = z.enum(['token', 'cookie']).default('token').meta({
  description:
    'token: in the answer, for "Authorization: Bearer …". cookie: in an HttpOnly cookie, for a page in a browser.',
});

export const SignIn = z
  .strictObject({ user: UserName, password: z.string().min(1).max(1000), as: As })
  .meta({ id: 'SignIn' });

export const SignedInUser = z
  .object({
    id: z.string(),
    user: z.string(),
    name: z.string().nullable(),
    office: OfficeId,
    roles: z.array(Role),
  })
  .meta({ id: 'SignedInUser', description: 'Who acts: the account, the office held, the roles.' });

export const Session = z.object({ token: z.string().nullable(), expiresAt: Instant, user: SignedInUser }).meta({
  id: 'Session',
  description: 'The token goes into the header "Authorization: Bearer …"; null where a cookie holds it.',
});

export const Me = z
  .object({
    user: SignedInUser,
    actions: z.array(z.string()),
    others: z.record(z.string(), z.array(Role)),
    otherOffices: z.record(z.string(), z.array(z.string())).meta({
      description: 'Of the same actions: the offices that the workflow file names for them.',
    }),
    offices: z.array(z.object({ office: z.string(), onBehalfOf: z.string().nullable() })).meta({
      description: 'As which this account may act today, with the header Traguardo-Office; its own come first.',
    }),
    sessionId: z.string(),
    expiresAt: Instant,
  })
  .meta({
    id: 'Me',
    description: 'Who is signed in, what the roles allow, and of what they do not allow which roles do.',
  });

export const MySessions = z
  .object({
    sessions: z.array(
      z.object({
        id: z.string(),
        createdAt: Instant,
        lastSeenAt: Instant.meta({ description: 'To the minute.' }),
        expiresAt: Instant,
        device: z.string().nullable().meta({ description: 'Browser and system, as it called itself.' }),
        current: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'MySessions', description: 'Where this account is signed in, the newest first.' });

const SessionParams = z.object({ sessionId: z.uuid() });

export const sessionRoutes = defineRoutes({
  signIn: {
    method: 'POST',
    path: '/api/v1/sessions',
    kind: 'direct',
    action: 'public',
    strict: true,
    tag: 'sessions',
    summary: { it: 'Accedere', en: 'Sign in' },
    body: SignIn,
    status: 201,
    answers: { 201: Session },
    problems: [
      'session/wrong-credentials',
      'session/account-disabled',
      'session/too-many-attempts',
      'session/cross-site',
    ],
  },
  signOut: {
    method: 'DELETE',
    path: '/api/v1/sessions/current',
    kind: 'direct',
    action: 'signed-in',
    tag: 'sessions',
    summary: { it: 'Uscire', en: 'Sign out' },
    status: 204,
    answers: { 204: null },
    problems: [],
  },
  me: {
    method: 'GET',
    path: '/api/v1/me',
    kind: 'direct',
    action: 'session.read',
    tag: 'sessions',
    summary: { it: 'Chi sono e che cosa posso fare', en: 'Who am I and what may I do' },
    status: 200,
    answers: { 200: Me },
    problems: ['office/not-yours'],
  },
  mySessions: {
    method: 'GET',
    path: '/api/v1/me/sessions',
    kind: 'direct',
    action: 'signed-in',
    tag: 'sessions',
    summary: { it: 'Dove sono collegato', en: 'Where I am signed in' },
    status: 200,
    answers: { 200: MySessions },
    problems: [],
  },
  endSession: {
    method: 'DELETE',
    path: '/api/v1/me/sessions/:sessionId',
    kind: 'direct',
    action: 'signed-in',
    tag: 'sessions',
    summary: { it: 'Chiudere una delle mie sessioni', en: 'End one of my sessions' },
    params: SessionParams,
    status: 204,
    answers: { 204: null },
    problems: ['session/not-found'],
  },
  signOutEverywhere: {
    method: 'DELETE',
    path: '/api/v1/me/sessions',
    kind: 'direct',
    action: 'signed-in',
    tag: 'sessions',
    summary: { it: 'Uscire da ogni dispositivo', en: 'Sign out everywhere' },
    status: 204,
    answers: { 204: null },
    problems: [],
  },
});
