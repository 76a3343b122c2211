import type { Kysely } from 'kysely';
import {
  type ActReference,
  type AwaitedEntry,
  type Credit,
  type Decimal,
  type FundScope,
  type Instant,
  type NamedDocument,
  type PersonCredit,
  type AdjustedPersonPart,
  type PremiumEntry,
  type RequiredDocument,
  type Tenure,
} from '#domain';
import type { ReadTables } from '#postgres';
import { approvalId } from '../approvals/approval-id.js';
import { adjustedPayment, adjustedPersons, runsAdjusted, type AdjustedPayment } from './adjusted.js';
import { figuresToday, type FiguresToday } from './figures-today.js';
import { nextActOf, type NextActOfRun } from './next-act.js';
import { personsOfEntries } from './persons.js';
import type { PremiumRunRow } from './project.js';
import { reserveLeft } from './reserve-left.js';
import { liquidatedOf, sharedBefore, type SharedBefore } from './shared-before.js';

type Entry = PremiumEntry & { readonly credits: readonly Credit[] };

/** What is not paid before somebody's evaluation is definitive, as that stands now. */
export interface AwaitedPart extends Entry {
  /** Accounts whose evaluation is not definitive yet. */
  readonly missing: readonly string[];
  /** The later run that pays it, or is on its way to; null: none yet. */
  readonly paidBy: string | null;
}

export interface PremiumRun {
  readonly runId: string;
  readonly planId: string;
  readonly scope: FundScope;
  /** Euros, as the sums that follow; `total + savings + reserve = fund`. */
  readonly fund: Decimal;
  readonly total: Decimal;
  readonly savings: Decimal;
  readonly reserve: Decimal;
  readonly entries: readonly Entry[];
  readonly awaited: readonly AwaitedPart[];
  /** The run whose reserve it pays; null: it divides a fund. */
  readonly settles: string | null;
  /** The payment that it puts right; null: none. */
  readonly adjusts: AdjustedPayment | null;
  readonly status: PremiumRunRow['status'];
  readonly act: ActReference | null;
  /** Null: it needs no approval. */
  readonly approvalId: string | null;
  readonly demanded: readonly RequiredDocument[];
  readonly documents: readonly NamedDocument[];
  readonly points: readonly string[];
  /** Shares whose degree, holders or weight are others since the computation, or that another run has paid or set something aside for. */
  readonly changed: readonly string[];
  /** Of the reserve, less what later runs have paid out of it; null: none is set aside, or not yet. */
  readonly reserveLeft: Decimal | null;
  /** Runs of the same plan and scope that had paid before it: it divides its whole fund anew. */
  readonly fundSharedBefore: readonly SharedBefore[];
  readonly nextAct: NextActOfRun;
  readonly revision: number;
  readonly recordedAt: Instant;
}

export interface PremiumRunDetail extends PremiumRun {
  readonly adjusts: (AdjustedPayment & { readonly persons: readonly AdjustedPersonPart[] }) | null;
  readonly entries: readonly (Entry & { readonly persons: readonly PersonCredit[] })[];
}

/** The runs of a plan, or all, the one touched last first. */
export async function premiumRuns(db: Kysely<ReadTables>, planId?: string): Promise<readonly PremiumRun[]> {
  let query = db.selectFrom('read.premium_run').selectAll();
  if (planId !== undefined) query = query.where('plan_id', '=', planId);
  const rows = (await query.orderBy('recorded_at', 'desc').orderBy('run_id').execute()) as readonly PremiumRunRow[];
  const known = await standingOf(db, rows);
  return rows.map((row) => runOf(row, known));
}

/**
 * @param tenures  who held which office when, as it is known today
 * @returns null when there is no such run
 */
export async function premiumRun(
  db: Kysely<ReadTables>,
  runId: string,
  tenures: readonly Tenure[],
): Promise<PremiumRunDetail | null> {
  const found = await db.selectFrom('read.premium_run').selectAll().where('run_id', '=', runId).executeTakeFirst();
  if (found === undefined) return null;
  const row = found as PremiumRunRow;
  const [standing, personsOf] = await Promise.all([standingOf(db, [row]), personsOfEntries(db, row, tenures)]);
  const run = runOf(row, standing);
  const entries = run.entries.map((entry) => ({ ...entry, persons: personsOf(entry) }));
  if (run.adjusts === null) return { ...run, adjusts: null, entries };
  const earlier = standing.adjusted.get(run.adjusts.runId);
  const persons = await adjustedPersons(db, row, earlier, tenures, personsOf);
  return { ...run, adjusts: { ...run.adjusts, persons }, entries };
}

/** Runs of a plan that set money aside, however far they have come: the log says which are liquidated. */
export async function runsWithReserve(db: Kysely<ReadTables>, planId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('read.premium_run')
    .select('run_id')
    .where('plan_id', '=', planId)
    .where('reserve', '>', '0')
    .execute();
  return rows.map(({ run_id }) => run_id);
}

