import { sql, type Kysely } from 'kysely';
import { actIdToday, kindOf, type ActReference, type Evidence, type LocalDate } from '#domain';
import type { ActEdgeRow, ReadTables } from '#postgres';
import type { Onlooker } from '../evaluations/seen-by.js';
import type { ActCorrection, ActRow } from './project.js';
import { actContradictions, type Contradiction } from './contradictions.js';
import { perhapsMeant, type MeantAct } from './perhaps-meant.js';
import { registeredActs } from './registered.js';
import { mayBeShown, type MayBeShown } from './seen.js';

/** Where an act is named. */
export interface Citation {
  readonly kind: string;
  readonly id: string;
  readonly planId: string | null;
  readonly shareId: string | null;
  readonly line: number | null;
  readonly relation: string;
  readonly type: string;
  readonly act: ActReference | null;
}

export interface ActView {
  readonly actId: string;
  readonly act: ActReference;
  readonly registered: boolean;
  readonly organ: string | null;
  readonly title: string | null;
  readonly effectiveFrom: LocalDate | null;
  readonly file: Evidence | null;
  /** What the register lacks of an act that is named, or registered without its file; null: nothing. */
  readonly missing: 'act' | 'file' | null;
  readonly citedIn: readonly Citation[];
  /** Of an act that is only named: registered ones of the same kind and number, by another year or written with other small words. */
  readonly perhaps: readonly MeantAct[];
  /** Days that citations give it and the register does not. */
  readonly datedOtherwise: readonly LocalDate[];
  readonly revision: number;
}

export interface ActDetail extends ActView {
  readonly relations: readonly {
    readonly relation: string;
    readonly kind: string;
    readonly id: string;
    readonly act: ActReference | null;
  }[];
  /** Oldest first. */
  readonly corrections: readonly ActCorrection[];
  /** What was done by it and does not fit its date; nothing of one that is only named. */
  readonly contradictions: readonly Contradiction[];
}

export interface ActFilters {
  readonly missing: boolean;
  readonly kind?: string;
  readonly year?: string;
}

export interface ActPage {
  readonly acts: readonly ActView[];
  readonly nextCursor: string | null;
  /** Acts that lack, or lack their file, whatever the filter. */
  readonly debts: number;
}

/** Of one act, told in a list. */
const MOST_CITATIONS = 200;

const known = sql<{ act_id: string; debt: boolean }>`
  select coalesce(kept.called, cited.target_id) as act_id, kept.file is null as debt
  from ${registeredActs} as kept
  full join (select distinct target_id from read.act_edge where target_kind = 'act') as cited
    on cited.target_id = kept.called`;

/** The acts that are registered or named, the latest year first. */
export async function actList(
  db: Kysely<ReadTables>,
  { missing, kind, year }: ActFilters,
  cursor: string | null,
  limit: number,
  onlooker: Onlooker,
): Promise<ActPage> {
  const kindWanted = kind === undefined ? null : kindOf(kind);
  const { rows } = await sql<{ act_id: string }>`
    select act_id from (${known}) as known
    where (${missing} = false or debt)
      and (${kindWanted}::text is null or split_part(act_id, '-', 2) = ${kindWanted})
      and (${year ?? null}::text is null or split_part(act_id, '-', 1) = ${year ?? null})
      and (${cursor}::text is null or act_id < ${cursor})
    order by act_id desc limit ${limit + 1}`.execute(db);
  const { rows: debts } = await sql<{ count: string }>`
    select count(*) as count from (${known}) as known where debt`.execute(db);
  const ids = rows.slice(0, limit).map(({ act_id }) => act_id);
  const nextCursor = rows.length > limit ? (ids.at(-1) ?? null) : null;
  return { acts: await viewsOf(db, ids, onlooker), nextCursor, debts: Number(debts[0]?.count ?? 0) };
}

