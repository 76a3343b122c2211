import { z } from 'zod';
import { defineRoutes } from './route.js';
import { Position } from './values.js';

/**
 * What a page may have to ask for again.
 *
 * | topic            | changed                                                  |
 * |------------------|----------------------------------------------------------|
 * | `plan`           | a plan: list, tree, table, dashboard                     |
 * | `objective:<id>` | an objective and its shares: detail, lists, dashboard    |
 * | `due`            | what falls due: deadlines, calendar, overdue             |
 * | `inbox`          | what waits for somebody, reminders                       |
 * | `variation`      | variations of plans                                      |
 * | `premium`        | premium runs                                             |
 * | `body`           | the body's name, calendar, offices, setup                |
 * | `account`        | accounts and sessions                                    |
 * | `clock`          | simulated time                                           |
 * | `act`            | the register of acts                                     |
 * | `all`            | more than is worth telling: everything                   |
 *
 * Whatever changed, the audit trail has grown.
 */
export const Changed = z
  .object({ position: Position, topics: z.array(z.string()) })
  .meta({ id: 'Changed', description: 'Data of the event "changed"; its id is the position.' });

export const changeRoutes = defineRoutes({
  changes: {
    method: 'GET',
    path: '/api/v1/changes',
    kind: 'direct',
    action: 'signed-in',
    tag: 'changes',
    summary: {
      it: 'Che cosa cambia, mentre cambia (server-sent events «changed»; riprende da Last-Event-ID)',
      en: 'What changes, as it changes (server-sent events "changed"; goes on from Last-Event-ID)',
    },
    status: 200,
    answers: { 200: { mediaType: 'text/event-stream' } },
    problems: ['changes/too-many-listeners', 'query/rebuilding', 'database/unavailable'],
  },
});
