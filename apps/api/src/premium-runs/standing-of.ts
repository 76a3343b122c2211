import {
  heldFor,
  Refused,
  partiesOfRun,
  requireMayPay,
  requirePayable,
  requirePayer,
  type ActReference,
  type DayTold,
  type HeldFor,
  type Actor,
  type ComputedRun,
  type Instant,
  type RunStanding,
  type ShareState,
  type Staff,
} from '#domain';
import type { Engine } from '#engine';

interface Payer {
  readonly by: Actor;
  readonly at: Instant;
  readonly act: ActReference | null;
  readonly told?: DayTold | null;
}

/**
 * What a run counts on, as its plan and its shares say it now. A run pays each of its shares or is not liquidated: what
 * another run has paid since it was computed is another stream's fact, so it is asked here. A run that was liquidated
 * already answers for itself.
 *
 * @param payer  who liquidates it, by which act (null: the one that authorised it), and on which day where that is recorded later
 * or its act says it; absent: nobody yet
 * @returns null when there is no run, or nothing more to ask about it
 * @throws Refused `objective/already-liquidated`, `objective/adjustment-needed`, `objective/nothing-to-adjust`,
 * `premium/share-not-payable`, `premium/nobody-may-sign`, `lifecycle/not-yours`, `lifecycle/act-of-another-kind`, `objective/before-its-fact`
 */
export async function standingOf(
  engine: Engine,
  runId: string,
  staff: Staff,
  payer?: Payer,
): Promise<RunStanding | null> {
  const state = (await engine.load('premium', runId))?.state;
  if (!state?.run || state.liquidated) return null;
  const { planId, entries, awaited = [] } = state.run;
  const plan = (await engine.load('plan', planId))?.state;
  // of a run that nobody has authorised the rules say that before they ask for its act
  const isAuthorised = state.run.route === undefined || state.authorisedBy !== null;
  const year = plan?.document?.year ?? planId;
  const period = { from: `${year}-01-01`, to: plan?.document?.horizon ?? `${year}-12-31` };
  const beneficiaries = state.approval?.parties.beneficiaries;
  const paid = partiesOfRun({ run: { period, ...state.run }, beneficiaries }, staff);
  const mover = payer && { ...payer, staff, paid, act: isAuthorised ? (payer.act ?? state.authorisedBy) : null };
  const payers = new Set<string>();
  const degrees: Record<string, string | null> = {};
  const holders: Record<string, readonly HeldFor[]> = {};
  for (const { objectiveId, shareId } of entries) {
    const objective = (await engine.load('objective', objectiveId))?.state;
    const share = objective?.shares.find((each) => each.shareId === shareId);
    if (share) requireStillDue(state.run, share);
    if (objective && share) requirePayable(objective, share, payer?.told);
    if (objective && share) requirePayer(objective, share, staff, paid).forEach((one) => payers.add(one));
    if (objective && share && mover) requireMayPay(objective, share, mover);
    degrees[shareId] = share?.score?.degree ?? null;
    if (share) holders[shareId] = heldFor(share.holders, period);
  }
  // who liquidates also answers for what is set aside, be it all of it
  for (const { objectiveId, shareId } of awaited) {
    const objective = (await engine.load('objective', objectiveId))?.state;
    const share = objective?.shares.find((each) => each.shareId === shareId);
    if (objective && share) requirePayer(objective, share, staff, paid).forEach((one) => payers.add(one));
    if (objective && share && mover) requireMayPay(objective, share, mover);
  }
  return {
    planStatus: plan?.status ?? 'none',
    degrees,
    holders,
    period,
    ...(payers.size > 0 && { payers: [...payers] }),
  };
}

/** What was paid before a reopening is adjusted and never paid a second time; and an adjustment is of the payment that counts. */
function requireStillDue({ adjusts }: ComputedRun, { shareId: share, premium, adjusting }: ShareState): void {
  if (premium !== null) throw new Refused('objective/already-liquidated', { share, run: premium.runId });
  if (adjusts === undefined) {
    if (adjusting !== null) throw new Refused('objective/adjustment-needed', { share, run: adjusting.runId });
  } else if (adjusting?.runId !== adjusts.runId) throw new Refused('objective/nothing-to-adjust', { share });
}
