import { sql } from 'kysely';
import { holding } from './held.js';

const HOLDERS = holding(sql`given.office`);
const FIRST_HOLDERS = holding(sql`given.office`, sql`given.from_day`);

/** Whoever may have given it, where the log does not say: who held the office on its first day, else who came to hold it. */
const GIVERS = sql`
  select first_holder.person from (${FIRST_HOLDERS}) as first_holder
  union select holder.person from (${HOLDERS}) as holder
  where not exists (select from (${FIRST_HOLDERS}) as first_holder)`;

/**
 * In whose place the delegation `given` was on the day of a step, by the same rule as `placeOf`: of who gave it, while they
 * held the office; of the office itself while nobody did; null: of nobody.
 */
export const PLACE = sql`case
  when not exists (select from (${HOLDERS}) as holder) then given.office
  else (
    select giver.person from (
      select given.holder as person where given.holder is not null
      union all
      select min(one.person) from (${GIVERS}) as one where given.holder is null having count(*) = 1
    ) as giver
    where giver.person in (select holder.person from (${HOLDERS}) as holder))
  end`;
