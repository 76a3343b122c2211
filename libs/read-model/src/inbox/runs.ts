import type { Kysely } from 'kysely';
import { barredAsPaid, isNamed, partiesOfRun, runnersOf, type Parties } from '#domain';
import type { ReadTables } from '#postgres';
import type { ApprovalRow } from '../approvals/tables.js';
import { objectiveRows, sharesOf } from '../objectives/load.js';
import type { ObjectiveRow } from '../objectives/tables.js';
import type { NextActOfRun } from '../premiums/next-act.js';
import { premiumRuns, type PremiumRun } from '../premiums/query.js';
import type { InboxAction, ReaderToday } from './reader.js';
import { objectiveStateOf } from './state-of.js';

/** What was withdrawn may stay so, and what is set aside may wait for others: their pages offer what can be done. */
const ACTION_FOR: Readonly<Record<Exclude<NextActOfRun, 'settle' | null>, InboxAction>> = {
  compute: 'premium.compute',
  propose: 'premium.propose',
  withdraw: 'premium.propose',
  annul: 'premium.propose',
  liquidate: 'premium.liquidate',
};

/** Runs that ask the reader for something: whom the definition names to liquidate does, and nobody who is paid by it. */
export async function runsWaiting(db: Kysely<ReadTables>, reader: ReaderToday): Promise<readonly PremiumRun[]> {
  if (!Object.values(ACTION_FOR).some((action) => reader.actions.includes(action))) return [];
  const runs = (await premiumRuns(db)).filter(
    ({ nextAct, status }) =>
      nextAct !== null &&
      nextAct !== 'settle' &&
      status !== 'withdrawn' &&
      reader.actions.includes(ACTION_FOR[nextAct]),
  );
  const [frozen, isPayer] = await Promise.all([frozenIn(db, runs), payerOf(db, runs, reader)]);
  return runs.filter((run) => {
    const runsThem = reader.roles.includes('personale');
    if (run.nextAct === 'compute') return runsThem;
    const paid = partiesOfRun({ run, frozen: frozen.get(run.approvalId) });
    if (run.nextAct === 'liquidate' && !isPayer(run, paid)) return false;
    const isTheirs =
      run.nextAct === 'liquidate' || runsThem || runnersOf(paid, reader.staff)?.includes(reader.by.office);
    return isTheirs === true && barredAsPaid(paid, reader) === null;
  });
}

async function frozenIn(db: Kysely<ReadTables>, runs: readonly PremiumRun[]) {
  const ids = runs.flatMap(({ approvalId }) => approvalId ?? []);
  const found =
    ids.length === 0 ? [] : await db.selectFrom('read.approval').selectAll().where('approval_id', 'in', ids).execute();
  const rows = found as readonly ApprovalRow[];
  return new Map<string | null, Parties>(rows.map(({ approval_id, approval }) => [approval_id, approval.parties]));
}

/** Whether the definition of each of a run's objectives leaves its payment to the reader. */
async function payerOf(db: Kysely<ReadTables>, runs: readonly PremiumRun[], reader: ReaderToday) {
  const paid = runs
    .filter(({ nextAct }) => nextAct === 'liquidate')
    .flatMap(({ entries, awaited }) => [...entries, ...awaited]);
  const ids = [...new Set(paid.map(({ objectiveId }) => objectiveId))];
  if (ids.length === 0) return () => true;
  const [found, shares] = await Promise.all([
    objectiveRows(db).where('read.objective.objective_id', 'in', ids).execute(),
    sharesOf(db, ids),
  ]);
  const states = (found as readonly ObjectiveRow[]).map((row) => {
    const own = shares.filter(({ objective_id }) => objective_id === row.objective_id);
    return [row.objective_id, objectiveStateOf(row, own, [])] as const;
  });
  const stateOf = new Map(states);
  return ({ entries, awaited }: PremiumRun, paid: Parties) =>
    [...entries, ...awaited].every(({ objectiveId, shareId }) => {
      const state = stateOf.get(objectiveId);
      const share = state?.shares.find((one) => one.shareId === shareId);
      // what was never measured is paid nothing
      return !state || !share || share.score === null || isNamed('liquidate', state, share, { ...reader, paid });
    });
}
