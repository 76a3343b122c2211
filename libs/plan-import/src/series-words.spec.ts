import { instancesOf, type Deadline } from '#domain';
import { deadlinesIn, unreadIn } from './deadline-words.js';

const time = { year: 2026, horizon: '2026-12-31' };
const common = { id: 'd', shareIds: ['s'], text: '' };
const days = (text: string) =>
  deadlinesIn(text, time).flatMap((words) =>
    words.kind === 'as-of' || words.kind === 'after' ? [] : instancesOf({ ...common, ...words } as Deadline),
  );
const due = (text: string) => days(text).map(({ dueOn }) => dueOn);

describe('the day on which the reports of a series are due', () => {
  it.each([
    ['Report mensile', ['2026-01-31', '2026-02-28', '2026-12-31'], 12],
    ['Report mensile entro il 30/11/2026', ['2026-01-31', '2026-02-28', '2026-11-30'], 11],
    ['Report mensile entro la fine di ogni mese', ['2026-01-31', '2026-02-28', '2026-12-31'], 12],
    ['Report mensile entro il giorno 5 di ogni mese', ['2026-01-05', '2026-02-05', '2026-12-05'], 12],
    ['Report mensile, entro il 30 di ogni mese', ['2026-01-30', '2026-02-28', '2026-12-30'], 12],
    ['Report il giorno 5 ogni mese', ['2026-01-05', '2026-02-05', '2026-12-05'], 12],
    ['Report mensile su almeno 3 ogni mese', ['2026-01-31', '2026-02-28', '2026-12-31'], 12],
    ['Report ogni mese, il 5 del mese', ['2026-01-05', '2026-02-05', '2026-12-05'], 12],
    ['Report mensile dal 20/06/2026, entro il giorno 5 di ogni mese', ['2026-07-05', '2026-08-05', '2026-12-05'], 6],
    ['Report mensile entro il 10 del mese successivo', ['2026-02-10', '2026-03-10', '2027-01-10'], 12],
    ['Report mensile entro il giorno 10 del mese seguente', ['2026-02-10', '2026-03-10', '2027-01-10'], 12],
    ['Report mensile entro il decimo giorno del mese successivo', ['2026-02-10', '2026-03-10', '2027-01-10'], 12],
    ['Report mensili entro i primi dieci giorni del mese successivo', ['2026-02-10', '2026-03-10', '2027-01-10'], 12],
    ['Report mensile entro la prima decade del mese successivo', ['2026-02-10', '2026-03-10', '2027-01-10'], 12],
    ['Report mensile entro 10 giorni dalla fine di ogni mese', ['2026-02-10', '2026-03-10', '2027-01-10'], 12],
    ['Report mensile entro il mese successivo', ['2026-02-28', '2026-03-31', '2027-01-31'], 12],
    [
      'Report mensile dal 01/03/2026 al 30/06/2026 entro il 10 del mese successivo',
      ['2026-04-10', '2026-05-10', '2026-07-10'],
      4,
    ],
    ['Report settimanale', ['2026-01-04', '2026-01-11', '2026-12-31'], 53],
    ['Report settimanale ogni venerdì', ['2026-01-02', '2026-01-09', '2026-12-25'], 52],
    ['Report settimanale, entro il lunedì successivo', ['2026-01-05', '2026-01-12', '2027-01-04'], 53],
    ['Report trimestrale', ['2026-03-31', '2026-06-30', '2026-12-31'], 4],
    ['Report trimestrale entro il 15 del mese successivo', ['2026-04-15', '2026-07-15', '2027-01-15'], 4],
    ['Relazione semestrale entro 30 giorni dalla fine del semestre', ['2026-07-30', '2027-01-30', '2027-01-30'], 2],
  ])('given «%s», when read, then %j', (text, [first, second, last], count) => {
    const found = due(text);
    expect([found[0], found[1], found.at(-1)]).toEqual([first, second, last]);
    expect(found).toHaveLength(count);
    expect(unreadIn(text, time)).toBeNull();
  });

  it.each([
    ['Report mensile entro 5 giorni lavorativi del mese successivo', 'entro 5 giorni lavorativi del mese successivo'],
    ['Report mensile entro il giorno 40 di ogni mese', 'entro il giorno 40 di ogni mese'],
    ['Report mensile, non oltre la terza settimana', 'non oltre la terza settimana'],
    ['Report settimanale dal lunedì al venerdì', 'lunedì'],
    ['Report settimanale sul mercato del lunedì', 'lunedì'],
    ['Report trimestrale entro il 10 del mese', 'entro il 10 del mese'],
  ])('given «%s», when read, then it is asked what «%s» means', (text, words) => {
    expect(unreadIn(text, time)).toBe(words);
  });

  it('given no series, when read, then nothing is asked', () => {
    expect(unreadIn('Relazione entro 30 giorni dal verbale', time)).toBeNull();
    expect(unreadIn('Report mensile e relazione entro fine anno', time)).toBeNull();
  });
});

describe('a state as of a day', () => {
  it.each([
    ['Situazione dei pagamenti al 30/04/2026', ['2026-04-30']],
    ['Rapporto al 30/09/2026 e al 30/11/2026', ['2026-09-30', '2026-11-30']],
    ['Residui ridotti del 10% rispetto al 30/06/2026', []],
    ['Consistenza del personale al 01/01/2026', []],
    ['Debiti al 31/12/2025', []],
  ])('given «%s», when read, then as of %j', (text, expected) => {
    expect(deadlinesIn(text, time).flatMap((one) => (one.kind === 'as-of' ? [one.asOf] : []))).toEqual(expected);
  });

  it.each([
    ['Rapporto al 30/09/2026 entro il 10/10/2026', [['2026-09-30', 10]]],
    ['Rapporto al 30/09/2026, da presentare entro il 30/09/2026', [['2026-09-30', 0]]],
    [
      'Situazione dei pagamenti al 30/04/2026; relazione entro il 30/06/2026',
      [['2026-04-30', undefined], '2026-06-30'],
    ],
    [
      'Rapporto al 30/09/2026 e al 30/11/2026, entro il 15/12/2026',
      [
        ['2026-09-30', undefined],
        ['2026-11-30', 15],
      ],
    ],
    ['Rapporto al 30/09/2026, entro il 31/03/2026 la bozza', [['2026-09-30', undefined], '2026-03-31']],
  ])(
    'given «%s», when read, then it is due when its own clause says, and what another says is another',
    (text, expected) => {
      const read = deadlinesIn(text, time).map((one) =>
        one.kind === 'as-of' ? [one.asOf, one.graceDays] : one.kind === 'fixed' ? one.on : one.kind,
      );
      expect(read).toEqual(expected);
    },
  );
});
