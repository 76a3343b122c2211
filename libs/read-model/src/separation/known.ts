import { sql, type Kysely } from 'kysely';
import {
  creditedFor,
  judgingStill,
  type Credited,
  type Holding,
  type LocalDate,
  type OfficeDefinition,
  type OfficeFunction,
} from '#domain';
import type { DelegationRow, ReadTables, SeparationCheckRow, TenureRow } from '#postgres';
import { stillEvaluating } from '../workflows/still-evaluating.js';

/** All that the tables know of who holds what, who acts for whom, and what the body's files call its offices. */
export interface Known {
  readonly tenures: readonly TenureRow[];
  readonly delegations: readonly DelegationRow[];
  readonly byPerson: ReadonlyMap<string, readonly TenureRow[]>;
  readonly byOffice: ReadonlyMap<string, readonly TenureRow[]>;
  /** By whom they are given to. */
  readonly given: ReadonlyMap<string, readonly DelegationRow[]>;
  /** Offices that answered for a share of whichever plan that is no draft, on which days of its year. */
  readonly answered: readonly Credited[];
  /** Those that have the credit of days of some share, by its plan. */
  readonly credited: ReadonlyMap<string, readonly Credited[]>;
  /** The newest first. */
  readonly files: readonly BodyFile[];
  /** What they are for by the newest, and which of them evaluate still by an earlier one. */
  readonly offices: readonly OfficeDefinition[];
}

/** A share that was not removed: its area, and the offices that had it. */
interface Answered {
  readonly planId: string;
  readonly area: string;
  readonly horizon: LocalDate;
  readonly holders: readonly Holding[];
}

/** What a version of the workflow calls the offices. */
interface BodyFile {
  readonly id: string;
  readonly version: number;
  readonly publishedAt: string;
  readonly offices: readonly OfficeDefinition[];
  /** The kinds of act by which its last step approves a plan; none: any, or it has no chain for plans. */
  readonly planKinds: readonly string[];
}

/** What the proof asks of a step: on which day, and of what was recorded by when. */
export interface Asked {
  readonly known: Known;
  readonly taken: SeparationCheckRow;
  readonly day: string;
  readonly by: string;
}

/** …and in whose place; null: in their own right. */
export interface AskedInPlace extends Asked {
  readonly place: string | null;
}

/** Of whatever is known today the verdict is made: after every instant. */
export const KNOWN_TODAY = '9999';

export async function whatIsKnown(db: Kysely<ReadTables>): Promise<Known> {
  const tenures = await db.selectFrom('read.tenure').selectAll().orderBy('stream').orderBy('id').execute();
  const delegations = await db.selectFrom('read.delegation').selectAll().orderBy('stream').orderBy('id').execute();
  const files = await db
    .selectFrom('read.workflow')
    .select(['workflow_id as id', 'version', 'published_at as publishedAt'])
    .select(sql<readonly OfficeDefinition[]>`definition -> 'offices'`.as('offices'))
    .select(
      sql<readonly string[]>`coalesce(definition #> '{chains,plan,steps,-1,act,kinds}', '[]'::jsonb)`.as('planKinds'),
    )
    .orderBy('published_at', 'desc')
    .orderBy('version', 'desc')
    .execute();
  const { rows: shares } = await sql<Answered>`
    select distinct share.plan_id as "planId", share.area_id as area, plan.horizon, share.moves -> 'holders' as holders
    from read.share join read.plan using (plan_id)
    where plan.status <> 'drafted' and jsonb_typeof(share.moves -> 'removal') = 'null'`.execute(db);
  const offices = files[0]?.offices ?? [];
  return {
    tenures,
    delegations,
    byPerson: grouped(tenures, ({ person }) => person),
    byOffice: grouped(tenures, ({ office }) => office),
    given: grouped(delegations, ({ person }) => person),
    answered: eachOnce(shares.flatMap(answeredIn)),
    credited: creditedByPlan(shares),
    files,
    offices: judgingStill(offices, await stillEvaluating(db, offices)),
  };
}

/** The offices with one of these functions, by the file that was in force when a step was recorded. */
export function calledSo({ known, taken }: Asked, functions: readonly OfficeFunction[]): readonly string[] {
  const file = known.files.find(({ publishedAt }) => publishedAt <= taken.recorded_at);
  const its = file?.offices.filter((office) => office.function !== null && functions.includes(office.function));
  return its?.map(({ id }) => id) ?? [];
}

/** Whether the version that the approval followed has the office evaluate, whatever was published since. */
export function evaluatesByItsVersion({ known, taken: { office, workflow } }: Asked): boolean {
  const file = known.files.find(({ id, version }) => id === workflow?.id && version === workflow.version);
  return file?.offices.some((one) => one.id === office && one.function === 'evaluation-body') === true;
}

function answeredIn({ holders, horizon }: Answered): readonly Credited[] {
  const first = `${horizon.slice(0, 4)}-01-01`;
  return holders
    .map(({ office, from, to }) => ({ office, from: from ?? first, to: to === null || to > horizon ? horizon : to }))
    .filter(({ from, to }) => from <= to);
}

function creditedByPlan(shares: readonly Answered[]): ReadonlyMap<string, readonly Credited[]> {
  const plans = grouped(shares, ({ planId }) => planId);
  return new Map(
    [...plans].map(([plan, its]) => [
      plan,
      eachOnce(its.flatMap(({ area, holders, horizon }) => creditedFor({ areaId: area, holders }, horizon))),
    ]),
  );
}

function eachOnce(credited: readonly Credited[]): readonly Credited[] {
  return [...new Map(credited.map((one) => [`${one.office} ${one.from} ${one.to}`, one])).values()];
}

function grouped<Row>(rows: readonly Row[], by: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(by(row));
    if (group === undefined) groups.set(by(row), [row]);
    else group.push(row);
  }
  return groups;
}
