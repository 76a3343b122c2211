import { sql, type Kysely } from 'kysely';
import { judgingStill, type OfficeDefinition, type OfficeFunction } from '#domain';
import type { DelegationRow, ReadTables, SeparationCheckRow, TenureRow } from '#postgres';
import { stillEvaluating } from '../workflows/still-evaluating.js';
import { sharesKnown, type SharesKnown } from './shares-known.js';

/** All that the tables know of who holds what, who acts for whom, and what the body's files call its offices. */
export interface Known extends SharesKnown {
  readonly tenures: readonly TenureRow[];
  readonly delegations: readonly DelegationRow[];
  readonly byPerson: ReadonlyMap<string, readonly TenureRow[]>;
  readonly byOffice: ReadonlyMap<string, readonly TenureRow[]>;
  /** By whom they are given to. */
  readonly given: ReadonlyMap<string, readonly DelegationRow[]>;
  /** The newest first. */
  readonly files: readonly BodyFile[];
  /** What they are for by the newest, and which of them evaluate still by an earlier one. */
  readonly offices: readonly OfficeDefinition[];
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
  const offices = files[0]?.offices ?? [];
  return {
    tenures,
    delegations,
    byPerson: grouped(tenures, ({ person }) => person),
    byOffice: grouped(tenures, ({ office }) => office),
    given: grouped(delegations, ({ person }) => person),
    ...(await sharesKnown(db)),
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

function grouped<Row>(rows: readonly Row[], by: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(by(row));
    if (group === undefined) groups.set(by(row), [row]);
    else group.push(row);
  }
  return groups;
}
