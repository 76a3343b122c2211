import { office, step } from '../testing/workflow.js';
import { isSame, isSameAgreement, isSameWait } from './same-definition.js';

const waiting = step('parere', [office('segretario')], {
  term: { workingDays: 10 },
  onTimeout: [{ after: 1, do: 'remind' }],
  act: { kinds: ['DGC'] },
});

describe('what a version has of another one', () => {
  it('given the same in another order of its keys, then it is the same, however deep it lies', () => {
    expect(isSame({ who: { office: 'giunta', from: 1 }, to: 2 }, { to: 2, who: { from: 1, office: 'giunta' } })).toBe(
      true,
    );
    expect(isSame([{ a: 1, b: null }], [{ b: null, a: 1 }])).toBe(true);
    expect(isSame({ a: 1, b: 2 }, { a: 2, b: 1 })).toBe(false);
    expect(isSame({ a: 1 }, { b: 1 })).toBe(false);
    expect(isSame({}, { a: 1 })).toBe(false);
  });

  it('given a list, then its order says something: who follows whom, and which time-out comes first', () => {
    expect(isSame(['giunta', 'nucleo'], ['nucleo', 'giunta'])).toBe(false);
    expect(isSame(['giunta'], { 0: 'giunta' })).toBe(false);
  });

  it('given a step that waits, then it goes on waiting while its term and its time-outs are the same, whoever it is for', () => {
    expect(isSameWait(waiting, { ...waiting, who: [office('giunta')], act: null })).toBe(true);
    expect(isSameWait(waiting, { ...waiting, id: 'altro' })).toBe(false);
    expect(isSameWait(waiting, { ...waiting, term: { workingDays: 11 } })).toBe(false);
    expect(isSameWait(waiting, { ...waiting, onTimeout: [] })).toBe(false);
    expect(isSameWait(waiting, null)).toBe(false);
    expect(isSameWait(null, waiting)).toBe(false);
    expect(isSameWait(null, null)).toBe(true);
  });

  it('given a step, then who agreed has agreed while the same people agree in the same way by the same act, whenever it is due', () => {
    expect(isSameAgreement(waiting, { ...waiting, term: null, onTimeout: [] })).toBe(true);
    expect(isSameAgreement(waiting, { ...waiting, id: 'altro' })).toBe(false);
    expect(isSameAgreement(waiting, { ...waiting, who: [office('giunta')] })).toBe(false);
    expect(isSameAgreement(waiting, { ...waiting, agreement: { kind: 'all', of: 'offices' } })).toBe(false);
    expect(isSameAgreement(waiting, { ...waiting, act: null })).toBe(false);
    expect(isSameAgreement(waiting, null)).toBe(false);
    expect(isSameAgreement(null, waiting)).toBe(false);
    expect(isSameAgreement(null, null)).toBe(true);
  });
});
