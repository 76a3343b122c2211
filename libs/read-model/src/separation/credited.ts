import { sql, type RawBuilder } from 'kysely';
import { heldBy } from './held.js';

/** Each office that has the credit of some days of what was judged. */
export const CREDITED = sql`
  select told.office, told."from" as from_day, told."to" as to_day, told.coming
  from jsonb_to_recordset(taken.credited) as told (office text, "from" text, "to" text, coming boolean)`;

/**
 * True where some of these persons hold such an office on the day of a step, or held it by then in the days of its credit. An
 * account's own office counts until another is told.
 */
export function areCredited(...persons: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql`exists (
  select from (${CREDITED}) as credit
  where exists (select from (${heldBy(...persons)}) as held where held.office = credit.office)
    or exists (
      select from read.tenure as tenure
      where tenure.person in (${sql.join(persons)}) and tenure.office = credit.office
        and tenure.from_day <= case when credit.coming then credit.to_day else least(credit.to_day, asked.day) end
        and (tenure.to_day is null or credit.from_day <= tenure.to_day)
        and tenure.recorded_at <= asked.known
        and (tenure.stream <> tenure.person or not exists (
          select from read.tenure as told
          where told.person = tenure.person and told.stream <> told.person
            and told.from_day <= greatest(credit.from_day, tenure.from_day)
            and told.recorded_at <= asked.known))))`;
}
