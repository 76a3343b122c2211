import fc from 'fast-check';
import { addDays } from './civil.js';
import { romeDayOf, romeMidnightAfter, romeMidnightOf } from './rome.js';

const inRome = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Rome',
  dateStyle: 'short',
  timeStyle: 'medium',
});

describe('days in Rome', () => {
  it('given every day from 2015 to 2040, when it ends, then clocks in Rome show 00:00 of the next one', () => {
    const wrong: string[] = [];
    for (let day = '2015-01-01'; day <= '2040-12-31'; day = addDays(day, 1)) {
      const midnight = romeMidnightAfter(day);
      const shown = inRome.format(new Date(midnight));
      if (shown !== `${addDays(day, 1)} 00:00:00`) wrong.push(`the day after ${day} begins at ${shown}`);
      const justBefore = new Date(Date.parse(midnight) - 1).toISOString();
      if (romeDayOf(justBefore) !== day) wrong.push(`${justBefore} is not of ${day}`);
      if (romeDayOf(midnight) !== addDays(day, 1)) wrong.push(`${midnight} is still of ${day}`);
    }
    expect(wrong).toEqual([]);
  });

  it('given any instant from 2015 to 2040, when asked for its day, then Rome says the same', () => {
    const range = { min: new Date('2015-01-01'), max: new Date('2040-12-31'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(range), (date) => {
        expect(romeDayOf(date.toISOString())).toBe(inRome.format(date).slice(0, 10));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['2022-03-27', '2022-10-30'])(
    'given the change of clocks on %s, when its hours pass, then the day stays',
    (day) => {
      expect(romeMidnightOf(day)).toBe(romeMidnightAfter(addDays(day, -1)));
      for (let hour = 0; hour < 21; hour += 1) {
        expect(romeDayOf(`${day}T${String(hour).padStart(2, '0')}:30:00.000Z`)).toBe(day);
      }
    },
  );

  it.each(['2022-05-16', '2022-05-16T08:00:00Z', '2022-05-16T10:00:00.000+02:00', '2022-02-30T08:00:00.000Z', 'now'])(
    'given %s, when asked for its day, then the caller hears that it is no instant',
    (text) => {
      expect(() => romeDayOf(text)).toThrow(RangeError);
    },
  );
});
