import { sql, type RawBuilder } from 'kysely';
import type { OfficeFunction } from '#domain';
import { calledSo } from './by-office.js';
import { actsFor } from './delegate.js';
import { HELD, holding } from './held.js';

/** True where a step was taken as the Nucleo or OIV: by the body's file of then, or by the role of who holds the office. */
export const EVALUATES = sql`(taken.office in (${calledSo('evaluation-body')}) or exists (
  select from (${HELD}) as held where held.office = taken.office and held.roles @> '"nucleo"'))`;

/**
 * True where whoever took it, or the one in whose place, held an office with this function or role, or acted for who did by
 * a delegation that bound them: of a list of an earlier release nobody asked.
 */
export function isOrActsFor(office: OfficeFunction, role: string): RawBuilder<unknown> {
  const quoted = sql`to_jsonb(${role}::text)`;
  return sql`(
    exists (select from (${HELD}) as held where held.roles @> ${quoted} or held.office in (${calledSo(office)}))
    or ${actsFor(
      sql`lent.office in (${calledSo(office)}) or exists (
        select from (${holding(sql`lent.office`)}) as holder
        where holder.person = lent.place and holder.roles @> ${quoted})`,
    )})`;
}
