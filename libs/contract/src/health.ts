import { z } from 'zod';
import { defineRoutes } from './route.js';

export const PartHealth = z.enum(['up', 'down']);

export const Alive = z.object({ status: z.literal('alive') }).meta({ id: 'Alive' });

export const Readiness = z
  .object({
    status: z.enum(['ready', 'not-ready']),
    parts: z.object({ log: PartHealth, database: PartHealth, readModel: PartHealth }),
  })
  .meta({ id: 'Readiness', description: 'Whether requests can be served, part by part.' });

export const healthRoutes = defineRoutes({
  live: {
    method: 'GET',
    path: '/health/live',
    kind: 'direct',
    action: 'public',
    tag: 'health',
    summary: { it: 'Il processo è vivo', en: 'The process is alive' },
    status: 200,
    answers: { 200: Alive },
    problems: [],
  },
  ready: {
    method: 'GET',
    path: '/health/ready',
    kind: 'direct',
    action: 'public',
    tag: 'health',
    summary: { it: 'Il sistema può servire richieste', en: 'Requests can be served' },
    status: 200,
    answers: { 200: Readiness, 503: Readiness },
    problems: [],
  },
});
