import { sql, type ExpressionBuilder, type Kysely } from 'kysely';
import type { Staff } from '#domain';
import type { ReadTables } from '#postgres';
import { shapesFor, waitingByShape } from '../approvals/waiting-by-shape.js';

/** Who asks. */
export interface Onlooker {
  readonly id: string;
  readonly office: string;
  /**
   * `all`: the Segretario and the Nucleo answer for all evaluations; `concerned`: those one is evaluated in, judges or
   * conciliates; `own`: whoever holds no office that judges reads what is about them, and nothing else.
   */
  readonly sees: 'all' | 'concerned' | 'own';
  /** May open, deliver and end evaluations: they see how far each is, and nothing of what was said. */
  readonly conducts: boolean;
  readonly staff: Staff;
}

type Column = ExpressionBuilder<ReadTables, 'read.evaluation'>;

/**
 * A judgement on a person is seen by that person, by who gives it and by who conciliates, by whoever takes a step of its
 * chain or could today, and by those who answer for all.
 */
export async function wholeFor(db: Kysely<ReadTables>, { id, sees, staff }: Onlooker) {
  if (sees === 'all') return (eb: Column) => eb.lit(true);
  if (sees === 'own') return (eb: Column) => eb('person', '=', id);
  const shapes = shapesFor(await waitingByShape(db, staff), id);
  return (eb: Column) =>
    eb.or([
      eb('person', '=', id),
      eb('evaluator', '=', id),
      eb('conciliator', '=', id),
      sql<boolean>`${eb.ref('judges')} @> ${JSON.stringify([id])}::jsonb`,
      eb.exists(
        eb
          .selectFrom('read.approval')
          .select('read.approval.stream_id')
          .whereRef('read.approval.stream_id', '=', 'read.evaluation.evaluation_id')
          .where('read.approval.kind', '=', 'evaluation')
          .where('read.approval.status', '=', 'open')
          .where('read.approval.shape', '=', sql<string>`any(${shapes}::text[])`),
      ),
    ]);
}

export function conductedBy({ office, conducts }: Onlooker) {
  return (eb: Column) =>
    conducts
      ? sql<boolean>`(${eb.ref('conductors')} is null or ${eb.ref('conductors')} @> ${JSON.stringify([office])}::jsonb)`
      : eb.lit(false);
}
