import { sql } from 'kysely';
import { BY_OFFICE } from './by-office.js';
import { areCredited, CREDITED } from './credited.js';
import { heldBy, holding } from './held.js';
import { PLACE } from './place.js';

/** A delegation that was in force on the day of a step, and that somebody had acted by before it. */
const IN_FORCE = sql`
  given.from_day <= asked.day and asked.day <= given.until_day
  and (given.revoked is null or asked.day < given.revoked ->> 'on')
  and given.taken_up < taken.position`;

/** Such a one that is for somebody. */
const COUNTS = sql`
  ${IN_FORCE}
  and given_for.place is not null
  and not (${BY_OFFICE})`;

/** From whoever took a step, or the one in whose place, to those for whom they act: up to three links, as `actingAs` has them. */
const CHAINS = sql`
  with recursive chain (office, place, kind, through) as (
    select given.office, given_for.place, given.kind, array[given.person]
    from read.delegation as given cross join lateral (select ${PLACE} as place) as given_for
    where given.person in (taken.person, taken.on_behalf_of) and ${COUNTS}
    union all
    select given.office, given_for.place, given.kind, chain.through || given.person
    from chain join read.delegation as given on given.person = chain.place
      cross join lateral (select ${PLACE} as place) as given_for
    where chain.kind = 'sostituzione' and cardinality(chain.through) < 3 and ${COUNTS})
  select chain.office, chain.place from chain
  where not exists (
    select from (${holding(sql`chain.office`)}) as holder where holder.person = any(chain.through))`;

/**
 * True where whoever took a step, or the one in whose place, acted that day for an office or a person on the other side. Of
 * most persons nobody's delegation is in force, which is asked first.
 */
export const DELEGATE = sql`(
  exists (
    select from read.delegation as given where given.person in (taken.person, taken.on_behalf_of) and ${IN_FORCE})
  and exists (
    select from (${CHAINS}) as lent
    where taken.offices @> to_jsonb(lent.office) or taken.scored @> to_jsonb(lent.office)
      or exists (select from (${CREDITED}) as credit where credit.office = lent.office)
      or ${areCredited(sql`lent.place`)}
      or taken.authors @> to_jsonb(lent.place) or taken.beneficiaries @> to_jsonb(lent.place)
      or exists (
        select from (${heldBy(sql`lent.place`)}) as held
        where taken.offices @> to_jsonb(held.office) or taken.scored @> to_jsonb(held.office))))`;
