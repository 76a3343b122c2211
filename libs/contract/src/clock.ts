import { z } from 'zod';
import { defineRoutes } from './route.js';
import { CommandAnswer, Instant } from './values.js';

export const Clock = z
  .object({
    mode: z.enum(['system', 'simulated']),
    now: Instant,
    settled: z.boolean().meta({ description: 'Everything that follows from the log so far has been done.' }),
    nextAlarmAt: Instant.nullable().meta({ description: 'When the next alarm rings, after now.' }),
  })
  .meta({ id: 'Clock' });

export const AdvanceClock = z.strictObject({ now: Instant }).meta({ id: 'AdvanceClock' });

export const clockRoutes = defineRoutes({
  clock: {
    method: 'GET',
    path: '/api/v1/clock',
    kind: 'query',
    action: 'clock.read',
    tag: 'clock',
    summary: { it: 'Che ora è per il sistema', en: 'What time the system has' },
    query: z.strictObject({
      settled: z
        .enum(['true', 'false'])
        .optional()
        .meta({ description: 'With true the answer waits, 10 seconds at most, until all is settled.' }),
    }),
    status: 200,
    answers: { 200: Clock },
    problems: [],
  },
  advanceClock: {
    method: 'POST',
    path: '/api/v1/clock',
    kind: 'command',
    action: 'clock.advance',
    tag: 'clock',
    summary: { it: 'Portare avanti l’orologio simulato', en: 'Move the simulated clock forward' },
    body: AdvanceClock,
    status: 200,
    answers: { 200: CommandAnswer },
    problems: ['clock/not-simulated'],
  },
});
