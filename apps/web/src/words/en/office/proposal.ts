import type { proposal as italian } from '../../it/office/proposal.js';
import type { Same } from '../../same.js';

export const proposal: Same<typeof italian> = {
  title: 'Hand in the proposal again',
  shown: 'What is proposed',
  shares: 'The shares',
  indicatorNumber: 'Indicator {{number}}',
  anotherIndicator: 'Add an indicator',
  measures: 'Shares that it measures',
  deadlineNumber: 'Deadline {{number}}',
  anotherDeadline: 'Add a deadline',
  binds: 'Shares that it binds',
  oneALine: 'One a line.',
  drop: 'Drop',
  dropOne: 'Drop: {{what}}',
  again: 'Hand in the proposal again',
  done: 'Proposal handed in again.',
  byVariation:
    'The plan of that year is approved already: from here the proposal does not come into it. Once validated it does, as it is, by a variation of the plan in force (“A validated proposal comes into the plan”).',
  withdraw: 'Withdraw the proposal',
  withdrawn: 'Proposal withdrawn: its number is free again.',
  withdrawLead:
    'Nobody judges it any more, what has been said so far stays on record and does not count, and the number {{number}} is free again. To have it back it is proposed anew.',
  withdrawReason: 'Why it is withdrawn',
  onItsWay: 'A variation brings it into the plan, and until that is decided the proposal is not withdrawn:',
  byPlan:
    'The plan of that year is not approved yet: the proposal comes in with its draft, if that has it under the same number.',
  notBack: 'This proposal was not sent back: there is nothing to hand in again.',
  cannotText: 'The proposal was sent back, but whoever is signed in cannot hand it in again.',
  toApproval: 'Back to the approval',
};
