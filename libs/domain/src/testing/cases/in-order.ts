import { people, who } from '../approval.js';
import {
  acknowledge,
  assign,
  decideJustification,
  justify,
  makeDefinitive,
  propose,
  remove,
  reopen,
  resume,
  returnProposal,
  close,
  secretaryToTheEnd,
  sendBack,
  submit,
  suspend,
  upTo,
  validate,
  withdrawProposal,
} from '../commands.js';
import * as story from '../evaluation.js';
import * as runs from '../premium.js';
import { ACT, giunta, head, judging, MORNING, NEXT_YEAR, NOTED, REGISTRY, SECRETARY, staff, vice } from '../example.js';
import { exampleStaff } from '../staff.js';
import { proposedMuseum, request, stateAfter, take } from '../variation.js';
import type { Instant } from '../../values.js';
import { possible, type CommandCase, type CommandName } from './case.js';
import { onObjectives } from './objective.js';
import { onPlans } from './plan.js';

const of = (name: keyof typeof onPlans, place = 0): CommandCase => onPlans[name][place]!;
const asked = of('variation.request');
const decided = of('variation.take-step');
const inForce = of('plan.vary');
const validatedMuseum = stateAfter(propose({ objective: proposedMuseum }), validate());
const bringIn = request({
  changes: [{ kind: 'add-objective', objective: proposedMuseum }],
  around: { objectives: { [proposedMuseum.id]: validatedMuseum } },
});
const proposedRun = of('premium.propose');
const settled = of('premium.settle');
const paidRun = of('premium.liquidate');
const varied = onObjectives['objective.vary'][0]!;

/** The same story with another end. */
function ending(one: CommandCase, more: object, after: readonly unknown[] = []): CommandCase {
  const before = [...one.before, ...(after as CommandCase['before'])];
  return { ...one, before, command: { ...one.command, ...more } } as CommandCase;
}

const takes = (step: string, more: object = {}) => ({
  type: 'approval.act',
  shareId: null,
  staff: people,
  by: who.segretario,
  at: NEXT_YEAR as Instant,
  deed: { do: 'take-step', step, outcome: 'approve', note: '', act: null, points: [], returnBy: null, degree: null, reason: '', ...more },
}); // prettier-ignore
const asksForMore = { outcome: 'return', points: ['manca il verbale'] };
const refuses = { outcome: 'reject', reason: 'manca la copertura' };
const planOnItsWay = of('plan.propose');

const byChain = { chain: judging, step: 'proposta', staff: exampleStaff, by: vice };

