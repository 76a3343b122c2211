import { adjust, after, approve, reopen, score, upTo } from '../testing/commands.js';
import { giunta, NOTED, nucleo, REGISTRY } from '../testing/example.js';
import { eventsOf, given } from '../testing/given.js';
import { objective } from './objective.js';

const judgedAgain = [
  approve(),
  approve({ step: 'certificazione', by: nucleo }),
  approve({ step: 'presa-atto', by: giunta, act: NOTED }),
];
const paid = after(...upTo.liquidated);
const reopened = after(...upTo.liquidated, reopen(), ...judgedAgain, score({ degree: '80', reason: 'conteggio' }));

describe('a reopening, and what is adjusted after it', () => {
  it.each([
    ['a reason of blanks', paid.when(reopen({ reason: ' ' })), 'value/text-missing', { field: 'reason' }],
    ['a run without a name', reopened.when(adjust({ runId: ' ' })), 'value/text-missing', { field: 'runId' }],
    [
      'an act of tomorrow',
      reopened.when(adjust({ act: { kind: 'determina', number: '7', date: '2023-01-21' } })),
      'objective/occurred-in-future',
      { field: 'act.date', value: '2023-01-21', today: '2023-01-20' },
    ],
    [
      'an amount that is none',
      reopened.when(adjust({ amount: 'mille' })),
      'value/not-a-decimal',
      { field: 'amount', value: 'mille' },
    ],
  ])('given %s, then it is refused, naming the field', (_, outcome, refusal, facts) => {
    expect(outcome).toEqual({ refusal, facts });
  });

  it('given a log of a time that did not say when a report was decided, then an act of any day reopens it', () => {
    const data = { shareId: REGISTRY, step: 'presa-atto', office: 'giunta', note: '', act: null, final: true };
    const told = given(objective)(...eventsOf(objective, ...upTo.submitted), {
      type: 'objective.rendicontazione-approved.v1',
      data,
    });
    const act = { kind: 'DGC', number: '3', date: '2022-06-21' };
    expect(told.when(reopen({ act }))).toHaveProperty('events');
  });
});
