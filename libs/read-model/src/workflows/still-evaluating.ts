import { sql, type Kysely } from 'kysely';
import type { OfficeDefinition } from '#domain';
import type { ReadTables } from '#postgres';

/**
 * The offices that evaluate by a version of the workflow which an open approval or an evaluation under way follows, and not by the one
 * in force: they certify and judge what set out before another body came in their place. What came back to be integrated sets out
 * anew by the one in force, so it binds them to nothing.
 *
 * @param offices  of the workflow in force
 */
export async function stillEvaluating(
  db: Kysely<ReadTables>,
  offices: readonly OfficeDefinition[],
): Promise<readonly string[]> {
  const now = offices.filter((one) => one.function === 'evaluation-body').map(({ id }) => id);
  // most bodies ever had one alone: what is under way is looked at only where there was another
  const { rows } = await sql<{ office: string }>`
    with other as materialized (
      select distinct workflow_id, version, office ->> 'id' as office
      from read.workflow, jsonb_array_elements(definition -> 'offices') as office
      where office ->> 'function' = 'evaluation-body' and office ->> 'id' <> all(${now}::text[])
    )
    select distinct office from other where exists (
      select 1 from read.approval
      where status = 'open'
        and approval -> 'workflow' ->> 'id' = other.workflow_id
        and (approval -> 'workflow' ->> 'version')::integer = other.version
    ) or exists (
      select 1 from read.evaluation
      where status not in ('definitive', 'withdrawn')
        and state #>> '{opened,route,workflow,id}' = other.workflow_id
        and (state #>> '{opened,route,workflow,version}')::integer = other.version
    ) order by office`.execute(db);
  return rows.map(({ office }) => office);
}
