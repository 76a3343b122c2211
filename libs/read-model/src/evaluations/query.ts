import type { Kysely } from 'kysely';
import {
  awaitingCertification,
  changesSince,
  evaluationAwaits,
  foreseenIn,
  mayConduct,
  type CertifiedShare,
  type ChangedShare,
  type EvaluationAwaits,
  type EvaluationState,
} from '#domain';
import type { ReadTables } from '#postgres';
import { approvalId } from '../approvals/approval-id.js';
import type { Grounds } from './grounds.js';
import type { EvaluationRow } from './project.js';
import { sharesToday } from './shares-today.js';
import { conductedBy, wholeFor, type Onlooker } from './seen-by.js';

export interface StandingEvaluation {
  readonly evaluationId: string;
  readonly state: EvaluationState;
  /** Null: whoever asks only brings it on, and reads nothing of what was said. */
  readonly grounds: Grounds | null;
  readonly step: string | null;
  readonly approvalId: string;
  /** What whoever asks can do now, beside a step of the chain. */
  readonly awaits: readonly EvaluationAwaits[];
  /** Offices of which somebody may be named today; null: whoever is named. */
  readonly nameable: Readonly<Record<'evaluators' | 'conciliators', readonly string[] | null>>;
  /** Shares by which its results are others since the proposal: it is made anew before anybody judges. */
  readonly changes: readonly ChangedShare[];
  /** Shares that are certified before it is proposed. */
  readonly uncertified: readonly CertifiedShare[];
  readonly revision: number;
}

/** Those that the one who asks may see, of all plans or of one, the latest first. */
export async function evaluationList(
  db: Kysely<ReadTables>,
  onlooker: Onlooker,
  planId?: string,
): Promise<readonly StandingEvaluation[]> {
  let query = await seenBy(db, onlooker);
  if (planId !== undefined) query = query.where('plan_id', '=', planId);
  const rows = await query.orderBy('recorded_at', 'desc').orderBy('evaluation_id').execute();
  return standings(db, rows as readonly SeenRow[], onlooker);
}

/** @returns null when there is none, and when it is not for the one who asks */
export async function evaluationOne(
  db: Kysely<ReadTables>,
  onlooker: Onlooker,
  evaluationId: string,
): Promise<StandingEvaluation | null> {
  const query = await seenBy(db, onlooker);
  const row = await query.where('evaluation_id', '=', evaluationId).executeTakeFirst();
  if (row === undefined) return null;
  const [found] = await standings(db, [row as SeenRow], onlooker);
  return found ?? null;
}

/** What waits for whoever asks, the longest first. */
export async function evaluationsAwaiting(
  db: Kysely<ReadTables>,
  onlooker: Onlooker,
): Promise<readonly StandingEvaluation[]> {
  const all = await evaluationList(db, onlooker);
  // a withdrawal waits for nobody, nor does a right to answer a score by which nobody judges any more
  return all
    .map((one) => ({
      ...one,
      awaits: one.awaits.filter(({ action, due }) => action !== 'withdraw' && (due || one.changes.length === 0)),
    }))
    .filter(({ awaits }) => awaits.length > 0)
    .toReversed();
}

/** Ids of those that the one who asks may see. */
export async function evaluationIdsSeen(db: Kysely<ReadTables>, onlooker: Onlooker): Promise<readonly string[]> {
  const rows = await (await seenBy(db, onlooker)).execute();
  return rows.map((row) => (row as SeenRow).evaluation_id);
}

async function seenBy(db: Kysely<ReadTables>, onlooker: Onlooker) {
  const whole = await wholeFor(db, onlooker);
  const conducted = conductedBy(onlooker);
  return db
    .selectFrom('read.evaluation')
    .selectAll()
    .select((eb) => whole(eb).as('whole'))
    .where((eb) => eb.or([whole(eb), conducted(eb)]));
}

type SeenRow = EvaluationRow & { readonly whole: boolean };

const REF = { subject: 'evaluation', shareId: null } as const;

async function standings(
  db: Kysely<ReadTables>,
  rows: readonly SeenRow[],
  onlooker: Onlooker,
): Promise<readonly StandingEvaluation[]> {
  const countingFor = await sharesToday(
    db,
    rows.map(({ state }) => state),
  );
  return rows.map((row) => standing(row, onlooker, countingFor(row.state)));
}

function standing(row: SeenRow, onlooker: Onlooker, counting: readonly CertifiedShare[]): StandingEvaluation {
  const { evaluation_id, state, grounds, step, revision, whole } = row;
  const { staff, inForce } = onlooker;
  const asking = { staff, inForce, judges: state.judges, counting };
  const nameable = (part: 'evaluators' | 'conciliators') =>
    (state.opened && foreseenIn(part, state.opened, asking)?.map(({ office }) => office)) ?? null;
  return {
    evaluationId: evaluation_id,
    state,
    grounds: whole ? grounds : null,
    step,
    approvalId: approvalId('evaluation', evaluation_id, REF),
    awaits: evaluationAwaits(state, asking.staff.day, asking).filter((one) => waitsFor(one, state, onlooker)),
    nameable: { evaluators: nameable('evaluators'), conciliators: nameable('conciliators') },
    changes: changesSince(state, counting),
    uncertified: awaitingCertification(state, counting),
    revision,
  };
}

/** Nobody brings their own evaluation on as who conducts it, nor one in which they judge while others could. */
function waitsFor({ person, offices }: EvaluationAwaits, state: EvaluationState, who: Onlooker): boolean {
  if (person !== null) return person === who.id;
  const { opened, conciliator, judges } = state;
  if (opened === null || !who.conducts || who.id === opened.person) return false;
  if (offices !== null && !offices.includes(who.office)) return false;
  const { id, office, staff, inForce } = who;
  return mayConduct(opened, { by: { id, office }, judging: [opened.evaluator, conciliator], staff, inForce, judges });
}
