import { sql, type RawBuilder } from 'kysely';

/** The offices, with their roles, that some persons held on the day of a step: an account's own until another is told. */
export function heldBy(...persons: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql`
  select tenure.person, tenure.office, tenure.roles from read.tenure as tenure
  where tenure.person in (${sql.join(persons)}) and ${ON_THE_DAY}`;
}

const ON_THE_DAY = sql`tenure.from_day <= taken.occurred_on
    and (tenure.to_day is null or taken.occurred_on <= tenure.to_day)
    and (tenure.stream <> tenure.person or not exists (
      select from read.tenure as told
      where told.person = tenure.person and told.stream <> told.person and told.from_day <= taken.occurred_on))`;

/** The offices that whoever took a step held, and the one in whose place. */
export const HELD = heldBy(sql`taken.person`, sql`taken.on_behalf_of`);

/** Who held an office on the day of a step. */
export function holding(office: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
  select tenure.person, tenure.office, tenure.roles from read.tenure as tenure
  where tenure.office = ${office} and ${ON_THE_DAY}`;
}
