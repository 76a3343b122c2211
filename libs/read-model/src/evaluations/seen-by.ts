import { sql, type ExpressionBuilder, type Kysely } from 'kysely';
import { isHeld, type RouteOfEvaluation, type Staff } from '#domain';
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
  /** By the version in force: who conducts where nobody is left of whom an older one foresees. Null: it foresees no evaluations. */
  readonly inForce: RouteOfEvaluation | null;
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

/** Those that the onlooker's office conducts, or that nobody else is left to conduct where the version in force names it. */
export function conductedBy({ office, conducts, staff, inForce }: Onlooker) {
  const held = staff.tenures.filter((one) => isHeld(one, staff.day) && staff.disabled?.includes(one.person) !== true);
  const [offices, persons] = [held.map((one) => one.office), held.map(({ person }) => person)];
  const conductors = inForce?.terms.conductors;
  const isNext = inForce !== null && (conductors === undefined || conductors.some((one) => one.office === office));
  return (eb: Column) => {
    if (!conducts) return eb.lit(false);
    const [its, evaluated] = [eb.ref('conductors'), eb.ref('read.evaluation.person')];
    const isTheirs = sql<boolean>`(${its} is null or ${its} @> ${JSON.stringify([office])}::jsonb)`;
    if (!isNext) return isTheirs;
    const isLeft = sql<boolean>`exists (
      select 1 from unnest(${offices}::text[], ${persons}::text[]) as held (office, holder)
      where ${its} ? held.office and held.holder <> ${evaluated}
    )`;
    return eb.or([isTheirs, eb.not(isLeft)]);
  };
}
