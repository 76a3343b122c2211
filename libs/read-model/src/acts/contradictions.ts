import { sql, type Kysely } from 'kysely';
import { actIdToday, type LocalDate } from '#domain';
import type { ReadTables } from '#postgres';
import type { Onlooker } from '../evaluations/seen-by.js';
import { mayBeShown } from './seen.js';

/** A fact that was done by an act and is at odds with its date: done before it, or deciding what came after it. */
export interface Contradiction extends ToldFact {
  readonly kind: string;
  readonly id: string;
  readonly shareId: string | null;
  /** The date with which it cites the act: it stays. */
  readonly cited: LocalDate | null;
  /** What was there when it was done and came after the act, `opinion` that of a removal; null: the fact itself came before it. */
  readonly after: ToldFact | null;
}

interface ToldFact {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly on: LocalDate;
}

interface Row {
  readonly source_kind: string;
  readonly source_id: string;
  readonly share_id: string | null;
  readonly type: string;
  readonly data: ToldFact['data'];
  readonly on: LocalDate;
  readonly cited: LocalDate | null;
  readonly after: ToldFact | null;
}

/** A draft names the act that is to approve it: it was not done by that. */
const DRAFTS: readonly string[] = ['plan.drafted.v1', 'plan.redrafted.v1'];

/** Where an act decides what came before it in the same stream; elsewhere, as among all tenures, one has nothing to do with the other. */
const DECIDED: readonly string[] = ['plan', 'objective', 'variation', 'premium', 'evaluation'];

/** It names documents of before, and no act decides on them. */
const NAMING: readonly string[] = ['premium.proposed.v1'];

/** Each is told by itself, until it is given back. */
const LIFTED = 'objective.miss-lifted.v1';
const RESTORED = 'objective.miss-restored.v1';

/** By an act of no day before the opinion that it names; a variation hears those of its own chain, which may be recorded after its act. */
const REMOVED = 'objective.removed.v1';

/** No decision waits for it. */
const BESIDES: readonly string[] = ['objective.progress-reported.v1', 'objective.progress-rectified.v1'];

/**
 * What was done by an act and would not fit its date, as it is or as somebody would correct it, each subject once for either reason; and each miss that it lifted and, by
 * that date, came too late for; and each removal whose opinion is of after it.
 *
 * @param date  of the act
 */
export async function actContradictions(
  db: Kysely<ReadTables>,
  actId: string,
  date: LocalDate,
  onlooker: Onlooker,
): Promise<readonly Contradiction[]> {
  const { rows } = await sql<Row>`
    with done as (
      select edge.position, edge.source_kind, edge.source_id, edge.share_id, edge.type, edge.reference ->> 'date' as cited,
        fact.stream, fact.data, fact.occurred_on as "on", fact.metadata ->> 'commandId' as command
      from read.act_edge as edge join read.event as fact on fact.position = edge.position
      where edge.target_kind = 'act' and edge.target_id = ${actIdToday(actId)} and edge.relation = 'rests-on'
        and edge.type <> all(${DRAFTS}::text[])
    ), lifted as (
      select position, source_kind, source_id, share_id, type, data, "on", cited, null::jsonb as after
      from done where type = ${LIFTED} and data ->> 'dueOn' < ${date}
        and not exists (
          select 1 from read.event as restored
          where restored.stream = done.stream and restored.position > done.position and restored.type = ${RESTORED}
            and restored.data ->> 'shareId' = done.data ->> 'shareId'
            and restored.data ->> 'deadlineId' = done.data ->> 'deadlineId'
            and restored.data ->> 'instance' = done.data ->> 'instance'
        )
    ), early as (
      select distinct on (source_kind, source_id, share_id)
        position, source_kind, source_id, share_id, type, data, "on", cited, null::jsonb as after
      from done where "on" < ${date} and type <> ${LIFTED}
      order by source_kind, source_id, share_id, position desc
    ), overtaken as (
      select distinct on (done.source_kind, done.source_id, done.share_id)
        done.position, done.source_kind, done.source_id, done.share_id, done.type, done.data, done."on", done.cited,
        jsonb_build_object('type', other.type, 'data', other.data, 'on', other.occurred_on) as after
      from done join read.event as other on other.stream = done.stream and other.position < done.position
      where done.source_kind = any(${DECIDED}::text[]) and done.type <> all(${NAMING}::text[]) and done.type <> ${LIFTED}
        and done.cited > ${date} and other.occurred_on > ${date} and other.occurred_on <= done.cited
        and (done.share_id is null or other.share_id is null or other.share_id = done.share_id)
        and other.type <> all(${BESIDES}::text[])
        and other.metadata ->> 'commandId' is distinct from done.command
        and not exists (select 1 from done as same where same.position = other.position)
      order by done.source_kind, done.source_id, done.share_id, done.position desc, other.occurred_on desc, other.position desc
    ), unheard as (
      select position, source_kind, source_id, share_id, type, data, "on", cited,
        jsonb_build_object('type', 'opinion', 'data', data -> 'opinion', 'on', data -> 'opinion' ->> 'on') as after
      from done where type = ${REMOVED} and data ->> 'variationId' is null and data -> 'opinion' ->> 'on' > ${date}
    )
    select source_kind, source_id, share_id, type, data, "on", cited, after
    from (select * from early union all select * from overtaken union all select * from lifted union all select * from unheard) as found
    order by position, after is null`.execute(db);
  if (rows.length === 0) return [];
  const isShown = await mayBeShown(db, onlooker, rows);
  return rows.filter(({ source_kind, source_id }) => isShown(source_kind, source_id)).map(contradictionOf);
}

function contradictionOf({ source_kind: kind, source_id: id, share_id: shareId, ...told }: Row): Contradiction {
  return { kind, id, shareId, ...told };
}
