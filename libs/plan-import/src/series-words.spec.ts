import fc from 'fast-check';
import { addDays, instancesOf, lastDayOfMonth, termFrom, type Deadline } from '#domain';
import { deadlinesIn, deadlinesOfCell, unreadIn, unreadInCell } from './deadline-words.js';

const time = { year: 2026, horizon: '2026-12-31' };
const common = { id: 'd', shareIds: ['s'], text: '' };
const days = (text: string) =>
  deadlinesIn(text, time).flatMap((words) =>
    words.kind === 'as-of' || words.kind === 'after' ? [] : instancesOf({ ...common, ...words } as Deadline),
  );
const due = (text: string) =>
  days(text)
    .map(({ dueOn }) => dueOn)
    .toSorted();

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
    ['Report entro il 15 e il 30 di ogni mese', ['2026-01-15', '2026-01-30', '2026-12-30'], 24],
    ['Report mensile entro il 15 e il 30 del mese', ['2026-01-15', '2026-01-30', '2026-12-30'], 24],
    ['Report ogni mese, il 15 e il 30', ['2026-01-15', '2026-01-30', '2026-12-30'], 24],
    ['Report mensile entro il 5', ['2026-01-05', '2026-02-05', '2026-12-05'], 12],
    [
      'Report mensile entro il 10 del mese successivo a quello di riferimento',
      ['2026-02-10', '2026-03-10', '2027-01-10'],
      12,
    ],
    ['Report mensile dal 1/3 entro il giorno 5 di ogni mese', ['2026-03-05', '2026-04-05', '2026-12-05'], 10],
    ['Report mensile da marzo a settembre', ['2026-03-31', '2026-04-30', '2026-09-30'], 7],
    ['Report mensile entro giugno', ['2026-01-31', '2026-02-28', '2026-06-30'], 6],
    ['Report mensile e relazione finale entro il 30/11/2026', ['2026-01-31', '2026-02-28', '2026-12-31'], 13],
    ['Verifica ogni venerdì', ['2026-01-02', '2026-01-09', '2026-12-25'], 52],
    ['Controlli ogni venerdì del mese', ['2026-01-02', '2026-01-09', '2026-12-25'], 52],
    ['Controlli ogni venerdì di ogni mese', ['2026-01-02', '2026-01-09', '2026-12-25'], 52],
    ['Invio ogni lunedì e giovedì', ['2026-01-01', '2026-01-05', '2026-12-31'], 105],
    ['Invio tutti i lunedì', ['2026-01-05', '2026-01-12', '2026-12-28'], 52],
    ['Report ogni 3 mesi', ['2026-03-31', '2026-06-30', '2026-12-31'], 4],
    ['Report trimestrale dal 01/04/2026', ['2026-06-30', '2026-09-30', '2026-12-31'], 3],
    ['Relazione semestrale al 30/06/2026 e al 31/12/2026', ['2026-06-30', '2026-12-31', '2026-12-31'], 2],
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
    expect(unreadIn(text, time)).toEqual([]);
  });

  it.each([
    ['Report mensile entro 5 giorni lavorativi del mese successivo', 'entro 5 giorni lavorativi del mese successivo'],
    ['Report mensile entro il giorno 40 di ogni mese', 'entro il giorno 40 di ogni mese'],
    ['Report mensile, non oltre la terza settimana', 'non oltre la terza settimana'],
    ['Report settimanale dal lunedì al venerdì', 'lunedì al venerdì'],
    ['Report settimanale sul mercato del lunedì', 'lunedì'],
    ['Report mensile ogni venerdì', 'ogni venerdì'],
    ['Report mensile il primo venerdì di ogni mese', 'primo venerdì di ogni mese'],
    ['Controlli il primo lunedì del mese', 'primo lunedì del mese'],
    ['Sportello almeno tre volte a settimana', 'tre volte a settimana'],
    ['Report bimensile', 'bimensile'],
    ['Report ogni 15 giorni', 'ogni 15 giorni'],
    ['Verifica due volte al mese', 'due volte al mese'],
    ['Report trimestrale e relazione entro il 30/11/2026 e il 15/12/2026', '15/12/2026'],
    ['Report mensile, almeno due giorni del mese entro 5 giorni del mese', 'entro 5 giorni del mese'],
    ['Consegna dal 1/3', 'dal 1/3'],
    ['Inaugurazione il 15/06/2026', '15/06/2026'],
    ['Avvio nel secondo semestre', 'nel secondo semestre'],
    ['Lavori da marzo', 'da marzo'],
    ['Pubblicazione prima del 30/06/2026', 'prima del 30/06/2026'],
    ['Adempimento entro i termini di legge', 'entro i termini di legge'],
    ['Consegna entro 15 giorni', 'entro 15 giorni'],
    ['Collaudo nei giorni successivi alla posa', 'giorni successivi alla posa'],
    ['Report trimestrale entro il 10 del mese', 'entro il 10 del mese'],
  ])('given «%s», when read, then it is asked what «%s» means', (text, words) => {
    expect(unreadIn(text, time)).toEqual([words]);
  });

  it('given no series, when read, then nothing is asked', () => {
    expect(unreadIn('Relazione entro 30 giorni dal verbale', time)).toEqual([]);
    expect(unreadIn('Report mensile e relazione entro fine anno', time)).toEqual([]);
  });

  it.each([
    'Riduzione della spesa entro il limite di 10.000 euro',
    'Riduzione entro il 5% degli scostamenti',
    'Segnalazioni prese in carico entro due ore: 90%',
    'Risposta a ogni cittadino e a ogni istanza',
    'Applicazione della norma e successive modifiche',
    'Apertura dal lunedì al venerdì, dalle 8.30 alle 12.30',
    'Relazione annuale, prima bozza',
    'Aggiornamento del piano triennale 2026/2028',
    'Contratto del 12/02/2026 in attuazione',
    'Residui ridotti rispetto al 30/06/2026',
    'Consistenza al 01/01/2026',
    'Almeno 5 incontri per 3 giorni a scuola',
  ])('given «%s», which gives nothing a day, when read, then nothing is asked', (text) => {
    expect(unreadIn(text, time)).toEqual([]);
    expect(deadlinesIn(text, time)).toEqual([]);
  });

  it.each([
    ['30/06', ['2026-06-30']],
    ['30/06 - 31/12', ['2026-06-30', '2026-12-31']],
    ['2° semestre', ['2026-12-31']],
    ['giugno e dicembre', ['2026-06-30', '2026-12-31']],
    ['31/01/2027', ['2027-01-31']],
  ])('given «%s» in a column of deadlines, when read, then due on %j', (text, expected) => {
    expect(deadlinesOfCell(text, time).map((one) => (one.kind === 'fixed' ? one.on : one.kind))).toEqual(expected);
    expect(unreadInCell(text, time)).toEqual([]);
  });

  it.each([['dopo Pasqua'], ['in autunno'], ['30/06 circa e poi si vede']])(
    'given «%s» in a column of deadlines, when nothing is read of it, then it is asked what it means',
    (text) => {
      expect(unreadInCell(text, time)).toEqual([text]);
    },
  );

  it.each(['', '-', '2026', 'annuale', 'Anno 2026', 'intero anno', 'continuativo', 'in corso d’anno'])(
    'given «%s» in a column of deadlines, when read, then the year is meant and nothing asked',
    (text) => {
      expect(deadlinesOfCell(text, time)).toEqual([]);
      expect(unreadInCell(text, time)).toEqual([]);
    },
  );

  it.each([
    ['Entro il 5 del mese successivo alla consegna', '5 del mese successivo', 'consegna'],
    ['Consegna entro l’anno successivo al collaudo', 'anno successivo', 'collaudo'],
    ['Consegna entro un anno dalla firma', 'un anno', 'firma'],
    ['Entro il mese successivo alla consegna', 'mese successivo', 'consegna'],
    [
      'Avvio entro 30 (trenta) giorni naturali e consecutivi dal verbale',
      '30 (trenta) giorni naturali e consecutivi',
      'verbale',
    ],
    ['Avvio entro 45 giorni dopo la firma', '45 giorni', 'firma'],
  ])('given «%s», when read, then «%s» is counted from «%s»', (text, within, to) => {
    expect(deadlinesIn(text, time)).toEqual([{ kind: 'relative', within, to }]);
    expect(unreadIn(text, time)).toEqual([]);
    expect(termFrom(within, '2026-03-10')).not.toBeNull();
  });

  it.each([
    ['Avvio entro 30 giorni dal 15/03/2026', ['2026-04-14']],
    ['Bilancio entro il 31/01 dell’anno successivo', ['2027-01-31']],
    ['Bilancio entro il 30 aprile dell’anno successivo', ['2027-04-30']],
    ['Bilancio entro gennaio dell’anno successivo', ['2027-01-31']],
    ['Bando entro il 2027', ['2027-12-31']],
    ['Bando entro giugno e dicembre', ['2026-06-30', '2026-12-31']],
    ['Bando entro il terzo trimestre', ['2026-09-30']],
    ['Bando entro il 30.09', ['2026-09-30']],
  ])('given «%s», when read, then due on %j', (text, expected) => {
    expect(deadlinesIn(text, time).map((one) => (one.kind === 'fixed' ? one.on : one.kind))).toEqual(expected);
    expect(unreadIn(text, time)).toEqual([]);
  });

  it('for any series that is written, when read, then it is that series and nothing is asked', () => {
    const names = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'];
    const sorted = (length: number) =>
      fc
        .uniqueArray(fc.integer({ min: 1, max: length }), { minLength: 1, maxLength: 3 })
        .map((days) => days.toSorted((a, b) => a - b));
    const listed = (words: readonly string[]) =>
      [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' e ');
    const from = fc.option(
      fc.integer({ min: 1, max: 6 }).map((month) => `2026-0${month}-01`),
      { nil: null },
    );
    fc.assert(
      fc.property(
        fc.constantFrom<'week' | 'month'>('week', 'month'),
        sorted(7),
        sorted(31),
        from,
        fc.boolean(),
        (every, week, month, begun, next) => {
          const days = every === 'week' ? week : month;
          const since = begun === null ? '' : ` dal ${begun.split('-').toReversed().join('/')}`;
          const on =
            every === 'week'
              ? `ogni ${listed(week.map((day) => names[day - 1] ?? ''))}`
              : `entro il ${listed(month.map((day) => `${day}`))} ${next ? 'del mese successivo' : 'di ogni mese'}`;
          const text = `Report ${every === 'week' ? 'settimanale' : 'mensile'}${since}, ${on}`;
          const read = deadlinesIn(text, time);
          expect(read.map((one) => (one.kind === 'recurring' ? [one.every, one.day] : one))).toEqual(
            days.map((day) => [every, day]),
          );
          const first = () => {
            const start = begun ?? '2026-01-01';
            return every === 'week' || !next ? start : addDays(lastDayOfMonth(start), 1);
          };
          expect(read.map((one) => (one.kind === 'recurring' ? one.from : null))).toEqual(days.map(first));
          expect(unreadIn(text, time)).toEqual([]);
        },
      ),
    );
  });
});

describe('a state as of a day', () => {
  it.each([
    ['Situazione dei pagamenti al 30/04/2026', ['2026-04-30']],
    ['Rapporto al 30/09/2026 e al 30/11/2026', ['2026-09-30', '2026-11-30']],
    ['Report al 30.09 e al 31.12', ['2026-09-30', '2026-12-31']],
    ['Residui ridotti del 10% rispetto al 30/06/2026', []],
    ['Consistenza del personale al 01/01/2026', []],
    ['Debiti al 31/12/2025', []],
  ])('given «%s», when read, then as of %j', (text, expected) => {
    expect(deadlinesIn(text, time).flatMap((one) => (one.kind === 'as-of' ? [one.asOf] : []))).toEqual(expected);
  });

  it.each([
    ['Rapporto al 30/09/2026 entro il 10/10/2026', [['2026-09-30', 10]]],
    ['Rapporto al 30/09/2026, da presentare entro il 30/09/2026', [['2026-09-30', 0]]],
    ['Rapporto al 30/09/2026, da presentare entro 10 giorni', [['2026-09-30', 10]]],
    ['Rapporto al 30/09/2026 entro i 20 giorni successivi', [['2026-09-30', 20]]],
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
