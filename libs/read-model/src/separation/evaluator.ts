import { sql, type RawBuilder } from 'kysely';
import type { OfficeFunction } from '#domain';
import { calledSo } from './by-office.js';
import { actsFor } from './delegate.js';
import { HELD, holding } from './held.js';

/** True where a step was taken as the Nucleo or OIV: by the body's file of then, or by the role of who holds the office. */
export const EVALUATES = sql`(taken.office in (${calledSo('evaluation-body')}) or exists (
  select from (${HELD}) as held where held.office = taken.office and held.roles @> '"nucleo"'))`;

/**
 * True where whoever took it, or the one in whose place, held an office with one of these functions or roles, or acted for who
 * did by a delegation that bound them: of a list of an earlier release nobody asked.
 */
function isOrActsFor(functions: readonly OfficeFunction[], roles: readonly string[]): RawBuilder<unknown> {
  const quoted = sql`array[${sql.join(roles)}]::text[]`;
  return sql`(
    exists (select from (${HELD}) as held where held.roles ?| ${quoted} or held.office in (${calledSo(...functions)}))
    or ${actsFor(
      sql`lent.office in (${calledSo(...functions)}) or exists (
        select from (${holding(sql`lent.office`)}) as holder
        where holder.person = lent.place and holder.roles ?| ${quoted})`,
    )})`;
}

/** The Segretario, and whoever stands in for them by office. */
export const IS_SEGRETARIO = isOrActsFor(['segretario', 'segretario-substitute'], ['segretario', 'vicesegretario']);

export const IS_RPCT = isOrActsFor(['anticorruption'], ['rpct']);
