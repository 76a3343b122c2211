import type { Kysely } from 'kysely';
import type { CertifiedShare, EvaluationState, ShareMoves } from '#domain';
import type { ReadTables } from '#postgres';
import type { PlanRow } from '../plans/project.js';

type Asked = Pick<EvaluationState, 'opened' | 'status' | 'certified'>;

/** By which each evaluation would be proposed today, for the first time or anew: the weighted shares of the person's offices that the plan still has. */
export async function sharesToday(
  db: Kysely<ReadTables>,
  evaluations: readonly Asked[],
): Promise<(evaluation: Asked) => readonly CertifiedShare[]> {
  const planIds = [...new Set(evaluations.filter(isAsked).flatMap(({ opened }) => opened?.planId ?? []))];
  if (planIds.length === 0) return () => [];
  const [plans, shares] = await Promise.all([
    db.selectFrom('read.plan').selectAll().where('plan_id', 'in', planIds).execute(),
    db
      .selectFrom('read.share')
      .select(['plan_id', 'objective_id', 'share_id', 'area_id', 'office', 'weight', 'degree', 'moves'])
      .where('plan_id', 'in', planIds)
      .execute(),
  ]);
  // an objective that is proposed is of no plan yet
  const planned = new Set(
    (plans as readonly PlanRow[]).flatMap(({ plan_id, document }) =>
      document.objectives.map(({ id }) => `${plan_id}-${id}`),
    ),
  );
  const counting = shares.filter(
    ({ objective_id, moves }) => planned.has(objective_id) && (moves as ShareMoves).removal === null, // as the rules keep it there
  );
  return (evaluation) => {
    const { opened } = evaluation;
    return !isAsked(evaluation)
      ? []
      : counting.flatMap(({ plan_id, objective_id: objectiveId, share_id: shareId, weight, degree, ...held }) =>
          weight === null || plan_id !== opened?.planId || !opened.offices.includes(held.office ?? held.area_id)
            ? []
            : [{ objectiveId, shareId, weight, degree }],
        );
  };
}

/** What was withdrawn or proposed by nothing asks for none. */
function isAsked({ status, certified }: Asked): boolean {
  return status === 'to-evaluate' || certified.length > 0;
}
