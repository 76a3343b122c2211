import { requireAct } from '../act.js';
import { isSameAct } from '../acts/act-key.js';
import { awaitedOf } from '../approval/actor.js';
import { currentStep, type Approval } from '../approval/approval.js';
import { inItsWords } from '../approval/in-its-words.js';
import { panelOf } from '../approval/panel.js';
import { romeDayOf } from '../calendar/rome.js';
import type { Parties } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import { requireRightThen } from '../separation/right-then.js';
import type { ActReference } from '../values.js';
import { requireCertified } from './certified.js';
import { requireEvaluated } from './evaluated.js';
import type { ComputedRun, EvaluatedStanding, PremiumCommandOf, PremiumEvent } from './messages.js';
import { barredAsPaid, partiesOfRun } from './paid.js';
import { personCredits } from './persons.js';
import { refusedAsPaid } from './running.js';
import { requireSameFigures } from './same-figures.js';

type Liquidate = PremiumCommandOf<'premium.liquidate'>;

/** How far a run has come on its way. */
export interface Authorised {
  /** Null until it is proposed. */
  readonly approval: Approval | null;
  /** The last act named on the way; null: none was. */
  readonly by: ActReference | null;
}

/**
 * Pays what the chain has authorised, by the act that authorised it.
 *
 * @throws Refused `premium/not-proposed`, `premium/nothing-certified`, `premium/not-authorised`, `premium/authorised-by-another-act`,
 * `premium/set-aside`, `premium/degrees-changed`, `premium/holders-changed`, `premium/weights-changed`, `premium/evaluations-missing`,
 * `premium/signer-is-paid`, `approval/act-missing`
 */
export function liquidate(command: Liquidate, run: ComputedRun, authorised: Authorised): PremiumEvent {
  const { runId, planId, entries, adjusts, route } = run;
  if (route !== undefined) requireAuthorised(runId, authorised.approval, command);
  requireCertified(run);
  if (command.standing !== undefined) requireSameFigures(run, command.standing);
  requireEvaluated(run, evaluatedIn(command.standing), command.staff);
  const act = actOf(command, authorised.by);
  requireAct(act, command.at, 'value/out-of-range');
  const paid = partiesOfRun({ run, frozen: authorised.approval?.parties });
  requireUnpaidSigner(command, paid, command.standing?.payers ?? null);
  const persons = personsPaid(command, run);
  const data = { runId, planId, entries, act, ...(adjusts && { adjusts }), ...(persons && { persons }) };
  return { type: 'premium.liquidated.v1', data };
}

/** What is paid to whose days stands, whatever is recorded later of who answered and who held what. */
function personsPaid({ standing, staff, at }: Liquidate, { entries }: ComputedRun) {
  const { period, holdings } = standing ?? {};
  if (period === undefined || holdings === undefined) return undefined;
  const time = { ...period, until: romeDayOf(at) };
  return Object.fromEntries(
    entries.map((entry) => {
      const { shareId } = entry;
      return [shareId, personCredits(entry, holdings[shareId] ?? [], staff.tenures, time)] as const;
    }),
  );
}

function requireAuthorised(runId: string, approval: Approval | null, { staff }: Liquidate): void {
  if (approval === null) throw new Refused('premium/not-proposed', { run: runId });
  if (approval.status === 'approved') return;
  const step = currentStep(approval);
  const panel = step === null ? null : panelOf(approval, step, staff);
  const office = step === null || panel === null ? undefined : awaitedOf(step, panel, approval);
  const told = {
    run: runId,
    ...(step !== null && { step: step.id }),
    ...(office !== undefined && { office }),
  };
  inItsWords(approval.chain, () => {
    throw new Refused('premium/not-authorised', told);
  });
}

function evaluatedIn(standing: Liquidate['standing']): EvaluatedStanding | undefined {
  const { period, evaluated } = standing ?? {};
  return period && { period, ...(evaluated && { evaluated }) };
}

function actOf({ act }: Liquidate, authorisedBy: ActReference | null): ActReference {
  if (act === null) {
    if (authorisedBy === null) throw new Refused('approval/act-missing', { step: 'liquidate', kinds: '' });
    return authorisedBy;
  }
  if (authorisedBy === null || isSameAct(act, authorisedBy)) return act;
  const { kind, number } = authorisedBy;
  throw new Refused('premium/authorised-by-another-act', { kind, number });
}

/**
 * @param who  who may in the place of who is paid; none: nobody is left; null: nobody knows
 * @throws Refused `premium/signer-is-paid` when the signer, or the one in whose place, is paid by the run,
 * `premium/nobody-may-sign`, `value/before-its-fact`
 */
export function requireUnpaidSigner(
  { by, staff, on, onBehalfOf = null }: Pick<Liquidate, 'by' | 'staff' | 'on' | 'onBehalfOf'>,
  parties: Parties,
  who: readonly string[] | null,
): void {
  const rule = barredAsPaid(parties, { by, onBehalfOf, staff, on });
  if (rule !== null) throw refusedAsPaid({ by, rule, staff }, parties, who);
  requireRightThen({ by, staff, on }, { place: onBehalfOf });
}
