import { routes } from '#contract';
import { faultsOf, ofVariation, sentOf, type TypedOutcome } from './typed-outcome.js';

const typed: TypedOutcome = {
  outcome: 'approve',
  note: 'visto',
  points: ' Quanti?\n\nQuando? ',
  returnBy: '2022-10-10',
  degree: ' 62,5 ',
  effect: 'reduced',
  reason: 'un dato manca',
};
const act = { kind: 'DGC', number: '212', date: '2022-10-03' };
const nothing = { note: '', act: null, points: [], returnBy: null, degree: null, effect: null, reason: '' };

describe('what is said at a step', () => {
  it.each([
    ['approve', { note: 'visto', act, effect: 'reduced' }],
    ['return', { points: ['Quanti?', 'Quando?'], returnBy: '2022-10-10' }],
    ['reject', { reason: 'un dato manca' }],
    ['correct-degree', { degree: '62.5', reason: 'un dato manca', act }],
  ] as const)('given %s, sends only what is of it', (outcome, sent) => {
    expect(sentOf({ ...typed, outcome }, act)).toEqual({ ...nothing, outcome, ...sent });
  });

  it.each(['approve', 'return', 'reject'] as const)(
    'given %s at a step of a variation, sends what the contract of that takes',
    (outcome) => {
      const body = routes.takeStep.body.parse({ step: 'deliberazione', ...sentOf({ ...typed, outcome }, act) });
      const { step, ...said } = routes.takeVariationStep.body.parse(ofVariation(body));
      expect({ ...body, ...said }).toEqual({ ...body, step });
    },
  );

  it('given a corrected degree, then it is no outcome of a variation', () => {
    expect(ofVariation({ outcome: 'correct-degree' })).toBeNull();
  });

  it.each([
    ['approve', {}, true, ['act', 'note']],
    ['approve', {}, false, []],
    ['approve', { act, note: 'primo anno' }, true, []],
    ['return', {}, true, ['points']],
    ['reject', {}, true, ['reason']],
    ['correct-degree', { degree: '120' }, false, ['degree', 'reason']],
    ['correct-degree', { degree: '100', reason: 'x', act }, true, []],
  ] as const)('given %s with %j, tells what it lacks', (outcome, said, needsAct, faults) => {
    // what needs its act here has findings to accept besides
    expect(faultsOf({ ...nothing, outcome, ...said }, { needsAct, isToWaive: needsAct })).toEqual(faults);
  });
});
