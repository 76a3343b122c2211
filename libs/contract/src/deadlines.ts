import { z } from 'zod';
import { DueItem } from './objective-views.js';
import { defineRoutes } from './route.js';
import { LocalDate, OfficeId, PlanId } from './values.js';

export const AreaDueItem = DueItem.extend({ areaId: z.string() }).meta({
  id: 'AreaDueItem',
  description: 'A deadline of a share, with the area whose share it is.',
});

export const Deadlines = z
  .object({
    deadlines: z.array(AreaDueItem),
    more: z.boolean().meta({ description: 'There are more: narrow the days.' }),
  })
  .meta({ id: 'Deadlines', description: 'By day.' });

export const deadlineRoutes = defineRoutes({
  deadlines: {
    method: 'GET',
    path: '/api/v1/deadlines',
    kind: 'query',
    action: 'dashboard.read',
    tag: 'dashboard',
    summary: { it: 'Le scadenze, per giorno, area, ufficio e stato', en: 'Deadlines, by day, area, office and status' },
    query: z.strictObject({
      planId: PlanId.optional(),
      area: OfficeId.optional(),
      office: OfficeId.optional(),
      from: LocalDate.optional().meta({ description: 'Due on that day or later.' }),
      to: LocalDate.optional().meta({ description: 'Due on that day at the latest.' }),
      status: z.enum(['open', 'met', 'missed', 'late', 'void', 'moved']).optional().meta({
        description:
          'Left out: all but "void" and "moved" (misses that a variation lifted are there, as "moved"), and what a share missed that was removed since, which nobody has to answer.',
      }),
      limit: z.coerce.number().int().min(1).max(2000).default(500),
    }),
    status: 200,
    answers: { 200: Deadlines },
    problems: [],
  },
});