/** Shares, as `<objective>/<share>`, that a run adjusts which is on its way, or came back: it waits in their place. */
export async function sharesBeingAdjusted(db: Kysely<ReadTables>): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('read.premium_run')
    .select('entries')
    .where('adjusts', 'is not', null)
    .where('status', 'not in', ['withdrawn', 'liquidated'])
    .execute();
  const entries = rows.flatMap((row) => row.entries as readonly PremiumEntry[]);
  return new Set(entries.map(({ objectiveId, shareId }) => `${objectiveId}/${shareId}`));
}

/** What other rows say of what runs have set aside. */
interface Standing {
  /** `<plan>-<account>` of every definitive evaluation that matters. */
  readonly definitive: ReadonlySet<string>;
  /** `<run>/<share>` → the run that pays it out of that one's reserve. */
  readonly paidBy: ReadonlyMap<string, string>;
  /** Later runs, each with the one whose reserve it pays. */
  readonly later: readonly LaterRun[];
  readonly figures: FiguresToday;
  readonly liquidated: Awaited<ReturnType<typeof liquidatedOf>>;
  /** The runs that some of these adjust. */
  readonly adjusted: ReadonlyMap<string, PremiumRunRow>;
}

type LaterRun = Pick<PremiumRunRow, 'run_id' | 'settles' | 'entries' | 'status' | 'total'>;

async function standingOf(db: Kysely<ReadTables>, rows: readonly PremiumRunRow[]): Promise<Standing> {
  const evaluations = rows.flatMap(({ plan_id, awaited }) =>
    awaited.flatMap(({ persons }) => persons.map((person) => `${plan_id}-${person}`)),
  );
  const [figures, adjusted, liquidated] = await Promise.all([
    figuresToday(db, rows),
    runsAdjusted(db, rows),
    liquidatedOf(
      db,
      rows.map(({ plan_id }) => plan_id),
    ),
  ]);
  if (evaluations.length === 0)
    return { definitive: new Set(), paidBy: new Map(), later: [], figures, adjusted, liquidated };
  const [definitive, found] = await Promise.all([
    db
      .selectFrom('read.evaluation')
      .select('evaluation_id')
      .where('evaluation_id', 'in', [...new Set(evaluations)])
      .where('status', '=', 'definitive')
      .execute(),
    db
      .selectFrom('read.premium_run')
      .select(['run_id', 'settles', 'entries', 'status', 'total'])
      .where(
        'settles',
        'in',
        rows.map((row) => row.run_id),
      )
      .where('status', '!=', 'withdrawn')
      .orderBy('recorded_at')
      .execute(),
  ]);
  const later = found as readonly LaterRun[];
  return {
    later,
    figures,
    adjusted,
    liquidated,
    definitive: new Set(definitive.map(({ evaluation_id }) => evaluation_id)),
    paidBy: new Map(
      later.flatMap((run) => run.entries.map(({ shareId }) => [`${run.settles}/${shareId}`, run.run_id] as const)),
    ),
  };
}

const REF = { subject: 'premium-run', shareId: null } as const;

function runOf(row: PremiumRunRow, standing: Standing): PremiumRun {
  const run = {
    runId: row.run_id,
    planId: row.plan_id,
    scope: row.scope,
    fund: row.fund,
    total: row.total,
    savings: row.savings,
    reserve: row.reserve,
    entries: row.entries.map(withCredits),
    awaited: row.awaited.map((entry) => awaitedPart(entry, row, standing)),
    settles: row.settles,
    adjusts: adjustedPayment(row, standing.adjusted.get(row.adjusts?.runId ?? '')),
    status: row.status,
    act: row.act,
    approvalId: row.route === null ? null : approvalId('premium', row.run_id, REF),
    demanded: row.route?.chain.documents ?? [],
    documents: row.documents,
    points: row.points,
    changed: standing.figures.changedIn(row),
    reserveLeft: reserveLeft(row, standing.later),
    fundSharedBefore: sharedBefore(row, standing.liquidated),
    revision: row.revision,
    recordedAt: row.recorded_at,
  };
  return { ...run, nextAct: nextActOf({ ...run, isPaidByOthers: standing.figures.isPaidByOthers(row) }) };
}

function awaitedPart({ persons, ...entry }: AwaitedEntry, row: PremiumRunRow, standing: Standing): AwaitedPart {
  return {
    ...withCredits(entry),
    missing: persons.filter((person) => !standing.definitive.has(`${row.plan_id}-${person}`)),
    paidBy: standing.paidBy.get(`${row.run_id}/${entry.shareId}`) ?? null,
  };
}

function withCredits(entry: PremiumEntry): Entry {
  return { ...entry, credits: entry.credits ?? [] };
}
