import type { notice as italian } from '../../it/office/notice.js';
import type { Same } from '../../same.js';

export const notice: Same<typeof italian> = {
  title: 'What has changed',
  planChanged: 'plan {{plan}} was varied',
  numberTaken: 'the number {{number}} of a proposal is that of another objective in the draft of the plan',
  numberTakenText:
    'The proposal “{{title}}” has the number that the draft of the plan gives to “{{planned}}”. As long as that is so nobody judges it; taken out by a corrected draft it is as it was. Not to wait, propose it under another number.',
  proposalChanged: 'the draft of the plan changes the proposal {{number}}',
  proposalChangedText:
    'The draft of the plan has the proposal “{{title}}”, but otherwise ({{parts}}): in the plan what the draft says holds. If it is a mistake, tell whoever drafts the plan before it is approved.',
  part: { title: 'title', shares: 'shares', indicators: 'indicators', deadlines: 'deadlines' },
  daysTaken: 'days of a share of objective {{number}} go to another office',
  daysTakenText_one:
    '{{count}} day, from {{from}} to {{until}}, is of {{to}} now, with what is paid for it. If it is a mistake, tell whoever assigns shares.',
  daysTakenText_other:
    '{{count}} days, from {{from}} to {{until}}, are of {{to}} now, with what is paid for them. If it is a mistake, tell whoever assigns shares.',
  suspensionOver: 'the suspension of objective {{number}} is over',
  ofVariation: 'Variation {{id}}',
  proposedAnew: 'one’s own evaluation {{plan}} is proposed anew',
  evaluation: {
    proposed: 'one’s own evaluation {{plan}} is proposed',
    withdrawn: 'the proposal of one’s own evaluation {{plan}} is withdrawn',
    'hearing-offered': 'for one’s own evaluation {{plan}} a hearing is offered for {{day}}',
    decided: 'on one’s own evaluation {{plan}} the final judgement is given',
    conciliated: 'on one’s own evaluation {{plan}} the conciliation is decided',
    definitive: 'one’s own evaluation {{plan}} is definitive',
    'observations-ending': 'on one’s own evaluation {{plan}} observations are made until {{day}}',
    'conciliation-ending': 'on one’s own evaluation {{plan}} a conciliation is asked for until {{day}}',
  },
  goesOn: 'Work goes on from {{day}}.',
  someOtherwise: 'Some move by other days: the page of the objective has the new ones.',
  unratified: 'No act has ratified the suspension in time.',
  movedBy_one: 'Deadlines that are still open fall due {{count}} day later.',
  movedBy_other: 'Deadlines that are still open fall due {{count}} days later.',
  changed: {
    deadline: 'Deadline',
    indicator: 'Indicator',
    target: 'Target',
    weight: 'Weight',
    added: 'New share, weight',
    removed: 'Share removed, weight',
  },
  fromTo: '{{before}} → {{after}}',
  noValue: 'none',
};
