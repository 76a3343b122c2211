import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { ActReference, ApprovalSubject, Instant, Label, LocalDate } from '#domain';
import type { ReadTables, SeparationCheckRow } from '#postgres';
import { instantOf } from '../events/query.js';
import { areCredited, CREDITED } from './credited.js';
import { DELEGATE, PLACES } from './delegate.js';
import { EVALUATES, IS_RPCT, IS_SEGRETARIO } from './evaluator.js';
import { HELD, KNOWN_TODAY } from './held.js';
import { OFFICE_LEFT } from './office-left.js';
import { recordedLater } from './recorded-later.js';

export interface SeparationCheck {
  readonly position: string;
  readonly recordedAt: Instant;
  readonly occurredOn: LocalDate;
  /** Of which the right was asked: of the recording and, where an earlier one was told, of that. */
  readonly days: readonly LocalDate[];
  readonly subject: ApprovalSubject;
  /** Of the plan, the objective, the variation, the evaluation or the run. */
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
  /** Of a violation: the tenure or delegation by which it is one, where it was recorded after the step, with its act. */
  readonly recordedLater: RecordedLater | null;
  readonly verdict: 'ok' | 'violation';
}

export interface RecordedLater {
  readonly what: 'tenure' | 'delegation';
  readonly from: LocalDate;
  readonly recordedAt: Instant;
  readonly act: ActReference | null;
}

export interface SeparationFilters {
  readonly planId?: string;
  readonly objectiveId?: string;
  readonly subject?: ApprovalSubject;
  /** Recorded at that instant or later. */
  readonly from?: Instant;
  /** Recorded before that instant. */
  readonly to?: Instant;
  readonly verdict?: 'ok' | 'violation';
}

export interface SeparationPage {
  readonly checked: number;
  readonly violations: number;
  readonly checks: readonly SeparationCheck[];
  /** For the next, older page; null on the last. */
  readonly nextCursor: string | null;
}

/** As which office they acted, what they hold, or what they held in the days of its credit. */
const PAID = sql`(exists (select from (${CREDITED}) as credit where credit.office = taken.office)
  or ${areCredited(sql`taken.person`, sql`taken.on_behalf_of`)})`;

/** The rule that a step breaks by who held what on one of the days of which it is asked, in one of the places. */
const BROKEN = sql`
  case
    when taken.authors @> to_jsonb(taken.person) or taken.authors @> to_jsonb(acting.place) then 'author'
    when taken.offices @> to_jsonb(taken.office)
      or exists (select from (${HELD}) as held where taken.offices @> to_jsonb(held.office)) then 'own-office'
    when taken.scored @> to_jsonb(taken.office)
      or exists (select from (${HELD}) as held where taken.scored @> to_jsonb(held.office)) then 'same-finding'
    when taken.beneficiaries @> to_jsonb(taken.person)
      or taken.beneficiaries @> to_jsonb(acting.place) then 'beneficiary'
    when ${EVALUATES} and ${IS_SEGRETARIO} then 'evaluator-segretario'
    when ${EVALUATES} and ${IS_RPCT} then 'evaluator-rpct'
    when ${EVALUATES} and (${PAID} or exists (select from (${HELD}) as held where held.roles @> '"responsabile"'))
      then 'evaluator-beneficiary'
    when ${PAID} then 'beneficiary'
    when ${DELEGATE} then 'delegate'
    when taken.earlier @> to_jsonb(taken.person) or taken.earlier @> to_jsonb(acting.place) then 'four-eyes'
  end`;

/** The rule that a step breaks by what was recorded by then. */
const brokenAs = (known: RawBuilder<unknown>) => sql`
    (select judged.broken from (
      select asked.nth, case when bool_and(found.broken is not null) then min(found.broken) end as broken
      from (
        select told.day, told.nth, ${known} as known
        from jsonb_array_elements_text(taken.days) with ordinality as told (day, nth)) as asked
        cross join lateral (${PLACES}) as acting
        cross join lateral (select ${BROKEN} as broken offset 0) as found
      group by asked.nth
    ) as judged where judged.broken is not null order by judged.nth limit 1)`;

