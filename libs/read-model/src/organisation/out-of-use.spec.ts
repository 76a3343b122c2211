import { outOfUseOn } from './out-of-use.js';

const own = (from_day: string, to_day: string | null, person = 'u-1') => ({ stream: person, person, from_day, to_day });
const told = (from_day: string, to_day: string | null) => ({ ...own(from_day, to_day), stream: 'offices' });
const on = (day: string, ...rows: ReturnType<typeof own>[]) => Object.fromEntries(outOfUseOn(rows, day));

describe('accounts that are not in use', () => {
  it('given one that was disabled, then from that day on, and on none before', () => {
    expect(on('2022-06-09', own('2022-01-01', '2022-06-09'))).toEqual({});
    expect(on('2022-06-10', own('2022-01-01', '2022-06-09'))).toEqual({ 'u-1': '2022-06-10' });
    expect(on('2022-07-10', own('2022-01-01', '2022-06-09'), own('2022-01-01', null, 'u-2'))).toEqual({
      'u-1': '2022-06-10',
    });
  });

  it('given one that was enabled again, or changed its office, then it is in use; meanwhile it was not', () => {
    const again = [own('2022-01-01', '2022-03-31'), own('2022-05-01', null)];
    expect(on('2022-06-10', ...again)).toEqual({});
    expect(on('2022-04-30', ...again)).toEqual({ 'u-1': '2022-04-01' });
    expect(on('2022-04-30', own('2022-01-01', '2022-03-31'), own('2022-04-01', null))).toEqual({});
  });

  it('given one that was changed while it was not in use, then since it was disabled', () => {
    const changed = own('2022-05-02', '2022-05-01');
    expect(on('2022-06-10', own('2022-01-01', '2022-03-31'), changed)).toEqual({ 'u-1': '2022-04-01' });
  });

  it('given one that was disabled on its first day, then since then', () => {
    expect(on('2022-06-10', own('2022-05-01', '2022-04-30'))).toEqual({ 'u-1': '2022-05-01' });
  });

  it('given one that is still to be made, or offices that the organisation tells alone, then nothing is said of it', () => {
    expect(on('2022-06-10', own('2022-07-01', '2022-07-31'))).toEqual({});
    expect(on('2022-06-10', told('2022-01-01', '2022-03-31'))).toEqual({});
    expect(on('2022-06-10', own('2022-01-01', null), told('2022-01-01', '2022-03-31'))).toEqual({});
  });
});
