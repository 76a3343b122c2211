import {
  kindsPaying,
  kindsTogether,
  officesPaying,
  partiesOfRun,
  payersTogether,
  Refused,
  requireMayPay,
  requirePayable,
  requirePayer,
  requirePayerInForce,
  requirePayingAct,
  type ActReference,
  type DayTold,
  type Actor,
  type ComputedRun,
  type Instant,
  type FiguresOfRun,
  type Mover,
  type ObjectiveState,
  type Parties,
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
 * What a run counts on besides its figures, as its plan and its shares say it now. A run pays each of its shares or is not
 * liquidated: what another run has paid since it was computed is another stream's fact, so it is asked here. A run that was
 * liquidated already answers for itself.
 *
 * @param payer  who liquidates it, by which act (null: the one that authorised it), and on which day where that is recorded later
 * or its act says it; absent: nobody yet
 * @returns null when there is no run, or nothing more to ask about it
 * @throws Refused `objective/already-liquidated`, `objective/adjustment-needed`, `objective/nothing-to-adjust`,
 * `premium/share-not-payable`, `premium/nobody-may-sign`, `premium/no-common-payer`, `lifecycle/not-yours`, `lifecycle/act-of-another-kind`, `objective/before-its-fact`
 */
export async function standingOf(
  engine: Engine,
  runId: string,
  staff: Staff,
  payer?: Payer,
): Promise<Omit<RunStanding, keyof FiguresOfRun> | null> {
  const state = (await engine.load('premium', runId))?.state;
  if (!state?.run || state.liquidated) return null;
  const { planId, entries, awaited = [] } = state.run;
  const plan = (await engine.load('plan', planId))?.state;
  // of a run that nobody has authorised the rules say that before they ask for its act
  const isAuthorised = state.run.route === undefined || state.authorisedBy !== null;
  const year = plan?.document?.year ?? planId;
  const period = { from: `${year}-01-01`, to: plan?.document?.horizon ?? `${year}-12-31` };
  const paid = partiesOfRun({ run: { period, ...state.run }, frozen: state.approval?.parties });
  const mover = payer && { ...payer, staff, paid, act: isAuthorised ? (payer.act ?? state.authorisedBy) : null };
  const due: Due[] = [];
  for (const { objectiveId, shareId } of entries) {
    const objective = (await engine.load('objective', objectiveId))?.state;
    const share = objective?.shares.find((each) => each.shareId === shareId);
    if (share) requireStillDue(state.run, share);
    if (objective && share) requirePayable(objective, share, payer?.told);
    if (objective && share) due.push({ objective, share });
  }
  // who liquidates also answers for what is set aside, be it all of it
  for (const { objectiveId, shareId } of awaited) {
    const objective = (await engine.load('objective', objectiveId))?.state;
    const share = objective?.shares.find((each) => each.shareId === shareId);
    if (objective && share) due.push({ objective, share });
  }
  const payers = payersOfAll(due, staff, paid, mover);
  const actsDiffer = kindsTogether(due.map(({ objective, share }) => kindsPaying(objective, share)));
  return {
    planStatus: plan?.status ?? 'none',
    period,
    ...payers,
    ...(actsDiffer !== null && { actsDiffer }),
  };
}

interface Due {
  readonly objective: ObjectiveState;
  readonly share: ShareState;
}

/** Who liquidates all of them, and whether that is who does. */
function payersOfAll(
  due: readonly Due[],
  staff: Staff,
  paid: Parties,
  mover: Mover | undefined,
): Pick<RunStanding, 'payers' | 'payersDiffer'> {
  const words = due.map(({ objective, share }) => requirePayer(objective, share, staff, paid));
  const each = due.map(({ objective, share }) => officesPaying(objective, share, staff, paid));
  const together = payersTogether(each, staff, paid);
  const { offices, inForce } = together;
  if (mover !== undefined) {
    const requireIt = inForce ? requirePayingAct : requireMayPay;
    for (const { objective, share } of due) requireIt(objective, share, mover);
    if (inForce) requirePayerInForce(together, mover.by, staff, paid);
  }
  if (!inForce) {
    const payers = [...new Set(words.flat())];
    return payers.length > 0 ? { payers } : {};
  }
  return { ...(offices && { payers: offices }), payersDiffer: [...new Set(each.flatMap((some) => some ?? []))] };
}

/** What was paid before a reopening is adjusted and never paid a second time; and an adjustment is of the payment that counts. */
function requireStillDue({ adjusts }: ComputedRun, { shareId: share, premium, adjusting }: ShareState): void {
  if (premium !== null) throw new Refused('objective/already-liquidated', { share, run: premium.runId });
  if (adjusts === undefined) {
    if (adjusting !== null) throw new Refused('objective/adjustment-needed', { share, run: adjusting.runId });
  } else if (adjusting?.runId !== adjusts.runId) throw new Refused('objective/nothing-to-adjust', { share });
}
