import { v5 as uuidv5 } from 'uuid';
import {
  heldFor,
  paidForShare,
  Refused,
  requirePayable,
  requirePayer,
  type PremiumCommandOf,
  type Staff,
} from '#domain';
import { periodOf, type Engine } from '#engine';

type Adjustment = Pick<
  PremiumCommandOf<'premium.adjust'>,
  'runId' | 'planId' | 'claim' | 'paid' | 'scoredOn' | 'period'
>;

/** Of names that are made of what is paid. */
const NAMES = '5f0b1c66-6a52-4f0e-9d0b-3c1f6f0f8f2e';

/**
 * A share that was paid and reopened, and the run that puts it right. Its name is made of the payment, so that one payment has
 * one such run, whoever asks for it and however often.
 *
 * @throws Refused `objective/not-defined`, `objective/unknown-share`, `premium/share-not-payable`,
 * `premium/nobody-may-sign`
 */
export async function adjustmentOf(
  engine: Engine,
  objectiveId: string,
  shareId: string,
  staff: Staff,
): Promise<Adjustment> {
  const state = (await engine.load('objective', objectiveId))?.state;
  if (!state?.objective) throw new Refused('objective/not-defined', { objective: objectiveId });
  const share = state.shares.find((each) => each.shareId === shareId);
  if (share === undefined) throw new Refused('objective/unknown-share', { share: shareId });
  const { adjusting: paid, premium, score, areaId, weight, holders } = share;
  if (paid !== null) {
    requirePayable(state, share);
    requirePayer(state, share, staff, paidForShare(share, state, staff));
  }
  const planId = state.planId ?? '';
  const period = await periodOf(engine, planId);
  return {
    // of what was adjusted the run that did: the same command sent again is answered there
    runId: paid === null && premium !== null ? premium.runId : nameOf(paid?.runId ?? '', objectiveId, shareId),
    planId,
    claim: {
      objectiveId,
      shareId,
      areaId,
      weight,
      degree: score?.degree ?? null,
      holders: heldFor(holders, period),
    },
    paid,
    scoredOn: score?.on,
    period,
  };
}

function nameOf(...payment: readonly string[]): string {
  return `conguaglio-${uuidv5(payment.join('/'), NAMES)}`;
}
