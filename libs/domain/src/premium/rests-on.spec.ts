import { act, after, compute, DETERMINA, liquidate, propose, ragioneria, RELAZIONE, take } from '../testing/premium.js';
import type { PremiumCommand } from './messages.js';
import { keysOf, restsOn } from './rests-on.js';

const standing = { period: { from: '2022-01-01', to: '2022-12-31' }, evaluatedOn: '2023-03-18' };
const days = {
  'premium.computed.v1': '2023-03-10',
  'premium.approval-voted.v1': '2023-03-15',
  'premium.withdrawn.v1': '2023-03-12',
};
const state = { ...after(compute(), propose()).state, days };
const on = (command: PremiumCommand) => restsOn(command, state).map(({ fact, on: day }) => `${fact} ${day}`);

describe('what is done to a premium run rests on what came before', () => {
  it('given a vote that agrees, then on the last evaluation that became definitive; one that sends back, and a claim, do not', () => {
    const voting = (outcome: string) => take(ragioneria, 'controllo', { outcome });
    const knowing = (command: PremiumCommand): PremiumCommand =>
      command.type === 'approval.act' ? { ...command, standing } : command;
    expect(on(knowing(voting('approve')))).toEqual(['evaluated 2023-03-18']);
    expect(on(voting('approve'))).toEqual([]);
    expect(on(knowing(voting('return')))).toEqual([]);
    expect(on(knowing(act(ragioneria, { do: 'claim', step: 'controllo' })))).toEqual(['step-opened 2023-03-20']);
  });

  it('given a proposal, then on the computation and on the documents that it names', () => {
    expect(on(propose())).toEqual(['computed 2023-03-10', `documents ${RELAZIONE.date}`]);
  });

  it('given a liquidation, then on its act, the computation, the last vote and the last evaluation, where those are known', () => {
    const paying = ['computed 2023-03-10', 'vote 2023-03-15'];
    expect(on(liquidate())).toEqual(paying);
    expect(on(liquidate({ act: DETERMINA, standing: { degrees: {}, ...standing } }))).toEqual([
      `act ${DETERMINA.date}`,
      ...paying,
      'evaluated 2023-03-18',
    ]);
  });

  it('given a run that is computed anew, then on its withdrawal and the last vote', () => {
    expect(on(compute())).toEqual(['run-withdrawn 2023-03-12', 'vote 2023-03-15']);
    expect(restsOn(compute(), { approval: null })).toEqual([]);
  });

  it('given an event, then its day is kept of a computation, a vote, a withdrawal and a payment, and of nothing else', () => {
    for (const type of [...Object.keys(days), 'premium.liquidated.v1']) expect(keysOf({ type })).toEqual([type]);
    expect(keysOf({ type: 'premium.proposed.v1' })).toEqual([]);
  });
});
