import { sql, type Kysely } from 'kysely';
import type { ActedByTenure } from '#domain';
import type { ReadTables } from '#postgres';

/**
 * What its person has done last by a tenure since it was recorded: as its office, in their own right, on its days. Accounts are nobody's office.
 *
 * @returns null when they have done nothing, or there is no such tenure
 */
export async function actedByTenure(db: Kysely<ReadTables>, tenureId: string): Promise<ActedByTenure | null> {
  const { rows } = await sql<ActedByTenure>`
    select event.type as last, event.recorded_at as "lastAt"
    from read.event as taken
    join read.tenure as tenure on tenure.id = taken.data ->> 'tenureId'
    join read.event as event on event.actor_id = tenure.person and event.office = tenure.office
      and event.position > taken.position
    where taken.type = 'organisation.office-taken.v1' and taken.data ->> 'tenureId' = ${tenureId}
      and event.stream not like 'account-%' and event.metadata ->> 'onBehalfOf' is null
      and (event.recorded_at::timestamptz at time zone 'Europe/Rome')::date::text
        between tenure.from_day and coalesce(tenure.to_day, '9999-12-31')
    order by event.position desc limit 1`.execute(db);
  return rows[0] ?? null;
}
