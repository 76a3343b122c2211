import { sql, type RawBuilder } from 'kysely';
import { BY_OFFICE } from './by-office.js';
import { areCredited, CREDITED } from './credited.js';
import { heldBy, holding } from './held.js';
import { PLACE } from './place.js';

/** A delegation that was in force on the day of a step. */
const IN_FORCE = sql`
  given.from_day <= asked.day and asked.day <= given.until_day and given.recorded_at <= asked.known
  and (given.revoked is null or asked.day < given.revoked ->> 'on')`;

/** …and that somebody had acted by before it. */
const TAKEN_UP = sql`${IN_FORCE} and given.taken_up < taken.position`;

/** From some persons to those for whom they act: up to three links, as `actingAs` has them. */
function chainsOf(persons: RawBuilder<unknown>, which: RawBuilder<unknown>): RawBuilder<unknown> {
  const counts = sql`${which} and given_for.place is not null`;
  return sql`
  with recursive chain (office, place, kind, through) as (
    select given.office, given_for.place, given.kind, array[given.person]
    from read.delegation as given cross join lateral (select ${PLACE} as place) as given_for
    where given.person in (${persons}) and ${counts}
    union all
    select given.office, given_for.place, given.kind, chain.through || given.person
    from chain join read.delegation as given on given.person = chain.place
      cross join lateral (select ${PLACE} as place) as given_for
    where chain.kind = 'sostituzione' and cardinality(chain.through) < 3 and ${counts})
  select chain.office, chain.place from chain
  where not exists (
    select from (${holding(sql`chain.office`)}) as holder where holder.person = any(chain.through))`;
}

function hasGiven(persons: RawBuilder<unknown>, which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (select from read.delegation as given where given.person in (${persons}) and ${which})`;
}

const WHO = sql`taken.person, acting.place`;

/** True where whoever took a step, or the one in whose place, acted that day for such an office of such a person (`lent`). */
export function actsFor(such: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(${hasGiven(WHO, TAKEN_UP)}
    and exists (select from (${chainsOf(WHO, TAKEN_UP)}) as lent where ${such}))`;
}

/**
 * True where whoever took a step, or the one in whose place, acted that day for an office or a person on the other side. Of
 * most persons nobody's delegation is in force, which is asked first.
 */
export const DELEGATE = sql`(
  ${hasGiven(WHO, TAKEN_UP)}
  and exists (
    select from (${chainsOf(WHO, sql`${TAKEN_UP} and not (${BY_OFFICE})`)}) as lent
    where taken.offices @> to_jsonb(lent.office) or taken.scored @> to_jsonb(lent.office)
      or exists (select from (${CREDITED}) as credit where credit.office = lent.office)
      or ${areCredited(sql`lent.place`)}
      or taken.authors @> to_jsonb(lent.place) or taken.beneficiaries @> to_jsonb(lent.place)
      or exists (
        select from (${heldBy(sql`lent.place`)}) as held
        where taken.offices @> to_jsonb(held.office) or taken.scored @> to_jsonb(held.office))))`;

const LENT = sql`
  select lent.place from (${chainsOf(sql`taken.person`, IN_FORCE)}) as lent where lent.office = taken.office`;

/**
 * In whose place a step may have been taken that day: as it was told; of what is asked of the office alone, of everybody in
 * whose place they acted as it, of themselves where they held it or acted as it by no right that is known.
 */
export const PLACES = sql`
  select unnest(case
    when not taken.any_place then array[taken.on_behalf_of]
    when not ${hasGiven(sql`taken.person`, IN_FORCE)} then array[null]
    else coalesce(nullif(array(${LENT}), '{}'), array[null])
  end) as place`;
