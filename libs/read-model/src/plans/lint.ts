import type { Kysely } from 'kysely';
import { lintOf, type Lint, type LocalDate } from '#domain';
import type { ReadTables } from '#postgres';
import { planRow } from './query.js';

/**
 * What a plan would make trouble with, as its document stands.
 *
 * @param today  when a plan without an act would be approved
 * @returns null when there is no such plan
 */
export async function planLint(db: Kysely<ReadTables>, planId: string, today: LocalDate): Promise<Lint | null> {
  const [plan, body] = await Promise.all([
    planRow(db, planId),
    db.selectFrom('read.body').select('patron_day').limit(1).executeTakeFirst(),
  ]);
  if (plan === null) return null;
  const document = { ...plan.document, act: plan.act };
  return lintOf(document, { today, patronDay: body?.patron_day ?? null });
}