/**
 * The proof: whatever duty separation guards that was ever done, and the rule that it breaks, from the facts alone. No row
 * has a rule that is broken, or duty was not separated, or somebody acted for an office that they had left.
 */
const JUDGED = sql`
  select taken.*, coalesce(
    ${brokenAs(KNOWN_TODAY)},
    case when ${OFFICE_LEFT} then 'office-left' end) as broken
  from read.separation_check as taken`;

/**
 * Every control step ever taken and whatever else is guarded, the newest first, with the verdict.
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
  const where = sql.join(conditions(filters), sql` and `);
  const counted = await sql<{ checked: number; violations: number }>`
    select count(*)::integer as checked, count(broken)::integer as violations
    from (${JUDGED}) as judged where ${where}`.execute(db);
  const older = cursor === null ? sql`true` : sql`position < ${cursor}::bigint`;
  const { rows } = await sql<JudgedRow>`
    select taken.* from (${JUDGED}) as taken where ${where} and ${older}
    order by position desc limit ${limit + 1}`.execute(db);
  const page = rows.slice(0, limit);
  const { checked = 0, violations = 0 } = counted.rows[0] ?? {};
  const nextCursor = rows.length > limit ? String(page.at(-1)?.position ?? '') : null;
  const later = await laterOf(db, page);
  const checks = page.map((row) => checkOf(row, later.get(String(row.position)) ?? null));
  return { checked, violations, checks, nextCursor };
}

interface JudgedRow extends SeparationCheckRow {
  readonly broken: string | null;
}

/** Of violations alone, of which there are none as a rule: to plan it costs more than to judge the page. */
async function laterOf(
  db: Kysely<ReadTables>,
  page: readonly JudgedRow[],
): Promise<ReadonlyMap<string, RecordedLater>> {
  const asked = page.filter(({ broken }) => broken !== null && broken !== 'office-left');
  if (asked.length === 0) return new Map();
  const positions = asked.map(({ position }) => String(position));
  const { rows } = await sql<{ position: bigint; later: RecordedLater | null }>`
    select taken.position, ${recordedLater(brokenAs)} as later from read.separation_check as taken
    where taken.position = any(${positions}::bigint[])`.execute(db);
  return new Map(rows.flatMap(({ position, later }) => (later === null ? [] : [[String(position), later] as const])));
}

function conditions({ planId, objectiveId, subject, from, to, verdict }: SeparationFilters): RawBuilder<unknown>[] {
  return [
    sql`true`,
    ...(planId === undefined ? [] : [sql`plan_id = ${planId}`]),
    ...(objectiveId === undefined ? [] : [sql`position in (${concerning(objectiveId)})`]),
    ...(subject === undefined ? [] : [sql`subject = ${subject}`]),
    ...(from === undefined ? [] : [sql`recorded_at >= ${instantOf(from)}`]),
    ...(to === undefined ? [] : [sql`recorded_at < ${instantOf(to)}`]),
    ...(verdict === undefined ? [] : [verdict === 'ok' ? sql`broken is null` : sql`broken is not null`]),
  ];
}

/** What was done in the objective's own stream, and what in others decides on it. */
function concerning(objectiveId: string): RawBuilder<unknown> {
  return sql`
    select own.position from read.separation_check as own where own.objective_id = ${objectiveId}
    union all
    select other.position from read.separation_concern as other where other.objective_id = ${objectiveId}`;
}

function checkOf(row: JudgedRow, later: RecordedLater | null): SeparationCheck {
  return {
    position: String(row.position),
    recordedAt: row.recorded_at,
    occurredOn: row.occurred_on,
    days: row.days,
    // the column holds what the projection put there
    subject: row.subject as ApprovalSubject,
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
    rule: row.broken ?? row.rule,
    recordedLater: later,
    verdict: row.broken === null ? 'ok' : 'violation',
  };
}
