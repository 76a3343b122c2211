import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { ApprovalSubject, Instant, Label, LocalDate } from '#domain';
import type { ReadTables, SeparationCheckRow } from '#postgres';
import { instantOf } from '../events/query.js';
import { setUpOnBothSides, type OnBothSides } from './both-sides.js';
import { brokenBy } from './broken.js';
import { whatIsKnown, type Known } from './known.js';
import { namedByParties, type ByParties, type NamedBy } from './named-by.js';
import { isOfTenure, isTold } from './namings.js';
import { isPlanByAct, toldOfAuthor } from './plan-by-act.js';
import { recordedLater, type RecordedLater } from './recorded-later.js';

/** What is approved, and who holds which office. */
export type ControlSubject = ApprovalSubject | 'organisation';

export interface SeparationCheck {
  readonly position: string;
  readonly recordedAt: Instant;
  readonly occurredOn: LocalDate;
  /** Of which the right was asked: of the recording and, where an earlier one was told, of that. */
  readonly days: readonly LocalDate[];
  readonly subject: ControlSubject;
  /** Of the plan, the objective, the variation, the evaluation, the run or the tenure. */
  readonly subjectId: string;
  readonly planId: string | null;
  readonly objectiveId: string | null;
  readonly shareId: string | null;
  readonly step: string;
  readonly stepName: Label | null;
  readonly outcome: string;
  readonly person: string;
  readonly office: string;
  readonly onBehalfOf: string | null;
  readonly authors: readonly string[];
  readonly offices: readonly string[];
  readonly scored: readonly string[];
  readonly beneficiaries: readonly string[];
  /** Offices that are paid for some days of it. */
  readonly credited: readonly string[];
  /** Who took a step before, of which this one is independent. */
  readonly earlier: readonly string[];
  readonly reroutedFrom: string | null;
  /** By which it was rerouted; of a violation, the one that was broken. */
  readonly rule: string | null;
  /** Of a violation: the tenure, delegation or assignment by which it is one, where it was recorded after the step, with its act. */
  readonly recordedLater: RecordedLater | null;
  /** Of a step of a chain: the party that named whoever took it to their office, while it was under way; null: none did. */
  readonly namedBy: NamedBy | null;
  readonly verdict: 'ok' | 'violation';
}

export interface SeparationFilters {
  readonly planId?: string;
  readonly objectiveId?: string;
  readonly subject?: ControlSubject;
  /** Recorded at that instant or later. */
  readonly from?: Instant;
  /** Recorded before that instant. */
  readonly to?: Instant;
  readonly verdict?: 'ok' | 'violation';
}

export interface SeparationPage {
  readonly checked: number;
  readonly violations: number;
  /** Of the whole organisation, whatever the filters: nobody has to have taken a step. */
  readonly onBothSides: readonly OnBothSides[];
  readonly checks: readonly SeparationCheck[];
  /** For the next, older page; null on the last. */
  readonly nextCursor: string | null;
}

/** Read at once: enough to be quick, few enough to let others have their turn. */
const BATCH = 2000;

/**
 * Every control step ever taken and whatever else is guarded, the newest first, with the verdict; all of one moment.
 *
 * @param cursor  `nextCursor` of the page before; null for the first
 * @param limit   at least 1
 */
export async function separationChecks(
  db: Kysely<ReadTables>,
  filters: SeparationFilters,
  cursor: string | null,
  limit: number,
): Promise<SeparationPage> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const known = await whatIsKnown(transaction);
      const byParties = await namedByParties(transaction, known);
      const page: SeparationCheck[] = [];
      let [checked, violations] = [0, 0];
      for await (const row of matching(transaction, filters)) {
        if (isOfTenure(row) && !isTold(row, known, byParties.rows)) continue;
        const broken = brokenBy(row, known, byParties.rows);
        if (filters.verdict !== undefined && (filters.verdict === 'ok') !== (broken === null)) continue;
        checked += 1;
        if (broken !== null) violations += 1;
        const isOnPage = cursor === null || BigInt(row.position) < BigInt(cursor);
        if (isOnPage && page.length <= limit) page.push(checkOf(row, broken, known, byParties));
      }
      const hasMore = page.length > limit;
      const checks = page.slice(0, limit);
      return {
        checked,
        violations,
        onBothSides: setUpOnBothSides(known),
        checks,
        nextCursor: hasMore ? (checks.at(-1)?.position ?? null) : null,
      };
    });
}

/** Whatever the verdict, the newest first. */
async function* matching(db: Kysely<ReadTables>, filters: SeparationFilters): AsyncGenerator<SeparationCheckRow> {
  const where = sql.join(conditions(filters), sql` and `);
  let older = sql`true`;
  for (;;) {
    const { rows } = await sql<SeparationCheckRow>`
      select * from read.separation_check where ${where} and ${older} order by position desc limit ${BATCH}`.execute(
      db,
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    older = sql`position < ${last.position}::bigint`;
  }
}

function conditions({ planId, objectiveId, subject, from, to }: SeparationFilters): RawBuilder<unknown>[] {
  return [
    sql`true`,
    ...(planId === undefined ? [] : [sql`plan_id = ${planId}`]),
    ...(objectiveId === undefined ? [] : [sql`position in (${concerning(objectiveId)})`]),
    ...(subject === undefined ? [] : [sql`subject = ${subject}`]),
    ...(from === undefined ? [] : [sql`recorded_at >= ${instantOf(from)}`]),
    ...(to === undefined ? [] : [sql`recorded_at < ${instantOf(to)}`]),
  ];
}

/** What was done in the objective's own stream, and what in others decides on it. */
function concerning(objectiveId: string): RawBuilder<unknown> {
  return sql`
    select own.position from read.separation_check as own where own.objective_id = ${objectiveId}
    union all
    select other.position from read.separation_concern as other where other.objective_id = ${objectiveId}`;
}

function checkOf(row: SeparationCheckRow, broken: string | null, known: Known, { steps }: ByParties): SeparationCheck {
  return {
    position: String(row.position),
    recordedAt: row.recorded_at,
    occurredOn: row.occurred_on,
    days: row.days,
    // the column holds what the projection put there
    subject: row.subject as ControlSubject,
    subjectId: row.subject_id,
    planId: row.plan_id,
    objectiveId: row.objective_id,
    shareId: row.share_id,
    step: row.step,
    stepName: row.step_name,
    outcome: row.outcome,
    person: row.person,
    office: row.office,
    onBehalfOf: row.on_behalf_of,
    authors: row.authors,
    offices: row.offices,
    scored: row.scored,
    beneficiaries: row.beneficiaries,
    credited: [...new Set(row.credited.map(({ office }) => office))],
    earlier: row.earlier,
    reroutedFrom: row.rerouted_from,
    rule: broken ?? (isPlanByAct(row) ? toldOfAuthor(row) : row.rule),
    recordedLater: isOfItself(row, broken) ? null : recordedLater(row, known),
    namedBy: steps.get(String(row.position)) ?? null,
    verdict: broken === null ? 'ok' : 'violation',
  };
}

/** Whether nothing that was recorded later makes it what it is. */
function isOfItself(row: SeparationCheckRow, broken: string | null): boolean {
  return broken === null || broken === 'office-left' || isOfTenure(row) || isPlanByAct(row);
}
