import type { Kysely } from 'kysely';
import type { EvaluationState } from '#domain';
import type { ReadTables } from '#postgres';
import { approvalId } from '../approvals/approval-id.js';
import type { EvaluationRow } from './project.js';

/** Who asks: `all` for the Segretario and the Nucleo. */
export interface Onlooker {
  readonly id: string;
  readonly all: boolean;
}

export interface StandingEvaluation {
  readonly evaluationId: string;
  readonly state: EvaluationState;
  readonly step: string | null;
  readonly approvalId: string;
  readonly revision: number;
}

/** Those that the one who asks may see, of all plans or of one, the latest first. */
export async function evaluationList(
  db: Kysely<ReadTables>,
  onlooker: Onlooker,
  planId?: string,
): Promise<readonly StandingEvaluation[]> {
  let query = seenBy(db, onlooker);
  if (planId !== undefined) query = query.where('plan_id', '=', planId);
  const rows = await query.orderBy('recorded_at', 'desc').orderBy('evaluation_id').execute();
  return (rows as readonly EvaluationRow[]).map(standing);
}

/** @returns null when there is none, and when it is not for the one who asks */
export async function evaluationOne(
  db: Kysely<ReadTables>,
  onlooker: Onlooker,
  evaluationId: string,
): Promise<StandingEvaluation | null> {
  const row = await seenBy(db, onlooker).where('evaluation_id', '=', evaluationId).executeTakeFirst();
  return row === undefined ? null : standing(row as EvaluationRow);
}

/** A judgement on a person is seen by that person, by who gives it, by who conciliates, and by the bodies that answer for all. */
function seenBy(db: Kysely<ReadTables>, { id, all }: Onlooker) {
  const query = db.selectFrom('read.evaluation').selectAll();
  return all
    ? query
    : query.where((row) => row.or([row('person', '=', id), row('evaluator', '=', id), row('conciliator', '=', id)]));
}

const REF = { subject: 'evaluation', shareId: null } as const;

function standing({ evaluation_id, state, step, revision }: EvaluationRow): StandingEvaluation {
  const id = approvalId('evaluation', evaluation_id, REF);
  return { evaluationId: evaluation_id, state, step, approvalId: id, revision };
}
