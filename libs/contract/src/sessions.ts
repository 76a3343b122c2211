import { z } from 'zod';
import { Role, UserName } from './accounts.js';
import { defineRoutes } from './route.js';
import { Instant, OfficeId } from './values.js';

export const SignIn = z.strictObject({ user: UserName, password: z.string().min(1).max(200) }).meta({ id: 'SignIn' });

export const SignedInUser = z
  .object({ id: z.string(), user: z.string(), office: OfficeId, roles: z.array(Role) })
  .meta({ id: 'SignedInUser', description: 'Who acts: the account, the office held, the roles.' });

export const Session = z
  .object({ token: z.string(), expiresAt: Instant, user: SignedInUser })
  .meta({ id: 'Session', description: 'The token goes into the header "Authorization: Bearer …".' });

export const Me = z
  .object({ user: SignedInUser, actions: z.array(z.string()) })
  .meta({ id: 'Me', description: 'Who is signed in and what the roles allow.' });

export const sessionRoutes = defineRoutes({
  signIn: {
    method: 'POST',
    path: '/api/v1/sessions',
    kind: 'direct',
    action: 'public',
    tag: 'sessions',
    summary: { it: 'Accedere', en: 'Sign in' },
    body: SignIn,
    status: 201,
    answers: { 201: Session },
    problems: ['session/wrong-credentials', 'session/too-many-attempts'],
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
    action: 'signed-in',
    tag: 'sessions',
    summary: { it: 'Chi sono e che cosa posso fare', en: 'Who am I and what may I do' },
    status: 200,
    answers: { 200: Me },
    problems: [],
  },
});
