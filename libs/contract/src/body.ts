import { z } from 'zod';
import { Role, UserName } from './accounts.js';
import { defineRoutes } from './route.js';

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
});
