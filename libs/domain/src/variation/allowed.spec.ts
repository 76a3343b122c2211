import type { ObjectiveCommand } from '../objective/messages.js';
import { who } from '../testing/approval.js';
import { alarm, remove as removeShare, sendBack, upTo } from '../testing/commands.js';
import { giunta, REGISTRY, SECRETARY } from '../testing/example.js';
import {
  asks,
  changed,
  moveDraft,
  moveWeight,
  museum,
  remove,
  reword,
  stateAfter,
  within,
  type Asking,
} from '../testing/variation.js';
import { settledIn } from './standing.js';

const weekly = changed(moveDraft, { deadlineId: 'weekly' });

describe('a variation that may be asked for', () => {
  it.each<[string, Asking]>([
    ['on the last day', { around: { cutOff: '2022-06-20' } }],
    [
      'of two deadlines, and of the weight of one share in two moves',
      { changes: [moveDraft, weekly, changed(moveWeight, { points: '1' }), changed(moveWeight, { points: '2' })] },
    ],
    ['to the last day of the plan', { changes: [changed(moveDraft, { to: '2022-12-31' })] }],
    ['to this very day', { changes: [changed(moveDraft, { to: '2022-06-20' })] }],
    [
      'an objective that is due this very day',
      {
        changes: [
          {
            kind: 'add-objective',
            objective: {
              ...museum,
              deadlines: museum.deadlines.map((one) => ({ ...one, kind: 'fixed', on: '2022-06-20' })),
            },
          },
        ],
      },
    ],
    // what was missed of a series, or answered, is behind it
    [
      'of a series under way',
      { changes: [weekly], around: within(...upTo.acknowledged, alarm('2022-07-04T08:00:00.000Z')) },
    ],
    // the other share was reported to the end
    [
      'of words of one share',
      { changes: [changed(reword, { indicatorId: 'signed' })], around: within(...upTo.approved), by: who.segretario },
    ],
    [
      'of another deadline than what was missed',
      { changes: [changed(moveDraft, {})], around: within(...upTo.acknowledged, alarm('2022-07-04T08:00:00.000Z')) },
    ],
  ])('given one %s, when asked for, then it is on its way', (_, asking) => {
    expect(asks(asking)).toHaveProperty('events');
  });

  it('given an objective of which a share was removed already, when the rest is removed, then it may be', () => {
    const around = within(...upTo.acknowledged, removeShare({ shareId: SECRETARY, by: giunta }));
    expect(asks({ changes: [remove], around })).toHaveProperty('events');
    expect(asks({ changes: [remove], around: within(...upTo.submitted, sendBack()) })).toMatchObject({
      refusal: 'lifecycle/not-allowed',
    });
  });

  it('given shares that were reported, scored, paid or are of a closed objective, then they bear no more', () => {
    const settled = (...commands: readonly ObjectiveCommand[]) => [...settledIn(within(...commands).objectives)];
    expect(settled(...upTo.acknowledged)).toEqual([]);
    expect(settled(...upTo.submitted, sendBack())).toEqual([]);
    for (const commands of [upTo.submitted, upTo.approved, upTo.scored, upTo.liquidated])
      expect(settled(...commands)).toEqual([REGISTRY]);
    const closed = { '6.1.1': { ...stateAfter(...upTo.defined), closed: true } };
    expect([...settledIn(closed)]).toEqual([REGISTRY, SECRETARY]);
  });
});
