import { sql } from 'kysely';
import { heldBy, holding } from './held.js';

/** Given by whom it says, or by any of those who held its office that day where an old log does not. */
const GIVERS = sql`
  select holder.person from (${holding(sql`given.office`)}) as holder
  where given.holder is null or holder.person = given.holder`;

/** The Vicesegretario in their own right, and a delegation of the Segretario: for whom they stand in by office. */
const BY_OFFICE = sql`
  taken.on_behalf_of is null
  and exists (select from (${heldBy(sql`taken.person`)}) as held
    where held.office = taken.office and held.roles @> '"vicesegretario"')
  and exists (select from (${holding(sql`given.office`)}) as holder where holder.roles @> '"segretario"')`;

/**
 * True where whoever took a step, or the one in whose place, had a delegation that day of an office or from a person on the
 * other side of the control. Of the delegations that the step's persons had themselves: not of those of a delegate's own.
 */
export const DELEGATE = sql`exists (
  select from read.delegation as given
  where given.person in (taken.person, taken.on_behalf_of)
    and given.from_day <= asked.day and asked.day <= given.until_day
    and (given.revoked is null or asked.day < given.revoked ->> 'on')
    and not (${BY_OFFICE})
    and (
      taken.offices @> to_jsonb(given.office) or taken.scored @> to_jsonb(given.office)
      or exists (
        select from (${GIVERS}) as giver
        where taken.authors @> to_jsonb(giver.person) or taken.beneficiaries @> to_jsonb(giver.person)
          or exists (
            select from (${heldBy(sql`giver.person`)}) as held
            where taken.offices @> to_jsonb(held.office) or taken.scored @> to_jsonb(held.office)))))`;
