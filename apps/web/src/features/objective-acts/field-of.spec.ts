import { Problem } from '../../client/problem.js';
import { fieldOf } from './field-of.js';

const refused = (code: string, more: object = {}) =>
  new Problem({ type: '', title: '', status: 422, detail: 'no', code, facts: {}, correlationId: '', ...more });

describe('the field that a refusal is about', () => {
  it('given a rule that names its field, then that one', () => {
    expect(fieldOf(refused('value/out-of-range', { facts: { field: 'until' } }))).toBe('until');
    expect(fieldOf(refused('objective/occurred-in-future', { facts: { field: 'act.date' } }))).toBe('act');
  });

  it('given a rule about an act, an opinion or an effect, then the field where that is typed', () => {
    expect(fieldOf(refused('lifecycle/act-of-another-kind'))).toBe('act');
    expect(fieldOf(refused('objective/opinion-after-act'))).toBe('opinion.on');
    expect(fieldOf(refused('objective/effect-missing'))).toBe('effect');
  });

  it('given a request that the contract does not let through, then the first place', () => {
    const errors = [{ path: 'query.occurredOn', message: 'non è un giorno: scriverlo come 2022-12-31' }];
    expect(fieldOf(refused('request/invalid', { errors }))).toBe('occurredOn');
  });

  it('given a rule about how things stand, then none', () => {
    expect(fieldOf(refused('lifecycle/not-allowed'))).toBeNull();
  });
});
