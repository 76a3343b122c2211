import { BackOff } from './back-off.js';

const at = 1_000_000;

function failing(times: number): BackOff {
  const backOff = new BackOff();
  for (let n = 0; n < times; n++) backOff.failed('anna', at);
  return backOff;
}

describe('backing off after failed sign-ins', () => {
  it('given two failures, then the next try need not wait', () => {
    expect(failing(2).waitMs('anna', at)).toBe(0);
  });

  it.each([
    [3, 1000],
    [4, 2000],
    [6, 8000],
    [30, 60_000],
  ])('given %i failures, then the next try waits %i ms', (times, wait) => {
    expect(failing(times).waitMs('anna', at)).toBe(wait);
  });

  it('given a wait that is over, then the next try is let through', () => {
    expect(failing(3).waitMs('anna', at + 1000)).toBe(0);
  });

  it('given failures of one name, then another name need not wait', () => {
    expect(failing(9).waitMs('bruno', at)).toBe(0);
  });

  it('given a success, then earlier failures are forgotten', () => {
    const backOff = failing(9);
    backOff.succeeded('anna');
    expect(backOff.waitMs('anna', at)).toBe(0);
  });

  it('given a quarter of an hour without failures, then counting starts anew', () => {
    const backOff = failing(9);
    backOff.failed('anna', at + 16 * 60_000);
    expect(backOff.waitMs('anna', at + 16 * 60_000)).toBe(0);
  });
});
