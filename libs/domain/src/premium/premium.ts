import type { Approval } from '../approval/approval.js';
import { actOn, asEvents, evolveByEvent } from '../approval/compose.js';
import type { Decider, DoneBy } from '../decider.js';
import { knowingDays, type WithDays } from '../order/days.js';
import { Refused } from '../refused.js';
import type { Prepared } from '../organisation/staff.js';
import type { ActReference, LocalDate } from '../values.js';
import { adjust, requirePaid } from './adjust.js';
import { isNothingCertified } from './certified.js';
import { compute } from './compute.js';
import { requireNoFurtherDocument } from './documents.js';
import { requireEvaluated } from './evaluated.js';
import { liquidate } from './liquidate.js';
import type { ComputedRun, PremiumCommand, PremiumCommandOf, PremiumEvent } from './messages.js';
import { knowingPaid } from './paid.js';
import { knowingPrepared, preparedBy } from './prepared.js';
import { propose } from './propose.js';
import { correctedBy, keysOf, proposedAfter, restsOn } from './rests-on.js';
import { requireSameFigures } from './same-figures.js';
import { settle } from './settle.js';
import { unlessWithheld } from './silence.js';
import { REF } from './way-through.js';
import { withdraw } from './withdraw.js';

export interface PremiumState extends WithDays {
  /** As computed last; null until then. */
  readonly run: ComputedRun | null;
  /** Who computed it last. */
  readonly preparedBy: readonly Prepared[];
  /** Its way through the chain; null until it is proposed, and when it is computed anew. */
  readonly approval: Approval | null;
  /** The last act named on that way; null: none was. */
  readonly authorisedBy: ActReference | null;
  /** The days of the acts that it was proposed with last; absent: it never was. */
  readonly documentsOn?: readonly LocalDate[];
  readonly liquidated: boolean;
  /** Taken back, and not computed anew since. */
  readonly withdrawn: boolean;
}

const rules: Decider<PremiumState, PremiumCommand, PremiumEvent> = {
  initial: { run: null, preparedBy: [], approval: null, authorisedBy: null, liquidated: false, withdrawn: false },
  decide,
  evolve,
  restsOn,
};

/** One run of premiums: a fund divided among the shares of its scope, proposed, checked, authorised, then liquidated. */
export const premium = /* @__PURE__ */ knowingDays(rules, keysOf, correctedBy);

function decide(command: PremiumCommand, state: PremiumState): readonly PremiumEvent[] {
  const { run, approval, authorisedBy, liquidated, withdrawn } = state;
  switch (command.type) {
    case 'premium.compute':
    case 'premium.settle':
    case 'premium.adjust':
      if (command.type === 'premium.adjust') requirePaid(command);
      // a division has nobody's word in it: whoever runs premiums computes it, be it their own
      else if (command.standsIn === true)
        throw new Refused('lifecycle/not-yours', { office: command.by.office, who: 'personale' });
      if (run !== null && !isComputedAnew(state))
        throw new Refused('premium/already-computed', {
          run: run.runId,
          ...(run.adjusts && { adjusts: run.adjusts.runId }),
        });
      return [computed(command)];
  }
  if (command.type === 'approval.act') {
    const { deed, standing, figures, staff } = command;
    const known = approval && run && knowingPaid(approval, run);
    const facts = actOn(known && knowingPrepared(known, state.preparedBy), command, proposedAfter(state, standing));
    if (approval !== null) requireNoFurtherDocument(approval.chain, facts);
    if (run !== null && deed.do === 'take-step' && deed.outcome === 'approve') requireEvaluated(run, standing, staff);
    // what is signed last is what will be paid
    if (run !== null && figures !== undefined && facts.some(({ kind }) => kind === 'approved')) {
      requireSameFigures(run, figures);
    }
    const isTimeOut = run !== null && deed.do === 'time-out';
    return asEvents('premium', REF, isTimeOut ? unlessWithheld(facts, run, standing, staff) : facts);
  }
  if (run === null) throw new Refused('premium/not-computed');
  if (liquidated) throw new Refused('premium/already-liquidated', { run: run.runId });
  if (withdrawn) throw new Refused('premium/withdrawn', { run: run.runId });
  if (command.type === 'premium.withdraw') return [withdraw(command, run, { approval, by: authorisedBy })];
  if (command.type === 'premium.liquidate') return [liquidate(command, run, { approval, by: authorisedBy })];
  if (run.route === undefined) throw new Refused('premium/no-chain', { run: run.runId });
  if (approval !== null) throw new Refused('premium/already-proposed', { run: run.runId, status: approval.status });
  return propose(command, { ...state, run, route: run.route });
}

function computed(command: PremiumCommandOf<'premium.compute' | 'premium.settle' | 'premium.adjust'>): PremiumEvent {
  if (command.type === 'premium.compute') return compute(command);
  return command.type === 'premium.settle' ? settle(command) : adjust(command);
}

/** What was sent back or taken back, and what no degree was certified for, is computed anew under its name. */
function isComputedAnew({ run, approval, liquidated, withdrawn }: PremiumState): boolean {
  if (run === null || liquidated) return false;
  if (withdrawn) return true;
  return approval === null ? isNothingCertified(run) : approval.status === 'returned' || approval.status === 'rejected';
}

function evolve(state: PremiumState, event: PremiumEvent, _?: LocalDate, by?: DoneBy): PremiumState {
  switch (event.type) {
    case 'premium.computed.v1':
      return {
        ...state,
        run: event.data,
        preparedBy: preparedBy(by),
        approval: null,
        authorisedBy: null,
        withdrawn: false,
      };
    case 'premium.withdrawn.v1':
      return { ...state, approval: null, authorisedBy: null, withdrawn: true };
    case 'premium.liquidated.v1':
      return { ...state, liquidated: true };
    case 'premium.proposed.v1':
      return { ...state, documentsOn: event.data.documents.flatMap(({ act }) => act.date ?? []) };
    default:
      if (!event.type.startsWith('premium.approval-')) return state; // newer than this code: history must stay readable
      return {
        ...state,
        approval: evolveByEvent<'premium'>(state.approval, event),
        authorisedBy:
          event.type === 'premium.approval-step-passed.v1'
            ? (event.data.act ?? state.authorisedBy)
            : state.authorisedBy,
      };
  }
}
