import { z } from 'zod';
import { defineRoutes } from './route.js';
import { CommandAnswer, LocalDate, ObjectiveId, OfficeId, ShareId } from './values.js';

export const BulkItem = z
  .strictObject({
    route: z
      .string()
      .max(60)
      .meta({ description: 'Operation of this API: any command.', examples: ['approveRendicontazione'] }),
    params: z.record(z.string().max(60), z.string().max(200)).default({}),
    body: z.unknown().optional(),
    ifMatch: z.number().int().nonnegative().optional(),
    occurredOn: LocalDate.optional(),
  })
  .meta({ id: 'BulkItem', description: 'A command, as it would be sent by itself.' });

export const BulkResult = z
  .object({
    index: z.number().int().meta({ description: 'Of the item, from 0.' }),
    status: z.number().int(),
    body: z.record(z.string(), z.unknown()).meta({ description: 'What the command answers, or its problem.' }),
  })
  .meta({ id: 'BulkResult' });

export const SendReminder = z
  .strictObject({
    office: OfficeId,
    shares: z
      .array(z.strictObject({ objectiveId: ObjectiveId, shareId: ShareId }))
      .min(1)
      .max(200),
  })
  .meta({ id: 'SendReminder', description: 'Shares of one office: it gets one message a day, and this is today’s.' });

export const bulkRoutes = defineRoutes({
  bulk: {
    method: 'POST',
    path: '/api/v1/bulk',
    kind: 'direct',
    keyed: true,
    action: 'signed-in',
    tag: 'bulk',
    summary: {
      it: 'Molti comandi insieme, ognuno con il suo esito; con la stessa Idempotency-Key riprende da dove era',
      en: 'Many commands at once, each with its own result; the same Idempotency-Key goes on where it was',
    },
    query: z.strictObject({
      dryRun: z.enum(['true', 'false']).default('false').meta({ description: 'With true: only what would happen.' }),
    }),
    body: z.strictObject({ items: z.array(BulkItem).min(1).max(500) }).meta({ id: 'Bulk' }),
    status: 200,
    answers: {
      200: z
        .object({ results: z.array(BulkResult), done: z.number().int(), refused: z.number().int() })
        .meta({ id: 'BulkAnswer', description: 'In the order of the items; one that is refused stops no other.' }),
    },
    problems: ['request/idempotency-key-missing'],
  },
  sendReminder: {
    method: 'POST',
    path: '/api/v1/reminders',
    kind: 'command',
    action: 'reminder.send',
    tag: 'reminders',
    summary: { it: 'Sollecitare ora un ufficio per alcune quote', en: 'Remind an office of some shares now' },
    body: SendReminder,
    status: 201,
    answers: { 201: CommandAnswer },
    problems: ['reminder/already-sent', 'reminder/nothing-to-say'],
  },
});
