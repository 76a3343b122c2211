import { z } from 'zod';
import { defineRoutes } from './route.js';
import { Instant, LocalDate, ObjectiveId, OfficeId, PlanId, Position } from './values.js';

export const AuditEntry = z
  .object({
    position: Position,
    id: z.string(),
    stream: z.string(),
    revision: z.number().int(),
    type: z.string(),
    actor: z.object({ id: z.string(), office: z.string() }),
    onBehalfOf: z.string().nullable(),
    planId: z.string().nullable(),
    objectiveId: z.string().nullable(),
    shareId: z.string().nullable(),
    occurredOn: LocalDate,
    recordedAt: Instant,
    late: z.boolean().meta({ description: 'Recorded after the day on which it happened.' }),
    data: z.record(z.string(), z.unknown()),
    hash: z.string().nullable().meta({ description: 'SHA-256 of the event in the chain of its stream.' }),
  })
  .meta({ id: 'AuditEntry', description: 'Who did what, when, on what. Accounts are ids, never names.' });

export const AuditTrail = z
  .object({ events: z.array(AuditEntry), nextCursor: Position.nullable() })
  .meta({ id: 'AuditTrail', description: 'Newest first.' });

const Moment = z.union([LocalDate, Instant]);

export const auditTrailRoutes = defineRoutes({
  auditTrail: {
    method: 'GET',
    path: '/api/v1/audit-trail',
    kind: 'query',
    action: 'audit-trail.read',
    tag: 'audit-trail',
    summary: { it: 'Chi ha fatto che cosa, quando, su quale obiettivo', en: 'Who did what, when, on which objective' },
    query: z.strictObject({
      actor: z.string().max(100).optional().meta({ description: 'An account: its id or user name.' }),
      office: OfficeId.optional(),
      type: z
        .string()
        .max(100)
        .optional()
        .meta({ examples: ['objective.progress-reported.v1'] }),
      plan: PlanId.optional(),
      objective: ObjectiveId.optional(),
      from: Moment.optional().meta({ description: 'Recorded on that day or at that instant, or later.' }),
      to: Moment.optional().meta({ description: 'Recorded on that day at the latest, or before that instant.' }),
      occurredFrom: LocalDate.optional().meta({ description: 'Happened on that day or later.' }),
      occurredTo: LocalDate.optional().meta({ description: 'Happened on that day at the latest.' }),
      late: z.enum(['true', 'false']).optional().meta({ description: 'Only what was recorded late, or was not.' }),
      approvals: z.enum(['silence', 'migration']).optional().meta({
        description: 'Only steps that silence approved, or approvals that went on to another version of their chain.',
      }),
      cursor: Position.optional().meta({ description: 'nextCursor of the page before.' }),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
    status: 200,
    answers: { 200: AuditTrail },
    problems: ['value/out-of-range'],
  },
});
