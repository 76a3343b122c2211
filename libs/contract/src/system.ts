import { z } from 'zod';
import { PartHealth } from './health.js';
import { defineRoutes } from './route.js';
import { CommandAnswer, Instant, Position, WrittenLine } from './values.js';

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
          causeId: z.string().meta({ description: 'Id of the event.' }),
          cause: z.string().meta({ description: 'Type of the event.' }),
          from: z.string().meta({ description: 'Its stream.' }),
          stream: z.string(),
          code: z.string(),
          says: z.string(),
          toDo: z.string().meta({ description: 'What to do about it.' }),
          at: Instant,
          settled: z
            .object({ person: z.string(), at: Instant, note: z.string() })
            .nullable()
            .meta({ description: 'Who has seen to it; null: nobody yet.' }),
        }),
      )
      .meta({
        description:
          'What should have followed from an event in another stream and was refused there, those that wait for somebody first, twenty at most: look at both streams, put it right, and say so.',
      }),
    disk: z.object({ freeBytes: z.number(), totalBytes: z.number() }),
    memory: z.object({ ownBytes: z.number(), freeBytes: z.number(), totalBytes: z.number() }),
    certificate: z.object({ validTo: Instant }).nullable(),
    lastBackup: z.object({ at: Instant, to: z.string() }).nullable(),
  })
  .meta({ id: 'SystemStatus', description: 'What an administrator must know of the system itself.' });

export const SettleRefused = z
  .strictObject({
    cause: z.string().min(1).max(100).meta({ description: 'Id of the event (`causeId`).' }),
    stream: z.string().min(1).max(300).meta({ description: 'In which it was refused.' }),
    note: WrittenLine.meta({ description: 'What was done about it.' }),
  })
  .meta({ id: 'SettleRefused' });

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
  settleRefused: {
    method: 'POST',
    path: '/api/v1/system/refused-settlements',
    kind: 'command',
    action: 'system.settle',
    tag: 'system',
    summary: {
      it: 'Segnare come risolta una conseguenza che era stata rifiutata',
      en: 'Say that a refused consequence has been seen to',
    },
    body: SettleRefused,
    status: 200,
    answers: { 200: CommandAnswer },
    problems: ['system/not-refused', 'value/text-missing'],
  },
});
