import { adjust, after, approve, define, liquidate, remove, reopen, score, upTo } from '../testing/commands.js';
import { giunta, NOTED, nucleo } from '../testing/example.js';
import { usualLifecycle } from './usual-lifecycle.js';

const judgedAnew = (degree: string) => [
  approve(),
  approve({ step: 'certificazione', by: nucleo }),
  approve({ step: 'presa-atto', by: giunta, act: NOTED }),
  score({ degree, reason: 'conteggio corretto' }),
];
const paid = liquidate({ amount: '1234.50', degree: '95' });
const transitions = usualLifecycle.transitions.map((one) =>
  one.verb === 'remove' ? { ...one, from: [...one.from, 'rendicontazione-approved' as const] } : one,
);
const removable = define({ workflow: { ...usualLifecycle, transitions } });
const ANOTHER = { kind: 'DGC', number: '9', date: '2023-01-20' };

describe('a payment that arrives after the share has moved on', () => {
  it('given that nothing came in between, then it is paid as ever', () => {
    expect(after(...upTo.scored).when(paid)).not.toHaveProperty('events.0.data.degree');
    expect(after(...upTo.scored, paid).when(liquidate({ runId: 'altra' }))).toMatchObject({
      refusal: 'objective/already-liquidated',
    });
  });

  it('given that it was reopened in between, then what was paid is noted with its degree, and the next degree adjusts it', () => {
    const overtaken = [...upTo.scored, reopen(), paid];
    expect(after(...upTo.scored, reopen()).when(paid)).toMatchObject({
      events: [{ type: 'objective.premium-liquidated.v1', data: { amount: '1234.50', degree: '95' } }],
    });
    const anew = after(...overtaken, ...judgedAnew('50'));
    expect(anew.when(liquidate({ runId: 'altra' }))).toMatchObject({ refusal: 'objective/adjustment-needed' });
    expect(anew.when(adjust({ amount: '649.75' }))).toMatchObject({
      facts: { max: '649.74', paid: '1234.50', from: '95' },
    });
    expect(anew.when(adjust({ amount: '649.74' }))).toMatchObject({
      events: [{ data: { before: '1234.50', after: '649.74' } }],
    });
  });

  it('given that it was reopened and judged by another degree in between, then it is noted, and waits to be adjusted', () => {
    const anew = [...upTo.scored, reopen(), ...judgedAnew('50')];
    expect(after(...anew).when(paid)).toHaveProperty('events.0.data.degree', '95');
    expect(after(...anew, paid).when(adjust({ amount: '649.74' }))).toHaveProperty('events');
  });

  it('given that it was removed in between, then it is noted all the same', () => {
    expect(after(removable, ...upTo.scored.slice(1), remove()).when(paid)).toHaveProperty('events.0.data.degree', '95');
  });

  it('given that no run tells its degree, then what has no degree is refused as before', () => {
    expect(after(...upTo.scored, reopen()).when(liquidate())).toMatchObject({ refusal: 'objective/not-scored' });
  });

  it('given an adjustment that was reopened before it arrived, then what has been paid counts with it, measured by what the first run paid', () => {
    const life = [...upTo.scored, paid, reopen(), ...judgedAnew('80'), reopen({ act: ANOTHER })];
    const late = adjust({ amount: '1039.58', degree: '80' });
    expect(after(...life).when(adjust({ amount: '1039.58' }))).toMatchObject({ refusal: 'objective/not-scored' });
    expect(after(...life).when(late)).toMatchObject({
      events: [{ data: { before: '1234.50', after: '1039.58', degree: '80' } }],
    });
    expect(after(...life).when({ ...late, amount: '1039.59' })).toMatchObject({ facts: { max: '1039.58' } });
    const anew = after(...life, late, ...judgedAnew('50'));
    expect(anew.when(liquidate({ runId: 'altra' }))).toMatchObject({ refusal: 'objective/adjustment-needed' });
    expect(anew.when(adjust({ runId: 'x', amount: '649.74' }))).toMatchObject({
      events: [{ data: { before: '1039.58', after: '649.74' } }],
    });
    expect(anew.when(adjust({ runId: 'x', amount: '649.75' }))).toMatchObject({
      facts: { last: '1039.58', max: '649.74' },
    });
  });
});