/** What rests on more than the shortest story of each command tells. */
export const restingOnMore: readonly (readonly [CommandName, CommandCase])[] = [
  ['objective.propose', possible('objective', [propose(), returnProposal()], propose(), 'nothing')],
  ['objective.propose', possible('objective', [propose(), withdrawProposal()], propose(), 'nothing')],
  [
    'objective.withdraw-proposal',
    possible('objective', [propose(), returnProposal()], withdrawProposal(), 'objective/not-defined'),
  ],
  [
    'objective.withdraw-proposal',
    possible('objective', [propose(), validate(byChain)], withdrawProposal(), 'objective/not-defined'),
  ],
  ['objective.acknowledge', ending(varied, acknowledge(), [...upTo.acknowledged.slice(1), varied.command])],
  ['objective.assign', possible('objective', upTo.defined, assign({ act: ACT }), 'nothing')],
  [
    'objective.resume',
    possible(
      'objective',
      [...upTo.acknowledged, suspend()],
      resume({ act: { ...ACT, date: '2022-07-05' } }),
      'nothing',
    ),
  ],
  ['objective.remove', possible('objective', upTo.acknowledged, remove({ planApprovedOn: '2022-07-11' }), 'nothing')],
  ['objective.submit-rendicontazione', possible('objective', [...upTo.submitted, sendBack()], submit(), 'nothing')],
  [
    'objective.justify',
    possible(
      'objective',
      [...upTo.acknowledged, justify(), decideJustification({ accept: false, note: 'no' })],
      justify(),
      'nothing',
    ),
  ],
  [
    'objective.close',
    possible(
      'objective',
      [...upTo.liquidated, ...secretaryToTheEnd.slice(0, 2), remove({ shareId: SECRETARY, by: giunta, at: NEXT_YEAR })],
      close(),
      'nothing',
    ),
  ],
  [
    'objective.close',
    possible('objective', [...upTo.liquidated, ...secretaryToTheEnd], close({ act: NOTED }), 'nothing'),
  ],
  ['objective.make-definitive', possible('objective', upTo.scored, makeDefinitive({ act: NOTED }), 'nothing')],
  ['objective.reopen', possible('objective', [...upTo.liquidated, ...secretaryToTheEnd, close()], reopen(), 'nothing')],
  [
    'plan.propose',
    ending(planOnItsWay, {}, [planOnItsWay.command, { ...takes('parere', asksForMore), subject: 'plan' }]),
  ],
  ['plan.propose', ending(planOnItsWay, {}, [planOnItsWay.command, { ...takes('parere', refuses), subject: 'plan' }])],
  [
    'plan.propose',
    ending(planOnItsWay, {}, [
      planOnItsWay.command,
      { ...takes('parere', asksForMore), subject: 'plan' },
      { ...of('plan.draft', 1).command, at: '2023-02-01T09:00:00.000Z' },
    ]),
  ],
  [
    'plan.close',
    ending(of('plan.close'), { objectivesClosedOn: '2022-06-19', variationsDecidedOn: '2022-06-18' }, [
      inForce.command,
    ]),
  ],
  [
    'variation.request',
    ending(asked, {
      surroundings: { ...(asked.command as object as { surroundings: object }).surroundings, planApprovedOn: ACT.date },
    }),
  ],
  ['variation.request', possible('variation', [], bringIn, 'nothing')],
  [
    'variation.resubmit',
    possible(
      'variation',
      [bringIn, take('parere-segretario', who.vice, { outcome: 'return', points: ['Quale sala?'] })],
      { ...bringIn, type: 'variation.resubmit' },
      'nothing',
    ),
  ],
  ['variation.withdraw', ending(of('variation.withdraw'), {}, [{ ...decided.command, ...asksForMore, act: null }])],
  [
    'premium.compute',
    ending(of('premium.compute'), {}, [of('premium.compute').command, of('premium.withdraw').command]),
  ],
  ['premium.compute', possible('premium', runs.sentBack, runs.compute(), 'nothing')],
  ['premium.propose', possible('premium', [runs.compute()], runs.propose(), 'nothing')],
  [
    'premium.withdraw',
    possible(
      'premium',
      [runs.compute(), runs.propose(), runs.check, runs.sign()],
      {
        type: 'premium.withdraw',
        reason: 'refuso',
        act: runs.DETERMINA,
        staff: runs.staff,
        by: runs.personale,
        at: runs.AT,
      },
      'nothing',
    ),
  ],
  [
    'premium.settle',
    ending(settled, {
      earlier: { ...(settled.command as object as { earlier: object }).earlier, liquidatedOn: '2023-01-18' },
      standing: { ...(settled.command as object as { standing: object }).standing, evaluatedOn: '2023-01-19' },
    }),
  ],
  [
    'premium.propose',
    ending(proposedRun, {
      standing: { ...(proposedRun.command as object as { standing: object }).standing, evaluatedOn: '2023-01-19' },
    }),
  ],
  ['premium.liquidate', ending(paidRun, { standing: { degrees: { [REGISTRY]: '95' }, evaluatedOn: '2023-01-19' } })],
  [
    'evaluation.open',
    possible('evaluation', [...story.upTo.opened, story.withdraw()], story.open({ at: story.LATER }), 'nothing'),
  ],
  [
    'evaluation.propose',
    possible('evaluation', story.upTo.opened, story.propose({ scoredOn: '2023-01-20', at: story.LATER }), 'nothing'),
  ],
  [
    'evaluation.propose',
    possible(
      'evaluation',
      [...story.upTo.opened, story.replace({ at: story.PROPOSED })],
      story.propose({ by: story.successor, at: story.LATER }),
      'nothing',
    ),
  ],
  [
    'evaluation.offer-hearing',
    possible(
      'evaluation',
      [...story.upTo.notified, story.replace({ at: story.OBSERVED })],
      story.offer({ by: story.successor }),
      'nothing',
    ),
  ],
  [
    'evaluation.record-hearing',
    possible(
      'evaluation',
      [...story.upTo.observed, story.offer(), story.replace({ at: story.OBSERVED })],
      story.hear({ by: story.successor }),
      'nothing',
    ),
  ],
  [
    'evaluation.judge',
    possible(
      'evaluation',
      [...story.upTo.observed, story.replace()],
      story.judge({ by: story.successor, staff: story.renewed }),
      'nothing',
    ),
  ],
  ['evaluation.withdraw', possible('evaluation', story.upTo.proposed, story.withdraw(), 'nothing')],
  ['evaluation.judge', possible('evaluation', story.upTo.notified, story.judge({ at: story.LATER }), 'nothing')],
  [
    'evaluation.judge',
    possible('evaluation', [...story.upTo.observed, story.offer(), story.hear()], story.judge(), 'nothing'),
  ],
  [
    'evaluation.judge',
    possible(
      'evaluation',
      [...story.upTo.judged, story.takes(story.superior, 'valutazione', asksForMore)],
      story.judge(),
      'nothing',
    ),
  ],
  ['evaluation.make-definitive', possible('evaluation', story.upTo.revised, story.settle(), 'nothing')],
  [
    'act.correct',
    possible(
      'act',
      [
        {
          type: 'act.register',
          act: ACT,
          organ: 'Giunta',
          title: 'Piano',
          effectiveFrom: null,
          file: null,
          by: staff,
          at: MORNING,
        },
      ],
      {
        type: 'act.correct',
        organ: 'Giunta',
        title: 'Piano',
        effectiveFrom: null,
        date: '2022-05-31',
        reason: 'refuso',
        by: head,
        at: MORNING,
      },
      'nothing',
    ),
  ],
];
