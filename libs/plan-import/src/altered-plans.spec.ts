import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PlanReading } from './plan-reading.js';
import { readPlan } from './read-plan.js';

const original = readFileSync(resolve(__dirname, '../../../examples/comune/piano-2022.md'), 'utf8');
const read = readPlan(original);

const MONTHS = ['gennaio', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno', 'luglio', 'agosto', 'settembre', 'ottobre', 'novembre', 'dicembre']; // prettier-ignore

type Row = readonly string[];
const isHeader = (cells: Row) => cells.includes('AREA') || cells.includes('<b>AREA</b>');

function onRows(change: (cells: Row) => Row, text = original): string {
  const lines = text.split('\n').map((line) => (line.includes('\t') ? change(line.split('\t')).join('\t') : line));
  return lines.join('\n');
}

const renamed = (names: Row) => onRows((cells) => (isHeader(cells) ? names : cells));

/** Weights of the weight column times a factor; sentences on money stay. */
const scaled = (factor: number) =>
  onRows((cells) => {
    if (isHeader(cells) || /[a-z]{4}/i.test((cells[4] ?? '').replace(/<[^>]+>/g, ''))) return cells;
    const weights = (cells[4] ?? '').replace(/\d+(?:,\d+)?/g, (number) =>
      String(Number(number.replace(',', '.')) * factor).replace('.', ','),
    );
    return [...cells.slice(0, 4), weights, ...cells.slice(5)];
  });

function piped(lineBreak: string): string {
  let first = true;
  const lines = original.split('\n').flatMap((line) => {
    if (!line.includes('\t')) {
      first = true;
      return [line];
    }
    const cells = line.split('\t').map((cell) => cell.replace(/ {2,}/g, lineBreak));
    const row = `| ${cells.join(' | ')} |`;
    const rows = first ? [row, `|${cells.map(() => '---').join('|')}|`] : [row];
    first = false;
    return rows;
  });
  return lines.join('\n');
}

const CEILINGS = /in tutto non più di 60 punti.*Generale\./;
const worded = (words: string) => original.replace(CEILINGS, words);

const sameFacts: Record<string, string> = {
  'columns in another order': onRows(([a, b, c, d, e, f]) => [e, c, a, d, b, f].map((cell) => cell ?? '')),
  'columns in reverse': onRows((cells) => [...cells].reverse()),
  'columns called settore, risultato atteso, punti': renamed(['N.', 'Obiettivo', 'Settore', 'Risultato atteso', 'Punti', 'Consuntivo']),
  'columns called servizio, indicatori, peso %': renamed(['Nr', 'Descrizione obiettivo', 'Servizio', 'Indicatori', 'Peso %', 'Risultato raggiunto']),
  'columns called centro di responsabilità, pesatura': renamed(['#', 'Progetto', 'Centro di responsabilità', 'Indicatori di risultato', 'Pesatura', 'Grado di realizzazione']),
  'columns called struttura, azioni previste, punteggio': renamed(['', 'Titolo', 'Struttura', 'Azioni previste', 'Punteggio', 'Esito']),
  'columns called attività / obiettivo, performance prevista, valore': renamed(['', 'Attività / Obiettivo', 'Responsabile', 'Performance prevista', 'Valore', 'Note']),
  'columns called assegnatario, cosa ci si aspetta, incidenza %': renamed(['#', 'Obiettivo', 'Assegnatario', 'Cosa ci si aspetta', 'Incidenza %', 'Note']),
  'weights in points': onRows((cells) => cells.map((cell, index) => (index === 4 ? cell.replace(/^(\d+(?:,\d+)?)$/, '$1 punti') : cell))),
  'all heads of area called E.Q.': original.replaceAll('P.O.', 'E.Q.'),
  'areas with a number': ['AFFARI GENERALI', 'LAVORI PUBBLICI', 'POLIZIA LOCALE'].reduce((text, name, index) => text.replaceAll(name, `AREA ${index + 1} - ${name}`), original),
  'headings in lower case': onRows((cells) => (isHeader(cells) ? cells.map((cell) => cell.toLowerCase()) : cells)),
  'headings in bold': onRows((cells) => (isHeader(cells) ? cells.map((cell) => (cell === '' ? '' : `**${cell}**`)) : cells)),
  'a column more': onRows((cells) => [...cells.slice(0, 3), isHeader(cells) ? 'Scadenza' : '', ...cells.slice(3)]),
  'no last column': onRows((cells) => cells.slice(0, 5)),
  'pipe tables': piped('  '),
  'pipe tables with <br>': piped('<br>'),
  'blanks cut off at the end of lines': original.split('\n').map((line) => line.trimEnd()).join('\n'),
  'no markup around headings': original.split('\n').map((line) => (line.includes('\t') ? line : line.replace(/\*{4}/g, '\n').replace(/[*#]|<[^>]+>/g, ''))).join('\n'),
  'no HTML, breaks kept': original.replace(/<\/p> ?<p>|<\/p>\s*<ul[^>]*>\s*|<\/li>\s*<li>|<\/ul>\s*<p>/g, '  ').replace(/<[^>]+>/g, ''),
  'bold by underscores': original.replaceAll('**', '__'),
  'Windows line ends and a byte order mark': `\ufeff${original.replaceAll('\n', '\r\n')}`,
  'blanks that do not break': original.replaceAll(' ', '\u00a0'),
  'accents as separate characters': original.normalize('NFD'),
  'decimal points': onRows((cells) => cells.map((cell, index) => (index === 4 ? cell.replace(/(\d),(\d)/g, '$1.$2') : cell))),
  'areas in title case': onRows((cells) => (isHeader(cells) ? cells : cells.map((cell, index) => (index === 2 ? cell.replace(/\p{Lu}{3,}/gu, titleCase) : cell)))),
  'missione instead of mission': original.replace(/MISSION (?=\d)/g, 'MISSIONE '),
  'missions with other numbers': original.replace(/MISSION (\d+)/g, (_, number) => `MISSION ${Number(number) + 30}`),
  'dates with the name of the month': original.replace(/(\d{1,2})[./](\d{1,2})[./]2022/g, (_, day, month) => `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} 2022`),
  'a header repeated within a table': repeatedHeader(),
  'ceilings as a sum': worded('la somma dei pesi non può superare 60 per ciascun responsabile, 20 per il Segretario.'),
  'ceilings as totals': worded('per ogni area il totale dei pesi è pari a 60, mentre per il Segretario Generale è pari a 20.'),
  'ceilings as maximum points': worded('fino a un massimo di 60 punti per posizione organizzativa e di 20 punti per il Segretario.'),
  'ceilings with the Segretario first': worded('(peso massimo: Segretario Generale 20, Aree 60).'),
  'ceilings in brackets': worded('(max peso 60/area per le PO e max peso 20 per il Segretario Generale).'),
}; // prettier-ignore

function titleCase(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase();
}

function repeatedHeader(): string {
  const lines = original.split('\n');
  const header = lines.find((line) => line.includes('\tAREA\t')) ?? '';
  const row = lines.findIndex((line) => line.startsWith('\t\t') && !line.includes('AREA\t'));
  return [...lines.slice(0, row), header, ...lines.slice(row)].join('\n');
}

/** What stays the same however the plan is laid out. */
function facts({ reading, readings, questions, problems, document }: PlanReading) {
  const deadlines = document?.objectives.flatMap((objective) => objective.deadlines.map(({ kind }) => kind)).sort();
  return {
    counts: reading.counts,
    weights: Object.values(reading.weightByArea).sort(),
    readings,
    questions: questions.length,
    problems,
    deadlines,
  };
}

describe('a plan laid out in another way', () => {
  it.each(Object.entries(sameFacts))('is read alike: %s', (_, text) => {
    expect(text).not.toBe(original);
    expect(facts(readPlan(text))).toEqual(facts(read));
  });

  it('keeps its facts in another year', () => {
    const other = readPlan(original.replaceAll('2022', '2024').replaceAll('14.03.22', '14.03.24'));
    expect(facts(other)).toEqual(facts(read));
    expect(other.document?.horizon).toBe('2024-12-31');
    expect(other.reading.plan.act).toEqual({ kind: 'DGC', number: '103', date: '2024-05-16' });
    const days = other.document?.objectives.flatMap(({ deadlines }) =>
      deadlines.flatMap((one) => ('on' in one ? one.on : [])),
    );
    expect(new Set(days?.map((day) => day.slice(0, 4)))).toEqual(new Set(['2024']));
  });

  it.each([
    [0.5, '30', '10'],
    [2, '120', '40'],
  ])('weighs against other ceilings: weights times %d', (factor, area, segretario) => {
    const text = scaled(factor)
      .replace('non più di 60', `non più di ${area}`)
      .replace('non più di 20', `non più di ${segretario}`);
    const { reading, readings, questions } = readPlan(text);
    expect(new Set(Object.values(reading.weightByArea))).toEqual(new Set([area, segretario]));
    expect([readings.withinCeilings, readings.saturating, questions.length]).toEqual([16, 1, 1]);
  });

  it('asks what ceilings that nothing reaches cannot settle, and proposes the same', () => {
    const { reading, readings, questions } = readPlan(original.replace('non più di 60', 'non più di 100'));
    expect(readings.saturating).toBe(0);
    expect(questions.length).toBeGreaterThan(1);
    expect(reading).toEqual(read.reading);
  });

  it('takes ceilings that the text does not give', () => {
    const silent = worded('secondo la tabella allegata.');
    expect(readPlan(silent).readings.withinCeilings).toBe(288);
    expect(facts(readPlan(silent, { ceilings: { area: '60', segretario: '20' } }))).toEqual(facts(read));
  });

  it('learns the areas of another body from its own cells', () => {
    const text = original
      .replaceAll('FIN.\t', 'FINANZIARIA\t')
      .replaceAll('FINANZIARIA', 'SETTORE 3 - RAGIONERIA E TRIBUTI')
      .replaceAll('LAVORI PUBBLICI', 'OPERE PUBBLICHE E DEMANIO')
      .replace('LL.PP.', 'OO.PP. E DEMANIO')
      .replace('LL. PP.', 'OO. PP. e Demanio')
      .replaceAll('SERVIZI SOCIALI', 'SERVIZI ALLA PERSONA')
      .replaceAll('POLIZIA LOCALE', 'VIGILANZA')
      .replaceAll('COMUNE DI ESEMPIO', 'UNIONE DEI COMUNI DELLA VALLE');
    const other = readPlan(text);
    expect(facts(other)).toEqual(facts(read));
    expect(other.reading.plan.body).toBe('UNIONE DEI COMUNI DELLA VALLE');
    expect(other.document?.areas.map(({ id }) => id)).toContain('opere-pubbliche-e-demanio');
  });

  it('reads a plan without its list of missions', () => {
    const from = original.indexOf('## MISSION E OBIETTIVI');
    const to = original.indexOf('## **PROGETTI E INDICATORI');
    const { reading } = readPlan(original.slice(0, from) + original.slice(to));
    expect(reading.counts).toEqual({ ...read.reading.counts, missions: 14, strategicObjectives: 20 });
  });

  it('reads cells whose line breaks were lost altogether', () => {
    const { reading, readings } = readPlan(original.replace(/<\/?(?:p|ul|li|u|b)(?:\s[^>]*)?>/g, ''));
    expect([reading.counts.shares, readings.saturating]).toEqual([44, 1]);
  });
});

describe('ceilings that nobody fills', () => {
  it.each([
    ['80', '30'],
    ['100', '40'],
  ])(
    'given %s for an area and %s for the Segretario, then the plan is read, not taken for one cut off',
    (area, segretario) => {
      const roomy = readPlan(
        worded(`(max peso ${area}/area per le PO e max peso ${segretario} per il Segretario Generale).`),
      );
      expect(roomy.problems).toEqual([]);
      expect(roomy.reading.counts).toEqual(read.reading.counts);
    },
  );
});