/** @returns null where the act is neither registered nor named */
export async function actDetail(db: Kysely<ReadTables>, asked: string, onlooker: Onlooker): Promise<ActDetail | null> {
  const actId = actIdToday(asked);
  const [view] = await viewsOf(db, [actId], onlooker);
  // whoever names it may be hidden, but it is named
  if (view === undefined || (!view.registered && view.missing === null)) return null;
  const edges = await db
    .selectFrom('read.act_edge')
    .selectAll()
    .where('source_kind', '=', 'act')
    .where('source_id', '=', actId)
    .orderBy('position')
    .execute();
  const relations = edges.map(({ relation, target_kind, target_id, reference }) => ({
    relation,
    kind: target_kind,
    id: target_id,
    act: reference,
  }));
  const kept = await db
    .selectFrom(registeredActs.as('kept'))
    .select('corrections')
    .where('called', '=', actId)
    .executeTakeFirst();
  const { date } = view.act;
  const contradictions = view.registered && date !== null ? await actContradictions(db, actId, date, onlooker) : [];
  return { ...view, relations, corrections: kept?.corrections ?? [], contradictions };
}

async function viewsOf(
  db: Kysely<ReadTables>,
  ids: readonly string[],
  onlooker: Onlooker,
): Promise<readonly ActView[]> {
  if (ids.length === 0) return [];
  const [acts, edges] = await Promise.all([
    db.selectFrom(registeredActs.as('kept')).selectAll().where('called', 'in', ids).execute(),
    db
      .selectFrom('read.act_edge')
      .selectAll()
      .where('target_kind', '=', 'act')
      .where('target_id', 'in', ids)
      .orderBy('position')
      .orderBy('place')
      .execute(),
  ]);
  const kept = new Map(acts.map((row) => [row.called, row]));
  const citing = new Map<string, ActEdgeRow[]>(ids.map((id) => [id, []]));
  for (const edge of edges) citing.get(edge.target_id)?.push(edge);
  const [isShown, meant] = await Promise.all([
    mayBeShown(db, onlooker, edges),
    perhapsMeant(
      db,
      ids.filter((id) => !kept.has(id)),
    ),
  ]);
  return ids.map((id) => viewOf(id, kept.get(id), citing.get(id) ?? [], isShown, meant.get(id) ?? []));
}

function viewOf(
  actId: string,
  row: ActRow | undefined,
  edges: readonly ActEdgeRow[],
  isShown: MayBeShown,
  perhaps: readonly MeantAct[],
): ActView {
  const shown = edges.filter(({ source_kind, source_id }) => isShown(source_kind, source_id));
  const citedIn = shown.slice(0, MOST_CITATIONS).map(citationOf);
  const days = shown.flatMap(({ reference }) => reference?.date ?? []);
  return {
    actId,
    act: row === undefined ? writtenIn(actId, edges) : { kind: row.kind, number: row.number, date: row.date },
    registered: row !== undefined,
    organ: row?.organ ?? null,
    title: row?.title ?? null,
    effectiveFrom: row?.effective_from ?? null,
    file: row?.file ?? null,
    missing: row === undefined ? (edges.length === 0 ? null : 'act') : row.file === null ? 'file' : null,
    citedIn,
    perhaps,
    datedOtherwise: row === undefined ? [] : [...new Set(days)].filter((day) => day !== row.date).toSorted(),
    revision: row?.revision ?? -1,
  };
}

/** An act that is only named is called as the first that names it does. */
function writtenIn(actId: string, edges: readonly ActEdgeRow[]): ActReference {
  const [, kind = '', number = ''] = actId.split('-');
  return edges[0]?.reference ?? { kind: kind.toUpperCase(), number, date: null };
}

function citationOf(row: ActEdgeRow): Citation {
  return {
    kind: row.source_kind,
    id: row.source_id,
    planId: row.plan_id,
    shareId: row.share_id,
    line: row.line,
    relation: row.relation,
    type: row.type,
    act: row.reference,
  };
}
