import { reserveLeft } from './reserve-left.js';

const run = { run_id: 'aree', reserve: '950.00', status: 'liquidated' } as const;
const paid = { settles: 'aree', status: 'liquidated', total: '300.25' } as const;

describe('what is left of a reserve', () => {
  it.each([
    ['no later run, all of it', [], '950.00'],
    ['two later runs that were liquidated, what they did not pay', [paid, { ...paid, total: '100.00' }], '549.75'],
    ['a later run that is on its way, all of it', [{ ...paid, status: 'authorised' } as const], '950.00'],
    ['a later run out of the reserve of another, all of it', [{ ...paid, settles: 'segretario' }], '950.00'],
  ])('given %s', (_, later, left) => {
    expect(reserveLeft(run, later)).toBe(left);
  });

  it('given a run without one, or not liquidated yet, is nothing to speak of', () => {
    expect(reserveLeft({ ...run, reserve: '0.00' }, [])).toBeNull();
    expect(reserveLeft({ ...run, status: 'authorised' }, [])).toBeNull();
  });
});
