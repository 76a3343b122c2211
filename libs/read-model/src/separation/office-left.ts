import { sql } from 'kysely';

/** The day on which a step happened, and that on which it was recorded: an office held on either is enough. */
const DAYS = sql`(values (taken.occurred_on),
  (to_char(taken.recorded_at::timestamptz at time zone 'Europe/Rome', 'YYYY-MM-DD'))) as given (day)`;

/**
 * True where who took a step in their own right had left the office by then, as it is known today: the end of a tenure may
 * be recorded after a vote of its holder. An account's own office lasts for the whole day on which something else is said
 * of its person. Null where the log knows of no tenure.
 */
export const OFFICE_LEFT = sql`(taken.on_behalf_of is null and (
  select bool_and(coalesce(
    case when tenure.stream = tenure.person then
      (tenure.to_day::date + 1)::text < given.day or exists (
        select from read.tenure as told
        where told.person = tenure.person and told.stream <> told.person and told.from_day < given.day)
    else tenure.to_day < given.day end, false))
  from read.tenure as tenure cross join ${DAYS}
  where tenure.person = taken.person and tenure.office = taken.office and tenure.from_day <= given.day))`;
