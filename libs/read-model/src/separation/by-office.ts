import { sql } from 'kysely';
import type { OfficeFunction } from '#domain';
import { holding } from './held.js';

/** The offices with one of these functions, by the file that was in force when a step was recorded. */
export const calledSo = (...wanted: readonly OfficeFunction[]) => sql`
  select defined.value ->> 'id' as id
  from jsonb_array_elements((
    select published.definition -> 'offices' from read.workflow as published
    where published.published_at <= taken.recorded_at
    order by published.published_at desc, published.version desc limit 1)) as defined
  where defined.value ->> 'function' in (${sql.join(wanted)})`;

/** Who held the office of a step and is its Vicesegretario: by the file, or by their role where it calls no office so. */
const DEPUTIES = sql`
  select deputy.person from (${holding(sql`taken.office`)}) as deputy
  where case
    when exists (${calledSo('segretario-substitute')}) then taken.office in (${calledSo('segretario-substitute')})
    else deputy.roles @> '"vicesegretario"' end`;

/**
 * Where `given` is a delegation of the Segretario to the Vicesegretario, at a step of the latter: for whom they stand in by
 * their office, and so does whoever stands in for them there.
 */
export const BY_OFFICE = sql`
  given.person in (${DEPUTIES})
  and (given.office in (${calledSo('segretario')})
    or exists (select from (${holding(sql`given.office`)}) as lender where lender.roles @> '"segretario"'))`;
