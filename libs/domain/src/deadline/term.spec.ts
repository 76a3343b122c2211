import fc from 'fast-check';
import { addDays, lastDayOfMonth } from '../calendar/civil.js';
import { termFrom } from './term.js';

describe('a term that is counted from a fact', () => {
  it.each([
    ['30 giorni', '2022-03-10', '2022-04-09'],
    ['30 gg.', '2022-03-10', '2022-04-09'],
    ['Trenta  giorni', '2022-03-10', '2022-04-09'],
    ['un giorno', '2022-12-31', '2023-01-01'],
    ['due settimane', '2022-03-10', '2022-03-24'],
    ['un mese', '2022-01-31', '2022-02-28'],
    ['3 mesi', '2022-11-15', '2023-02-15'],
    ['un anno', '2024-02-29', '2025-02-28'],
    ['24 ore', '2022-03-10', '2022-03-11'],
    ['mese successivo', '2022-01-10', '2022-02-28'],
    ['mese seguente', '2022-12-31', '2023-01-31'],
    ['bimestre successivo', '2022-03-10', '2022-06-30'],
    ['trimestre successivo', '2022-03-31', '2022-06-30'],
    ['quadrimestre successivo', '2022-04-30', '2022-08-31'],
    ['quadrimestre successivo', '2022-05-01', '2022-12-31'],
    ['quadrimestre successivo', '2022-10-01', '2023-04-30'],
    ['semestre successivo', '2022-02-01', '2022-12-31'],
    ['anno successivo', '2022-02-01', '2023-12-31'],
    ['5 del mese successivo', '2022-12-20', '2023-01-05'],
    ['31 del mese successivo', '2022-01-20', '2022-02-28'],
    ['30 (trenta) giorni naturali e consecutivi', '2022-03-10', '2022-04-09'],
    ['quarantacinque giorni', '2022-03-10', '2022-04-24'],
  ])('given «%s» from %s, then until %s', (within, day, until) => {
    expect(termFrom(within, day)).toBe(until);
  });

  it.each([
    '10 giorni lavorativi',
    '40 del mese successivo',
    'breve termine',
    'molti giorni',
    '',
    'settimana successiva',
    '3',
  ])('given «%s», then it is not counted', (within) => {
    expect(termFrom(within, '2022-03-10')).toBeNull();
  });

  it('for any day, a term of days is as many later, and one of the next period ends after that day, on the last of a month', () => {
    const day = fc.integer({ min: 0, max: 5000 }).map((after) => addDays('2020-01-01', after));
    const period = fc.constantFrom('mese', 'bimestre', 'trimestre', 'quadrimestre', 'semestre', 'anno');
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 999 }), period, (from, days, next) => {
        expect(termFrom(`${days} giorni`, from)).toBe(addDays(from, days));
        const end = termFrom(`${next} successivo`, from) ?? '';
        expect(end > from).toBe(true);
        expect(end).toBe(lastDayOfMonth(end));
        // whoever comes to know of it later in the period has the same last day
        expect([end, termFrom(`${next} successivo`, end)]).toContain(termFrom(`${next} successivo`, addDays(from, 1)));
      }),
    );
  });
});
