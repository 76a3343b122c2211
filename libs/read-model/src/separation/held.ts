import { sql, type RawBuilder } from 'kysely';

/** The offices, with their roles, that some persons held on a day of which a step is asked: an account's own until another is told. */
export function heldBy(...persons: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql`
  select tenure.person, tenure.office, tenure.roles from read.tenure as tenure
  where tenure.person in (${sql.join(persons)}) and ${ON_THE_DAY}`;
}

const ON_THE_DAY = sql`tenure.from_day <= asked.day
    and (tenure.to_day is null or asked.day <= tenure.to_day)
    and (tenure.stream <> tenure.person or not exists (
      select from read.tenure as told
      where told.person = tenure.person and told.stream <> told.person and told.from_day <= asked.day))`;

/** The offices that whoever took a step held, and the one in whose place. */
export const HELD = heldBy(sql`taken.person`, sql`taken.on_behalf_of`);

/** Who held an office on that day. */
export function holding(office: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
  select tenure.person, tenure.office, tenure.roles from read.tenure as tenure
  where tenure.office = ${office} and ${ON_THE_DAY}`;
}
