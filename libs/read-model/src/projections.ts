import type { Kysely } from 'kysely';
import type { ReadTables } from '#postgres';
import { acts } from './acts/project.js';
import { approvals } from './approvals/project.js';
import { bodies } from './body/project.js';
import { due } from './due/project.js';
import { evaluations } from './evaluations/project.js';
import { events } from './events/project.js';
import { objectives } from './objectives/project.js';
import { organisations } from './organisation/project.js';
import { plans } from './plans/project.js';
import { premiums } from './premiums/project.js';
import { reminders } from './reminders/project.js';
import { workflows } from './workflows/project.js';
import type { RuntimeOptions } from './runtime/follow-once.js';
import type { Projection } from './runtime/projection.js';
import { separations } from './separation/project.js';
import { variations } from './variations/project.js';
import { ensureSchema } from './runtime/schema.js';
import { keepProjecting, type Projections } from './runtime/keep-projecting.js';

/**
 * All projections. Each has its own version, checkpoint and parked streams.
 *
 * | projection | tables of `read`                      | streams       | answers                                      |
 * |------------|---------------------------------------|---------------|----------------------------------------------|
 * | events     | event                                 | all           | audit trail, history, tables as of the past  |
 * | plans      | plan                                  | plan          | plan list and tree                           |
 * | objectives | objective, share, proposal, progress_report, … | objective | lists, detail, dashboard, inbox, plan table |
 * | due        | due                                   | objective     | deadlines, alarms, overdue                   |
 * | reminders  | reminder, notice, reminded, …         | reminder      | messages received; what was said already     |
 * | premiums   | premium_run                           | premium       | premium runs                                 |
 * | evaluations | evaluation                           | evaluation    | evaluations of persons, each for its own     |
 * | variations | variation                             | variation     | variations of plans and their approvals      |
 * | approvals  | approval, approval_owner, approval_notice | objective, plan, variation, premium, evaluation | approvals, what waits for whom |
 * | bodies     | body                                  | body          | the holiday that reminders skip              |
 * | organisations | tenure, delegation               | organisation, account | who holds which office, vacancies   |
 * | acts       | act, act_edge                         | all but account, clock, reminder | acts, debts, graph                  |
 * | separations | control_side, separation_check, separation_concern | all with controls | that nobody was on both sides |
 * | workflows  | workflow                              | workflow      | published versions of workflows              |
 */
export const projections: readonly Projection[] = [
  events,
  plans,
  objectives,
  due,
  reminders,
  premiums,
  evaluations,
  variations,
  bodies,
  organisations,
  separations,
  acts,
  workflows,
  approvals,
];

/** Creates what is missing of schema `read`; safe to call at any time and from several processes. */
export async function ensureReadSchema(db: Kysely<ReadTables>): Promise<void> {
  await ensureSchema(db, projections);
}

/** Keeps the tables of schema `read` up to the log until it is stopped; creates what is missing of them first. */
export function startProjections(options: Omit<RuntimeOptions, 'projections'>): Projections {
  return keepProjecting({ ...options, projections });
}
