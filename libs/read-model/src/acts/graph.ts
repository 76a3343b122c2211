import { sql, type Kysely } from 'kysely';
import { actIdToday, type ActReference } from '#domain';
import type { ReadTables } from '#postgres';
import type { Onlooker } from '../evaluations/seen-by.js';
import { registeredActs } from './registered.js';
import { mayBeShown } from './seen.js';

/** What an act has to do with, in both directions. */
export interface ActGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** False where it was cut off. */
  readonly whole: boolean;
}

interface GraphNode {
  /** `act:2022-dgc-54`, `objective:2022-5.1.1` */
  readonly id: string;
  readonly kind: string;
  readonly ref: string;
  readonly label: string;
  /** Of an act, as it is registered, or as the first that names it writes it. */
  readonly act: ActReference | null;
  readonly missing: 'act' | 'file' | null;
}

interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly relation: string;
  readonly shareId: string | null;
}

/** More than anyone can look at. */
const MOST_NODES = 300;

/**
 * @param depth  how many steps away from the act, 1 at least
 * @returns null where the act is neither registered nor named
 */
export async function actGraph(
  db: Kysely<ReadTables>,
  actId: string,
  depth: number,
  onlooker: Onlooker,
): Promise<ActGraph | null> {
  const start = `act:${actIdToday(actId)}`;
  const reached = new Set([start]);
  const edges = new Map<string, GraphEdge>();
  let frontier = [start];
  let whole = true;
  let named = false;
  for (let step = 0; step < depth && frontier.length > 0; step += 1) {
    const found = await touching(db, frontier);
    const isShown = await mayBeShown(db, onlooker, found);
    named ||= found.length > 0;
    frontier = [];
    for (const edge of found.map(edgeOf)) {
      if (![edge.from, edge.to].every((node) => isShown(kindOf(node), refOf(node)))) continue;
      const far = [edge.from, edge.to].filter((node) => !reached.has(node));
      if (reached.size + far.length > MOST_NODES) {
        whole = false;
        continue;
      }
      edges.set(`${edge.from} ${edge.relation} ${edge.to} ${edge.shareId ?? ''}`, edge);
      for (const node of far) reached.add(node);
      frontier.push(...far);
    }
  }
  const nodes = await described(db, [...reached]);
  const itself = nodes.find(({ id }) => id === start);
  if (itself?.missing === 'act' && !named) return null;
  return { nodes, edges: [...edges.values()], whole };
}

interface EdgeRow {
  readonly source_kind: string;
  readonly from: string;
  readonly to: string;
  readonly relation: string;
  readonly share_id: string | null;
}

async function touching(db: Kysely<ReadTables>, nodes: readonly string[]): Promise<readonly EdgeRow[]> {
  const { rows } = await sql<EdgeRow>`
    select distinct source_kind, source_kind || ':' || source_id as from, target_kind || ':' || target_id as to, relation, share_id
    from read.act_edge
    where (source_kind, source_id) in (select * from unnest(${kindsOf(nodes)}::text[], ${refsOf(nodes)}::text[]))
       or (target_kind, target_id) in (select * from unnest(${kindsOf(nodes)}::text[], ${refsOf(nodes)}::text[]))
    order by 2, 3, 4, 5`.execute(db);
  return rows;
}

function edgeOf({ from, to, relation, share_id }: EdgeRow): GraphEdge {
  return { from, to, relation, shareId: share_id };
}

async function described(db: Kysely<ReadTables>, nodes: readonly string[]): Promise<readonly GraphNode[]> {
  const refs = (kind: string) => nodes.filter((node) => node.startsWith(`${kind}:`)).map(refOf);
  const [acts, cited, objectives, plans] = await Promise.all([
    sql<{ ref: string; label: string; filed: boolean; act: ActReference }>`
      select called as ref, title as label, file is not null as filed,
        jsonb_build_object('kind', kind, 'number', number, 'date', date) as act
      from ${registeredActs} as kept where called = any(${refs('act')}::text[])`.execute(db),
    sql<{ ref: string; act: ActReference }>`
      select distinct on (target_id) target_id as ref, reference as act from read.act_edge
      where target_kind = 'act' and reference is not null and target_id = any(${refs('act')}::text[])
      order by target_id, position, place`.execute(db),
    sql<{ ref: string; label: string }>`
      select objective_id as ref, planned ->> 'title' as label from read.planned_objective
      where objective_id = any(${refs('objective')}::text[])`.execute(db),
    sql<{ ref: string; label: string }>`
      select plan_id as ref, title as label from read.plan where plan_id = any(${refs('plan')}::text[])`.execute(db),
  ]);
  const labels = new Map<string, string>([
    ...acts.rows.map(({ ref, label }) => [`act:${ref}`, label] as const),
    ...objectives.rows.map(({ ref, label }) => [`objective:${ref}`, label] as const),
    ...plans.rows.map(({ ref, label }) => [`plan:${ref}`, label] as const),
  ]);
  const filed = new Map<string, boolean>(acts.rows.map((row) => [`act:${row.ref}`, row.filed]));
  const written = new Map([...cited.rows, ...acts.rows].map(({ ref, act }) => [`act:${ref}`, act]));
  return nodes.map((id) => ({
    id,
    kind: kindOf(id),
    ref: refOf(id),
    label: labels.get(id) ?? '',
    act: written.get(id) ?? null,
    missing:
      kindOf(id) !== 'act' || filed.get(id) === true ? null : filed.has(id) ? ('file' as const) : ('act' as const),
  }));
}

const kindOf = (node: string): string => node.slice(0, node.indexOf(':'));
const refOf = (node: string): string => node.slice(node.indexOf(':') + 1);
const kindsOf = (nodes: readonly string[]): string[] => nodes.map(kindOf);
const refsOf = (nodes: readonly string[]): string[] => nodes.map(refOf);
