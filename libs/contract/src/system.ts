import { z } from 'zod';
import { PartHealth } from './health.js';
import { defineRoutes } from './route.js';
import { Instant, Position } from './values.js';

export const SystemStatus = z
  .object({
    status: z
      .enum(['well', 'impaired'])
      .meta({ description: 'Impaired: a part is down, a stream is parked, or the tables are behind for long.' }),
    version: z.string(),
    body: z.string(),
    clock: z.enum(['system', 'simulated']),
    node: z.string().meta({ description: 'Version of Node.js.' }),
    startedAt: Instant.meta({ description: 'Of the API.' }),
    parts: z.object({ log: PartHealth, database: PartHealth, readModel: PartHealth }),
    log: z.object({ position: Position.nullable() }),
    projections: z.array(
      z.object({
        name: z.string(),
        position: z.string().meta({ description: 'Of the log, up to which its tables are; -1: none.' }),
        updatedAt: Instant,
      }),
    ),
    parked: z
      .array(z.object({ projection: z.string(), stream: z.string(), revision: z.number().int(), at: Instant }))
      .meta({ description: 'Streams whose next event could not be taken into the tables: call whoever maintains it.' }),
    refused: z
      .array(
        z.object({
          cause: z.string().meta({ description: 'Type of the event.' }),
          from: z.string().meta({ description: 'Its stream.' }),
          stream: z.string(),
          code: z.string(),
          says: z.string(),
          at: Instant,
        }),
      )
      .meta({
        description:
          'What should have followed from an event in another stream and was refused there, the latest twenty: somebody should look at both.',
      }),
    disk: z.object({ freeBytes: z.number(), totalBytes: z.number() }),
    memory: z.object({ ownBytes: z.number(), freeBytes: z.number(), totalBytes: z.number() }),
    certificate: z.object({ validTo: Instant }).nullable(),
    lastBackup: z.object({ at: Instant, to: z.string() }).nullable(),
  })
  .meta({ id: 'SystemStatus', description: 'What an administrator must know of the system itself.' });

export const systemRoutes = defineRoutes({
  systemStatus: {
    method: 'GET',
    path: '/api/v1/system',
    kind: 'direct',
    action: 'system.read',
    tag: 'system',
    summary: { it: 'Lo stato del sistema', en: 'The state of the system' },
    status: 200,
    answers: { 200: SystemStatus },
    problems: [],
  },
});
