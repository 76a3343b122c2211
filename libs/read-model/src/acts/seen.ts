import type { Kysely } from 'kysely';
import type { ReadTables } from '#postgres';
import { evaluationIdsSeen } from '../evaluations/query.js';
import type { Onlooker } from '../evaluations/seen-by.js';

/** Tells what may be shown of who names an act: the evaluation of a person only to those who may see it. */
export type MayBeShown = (kind: string, id: string) => boolean;

/** @param edges  of which some may be hidden: nothing is asked where none is of an evaluation */
export async function mayBeShown(
  db: Kysely<ReadTables>,
  onlooker: Onlooker,
  edges: readonly { readonly source_kind: string }[],
): Promise<MayBeShown> {
  const seen = edges.some(({ source_kind }) => source_kind === 'evaluation')
    ? new Set(await evaluationIdsSeen(db, onlooker))
    : new Set<string>();
  return (kind, id) => kind !== 'evaluation' || seen.has(id);
}
