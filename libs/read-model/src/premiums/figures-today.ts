import type { Kysely } from 'kysely';
import {
  heldFor,
  isHeldAsComputed,
  otherWeights,
  setAsideElsewhere,
  sharesInScope,
  type AwaitedEntry,
  type ShareMoves,
} from '#domain';
import type { ReadTables } from '#postgres';
import type { PlanRow } from '../plans/project.js';
import type { PremiumRunRow } from './project.js';

type Run = Pick<
  PremiumRunRow,
  'run_id' | 'plan_id' | 'scope' | 'status' | 'entries' | 'awaited' | 'reserve' | 'settles' | 'adjusts'
>;

/** The degrees of the shares that runs count on, who answered for them, and what weighs in their plan, as it stands now. */
export interface FiguresToday {
  /**
   * Shares of which a run counts on another degree than today's, for which others have answered, that another run has paid, or
   * for which another has set something aside, or that weigh something else in the plan, no more, or did not at its computation.
   */
  changedIn(run: Run): readonly string[];
  /** Whether other runs have paid all that this one counts on. */
  isPaidByOthers(run: Run): boolean;
}

/** What was liquidated or withdrawn counts on nothing any more. */
const isOnItsWay = ({ status }: Run) => status !== 'liquidated' && status !== 'withdrawn';

export async function figuresToday(db: Kysely<ReadTables>, runs: readonly Run[]): Promise<FiguresToday> {
  const planIds = [...new Set(runs.filter(isOnItsWay).map(({ plan_id }) => plan_id))];
  if (planIds.length === 0) return { changedIn: () => [], isPaidByOthers: () => false };
  const [plans, shares, setAside] = await Promise.all([
    plansOf(db, planIds),
    sharesOf(db, planIds),
    setAsideIn(db, planIds),
  ]);

  const weighingFor = ({ run_id, plan_id, scope, entries }: Run) => {
    const document = plans.get(plan_id)?.document;
    if (document === undefined) return [];
    const isDivided = (objective: string, shareId: string) => {
      const today = shares.get(`${plan_id}-${objective}/${shareId}`);
      const isPaid = typeof today?.paidBy === 'string' && today.paidBy !== run_id;
      if (isPaid || (today && (today.moves.removal !== null || today.moves.adjusting !== null))) return false;
      // what another run has set aside since is no other weight
      return setAside(plan_id)[shareId] === undefined || entries.some((entry) => entry.shareId === shareId);
    };
    return sharesInScope(document, scope)
      .filter(({ objective, id }) => isDivided(objective, id))
      .map(({ id: shareId, weight }) => ({ shareId, weight }));
  };
  const isPaidByAnother = (run: Run, { objectiveId, shareId }: Run['entries'][number]) => {
    const paidBy = shares.get(`${objectiveId}/${shareId}`)?.paidBy;
    return typeof paidBy === 'string' && paidBy !== run.run_id;
  };
  const isAnother = (run: Run, entry: Run['entries'][number]) => {
    const today = shares.get(`${entry.objectiveId}/${entry.shareId}`);
    if (isPaidByAnother(run, entry)) return true;
    const plan = plans.get(run.plan_id);
    const held = today && plan && heldFor(today.moves.holders, { from: `${plan.year}-01-01`, to: plan.horizon });
    return !isSame(today?.degree ?? null, entry.degree) || !isHeldAsComputed(entry, held);
  };

  return {
    isPaidByOthers: (run) =>
      isOnItsWay(run) && run.entries.length > 0 && run.entries.every((entry) => isPaidByAnother(run, entry)),
    changedIn(run) {
      if (!isOnItsWay(run)) return [];
      const others = run.entries.filter((entry) => isAnother(run, entry)).map(({ shareId }) => shareId);
      const divided = dividedBy(run);
      const elsewhere = setAsideElsewhere(divided, setAside(run.plan_id));
      return [...new Set([...others, ...elsewhere, ...otherWeights(divided, weighingFor(run))])];
    },
  };
}

/** As the log says it: what is not there is absent. */
function dividedBy({ entries, awaited, reserve, settles, adjusts }: Run) {
  return {
    entries,
    awaited,
    ...(Number(reserve) > 0 && { reserve }),
    ...(settles !== null && { settles }),
    ...(adjusts !== null && { adjusts }),
  };
}

async function plansOf(db: Kysely<ReadTables>, planIds: readonly string[]) {
  const found = await db.selectFrom('read.plan').selectAll().where('plan_id', 'in', planIds).execute();
  return new Map((found as readonly PlanRow[]).map((plan) => [plan.plan_id, plan]));
}

async function sharesOf(db: Kysely<ReadTables>, planIds: readonly string[]) {
  const found = await db
    .selectFrom('read.share')
    .select(['objective_id', 'share_id', 'degree', 'run_id', 'moves'])
    .where('plan_id', 'in', planIds)
    .execute();
  return new Map(
    found.map(({ objective_id, share_id, degree, run_id: paidBy, moves }) => [
      `${objective_id}/${share_id}`,
      { degree, paidBy, moves: moves as ShareMoves }, // as the rules keep it there
    ]),
  );
}

/** By plan, the shares for which a liquidated run has set money aside, each with that run: no other fund is for them. */
async function setAsideIn(db: Kysely<ReadTables>, planIds: readonly string[]) {
  const found = await db
    .selectFrom('read.premium_run')
    .select(['run_id', 'plan_id', 'awaited'])
    .where('plan_id', 'in', planIds)
    .where('status', '=', 'liquidated')
    .where('reserve', '>', '0')
    .execute();
  const byPlan = new Map<string, Record<string, string>>();
  for (const { run_id, plan_id, awaited } of found) {
    const shares = (awaited as readonly AwaitedEntry[]).map(({ shareId }) => [shareId, run_id] as const);
    byPlan.set(plan_id, { ...byPlan.get(plan_id), ...Object.fromEntries(shares) });
  }
  return (plan: string): Readonly<Record<string, string>> => byPlan.get(plan) ?? {};
}

/** 90 and 90.00 are one degree. */
function isSame(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : Number(a) === Number(b);
}
