import type { Decider, DoneBy } from '../decider.js';
import { Refused } from '../refused.js';
import { actOnApproval } from './approving.js';
import { acknowledge, assign, define } from './assignment.js';
import { knowingAuthors } from './authors.js';
import { since } from './beginning.js';
import { fulfilLate, markMissed } from './deadlines.js';
import { evolve } from './evolve.js';
import { knowingDays } from '../order/days.js';
import { correctedBy, keysOf, restsOn } from './in-order.js';
import { happened } from './happened.js';
import { requireJudgeLeft } from './judges.js';
import { decideJustification, justify } from './justification.js';
import type { ObjectiveCommand, ObjectiveEvent } from './messages.js';
import { obeying } from './obeying.js';
import { close, liquidatePremium, score } from './outcome.js';
import { propose, returnProposal, validate } from './proposal.js';
import { rectifyProgress, reportProgress } from './progress.js';
import { redefine, withdraw } from './redraft.js';
import { remove } from './removal.js';
import { adjustPremium, makeDefinitive, reopen } from './reopening.js';
import { approveRendicontazione, returnRendicontazione, submitRendicontazione } from './rendicontazione.js';
import { requireSomebodyLeft } from './somebody-left.js';
import { initial, type ObjectiveState } from './state.js';
import { restoreMiss } from './restore-miss.js';
import { endedSuspensions, ratifySuspension, resume, suspend } from './suspension.js';
import { vary } from './variation.js';
import type { Watched } from './watched.js';
import { withdrawProposal } from './withdraw-proposal.js';
import type { LocalDate } from '../values.js';

/** The life of one operational objective; its shares advance each at their own pace. */
export const objective: Decider<ObjectiveState, ObjectiveCommand, ObjectiveEvent> = /* @__PURE__ */ knowingDays(
  { initial, decide, evolve: evolveBy, restsOn, since, happened },
  keysOf,
  correctedBy,
);

function evolveBy(state: ObjectiveState, event: ObjectiveEvent, _?: LocalDate, by?: DoneBy): ObjectiveState {
  return knowingAuthors(evolve(state, event), event, by);
}

function decide(command: ObjectiveCommand, state: ObjectiveState): readonly ObjectiveEvent[] {
  const ended = endedSuspensions(state, command.at);
  const now = ended.reduce(evolve, state);
  const events = obeying(now, decided(command, now));
  if ('judging' in command) requireJudged(command, events, now);
  return [...ended, ...events];
}

function requireJudged(
  command: Extract<ObjectiveCommand, Watched>,
  events: readonly ObjectiveEvent[],
  state: ObjectiveState,
): void {
  if (command.type !== 'objective.assign') requireJudgeLeft(events, command, state);
  else requireSomebodyLeft(command.shareId, command, state, events.reduce(evolve, state));
}

function decided(command: ObjectiveCommand, state: ObjectiveState): readonly ObjectiveEvent[] {
  if (state.closed && command.type !== 'objective.reopen') {
    // An alarm that rings late asks whether something was missed; after the close nothing can be.
    if (command.type === 'objective.mark-missed-deadlines' || isTimeOut(command)) return [];
    throw new Refused('objective/closed', state.objective === null ? {} : { objective: state.objective.id });
  }
  if (command.type === 'objective.define') return define(command, state);
  if (command.type === 'objective.redefine') return redefine(command, state);
  if (command.type === 'objective.propose') return propose(command, state);
  // of a proposal that was withdrawn an alarm that rings late finds nothing to do
  if (state.objective === null && isTimeOut(command)) return [];
  if (state.objective === null) throw new Refused('objective/not-defined');
  switch (command.type) {
    case 'objective.return-proposal':
      return returnProposal(command, state);
    case 'objective.withdraw-proposal':
      return withdrawProposal(command, state);
    case 'objective.validate':
      return validate(command, state);
    case 'objective.assign':
      return assign(command, state);
    case 'objective.acknowledge':
      return acknowledge(command, state);
    case 'objective.report-progress':
      return reportProgress(command, state);
    case 'objective.rectify-progress':
      return rectifyProgress(command, state);
    case 'objective.suspend':
      return suspend(command, state);
    case 'objective.ratify-suspension':
      return ratifySuspension(command, state);
    case 'objective.restore-miss':
      return restoreMiss(command, state);
    case 'objective.resume':
      return resume(command, state);
    case 'objective.remove':
      return remove(command, state);
    case 'objective.mark-missed-deadlines':
      return markMissed(command.at, state);
    case 'objective.fulfil-late':
      return fulfilLate(command, state);
    case 'objective.justify':
      return justify(command, state);
    case 'objective.decide-justification':
      return decideJustification(command, state);
    case 'objective.submit-rendicontazione':
      return submitRendicontazione(command, state);
    case 'objective.return-rendicontazione':
      return returnRendicontazione(command, state);
    case 'objective.approve-rendicontazione':
      return approveRendicontazione(command, state);
    case 'approval.act':
      return actOnApproval(command, state);
    case 'objective.score':
      return score(command, state);
    case 'objective.make-definitive':
      return makeDefinitive(command, state);
    case 'objective.liquidate-premium':
      return liquidatePremium(command, state);
    case 'objective.vary':
      return vary(command, state);
    case 'objective.withdraw':
      return withdraw(command, state);
    case 'objective.close':
      return close(state.objective.id, command, state);
    case 'objective.reopen':
      return reopen(command, state);
    case 'objective.adjust-premium':
      return adjustPremium(command, state);
  }
}

function isTimeOut(command: ObjectiveCommand): boolean {
  return command.type === 'approval.act' && command.deed.do === 'time-out';
}
