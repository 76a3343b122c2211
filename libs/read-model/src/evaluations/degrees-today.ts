import type { Kysely } from 'kysely';
import type { CertifiedShare, DegreesNow, ShareMoves } from '#domain';
import type { ReadTables } from '#postgres';

/** The degrees of today of the shares by which each evaluation was proposed; what was removed since keeps that of then. */
export async function degreesToday(
  db: Kysely<ReadTables>,
  evaluations: readonly (readonly CertifiedShare[])[],
): Promise<(certified: readonly CertifiedShare[]) => DegreesNow> {
  const objectives = [...new Set(evaluations.flat().map(({ objectiveId }) => objectiveId))];
  if (objectives.length === 0) return () => ({});
  const shares = await db
    .selectFrom('read.share')
    .select(['objective_id', 'share_id', 'degree', 'moves'])
    .where('objective_id', 'in', objectives)
    .execute();
  const now = new Map(
    shares
      .filter(({ moves }) => (moves as ShareMoves).removal === null) // as the rules keep it there
      .map(({ objective_id, share_id, degree }) => [`${objective_id}/${share_id}`, degree]),
  );
  return (certified) =>
    Object.fromEntries(
      certified.flatMap(({ objectiveId, shareId }) => {
        const degree = now.get(`${objectiveId}/${shareId}`);
        return degree === undefined ? [] : [[shareId, degree] as const];
      }),
    );
}
