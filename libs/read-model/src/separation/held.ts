import { sql, type RawBuilder } from 'kysely';

/**
 * Of what a step is asked, as `asked`: on which `day`, and of what was recorded by when (`known`). Of whatever is known today the
 * verdict is made.
 */
export const KNOWN_TODAY = sql`'9999'`;

const ASKED_DAY = sql`asked.day`;

/** The offices, with their roles, that some persons held on a day of which a step is asked: an account's own until another is told. */
export function heldBy(...persons: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql`
  select tenure.person, tenure.office, tenure.roles from read.tenure as tenure
  where tenure.person in (${sql.join(persons)}) and ${onDay(ASKED_DAY)}`;
}

function onDay(day: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`tenure.from_day <= ${day}
    and (tenure.to_day is null or ${day} <= tenure.to_day)
    and tenure.recorded_at <= asked.known
    and (tenure.stream <> tenure.person or not exists (
      select from read.tenure as told
      where told.person = tenure.person and told.stream <> told.person and told.from_day <= ${day}
        and told.recorded_at <= asked.known))`;
}

/** The offices that whoever took a step held, and the one in whose place. */
export const HELD = heldBy(sql`taken.person`, sql`acting.place`);

/** Who held an office on that day, or on another. */
export function holding(office: RawBuilder<unknown>, day = ASKED_DAY): RawBuilder<unknown> {
  return sql`
  select tenure.person, tenure.office, tenure.roles from read.tenure as tenure
  where tenure.office = ${office} and ${onDay(day)}`;
}
