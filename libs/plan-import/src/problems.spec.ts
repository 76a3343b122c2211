import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readPlan } from './read-plan.js';

const original = readFileSync(resolve(__dirname, '../../../examples/comune/piano-2022.md'), 'utf8');
const lines = original.split('\n');

/** The number of the line that holds some words, and the text with that line changed. */
function changed(words: string, change: (line: string) => string): { line: number; text: string } {
  const index = lines.findIndex((line) => line.includes(words));
  const text = lines.map((line, place) => (place === index ? change(line) : line)).join('\n');
  expect(text).not.toBe(original);
  return { line: index + 1, text };
}

const problemsOf = (text: string) => readPlan(text).problems.map(({ line, code }) => [line, code]);

describe('a document that cannot be imported', () => {
  it.each([
    '',
    '\n \n',
    'latte\npane\nuova',
    '| Voce | Importo | Nota |\n|---|---|---|\n| Carta | 100 | - |',
    'a\tb\tc\td\n1\t2\t3\t4',
  ])('is no plan: %j', (text) => expect(problemsOf(text)).toEqual([[1, 'import/not-a-plan']]));

  it.each([
    ['CAMPO SPORTIVO', (line: string) => line.replace('\t5\t', '\tcinque\t'), 'import/unreadable-weight'],
    ['CAMPO SPORTIVO', (line: string) => line.replace('\t5\t', '\t2,5,5\t'), 'import/unreadable-weight'],
    ['CAMPO SPORTIVO', (line: string) => line.replace('\t5\t', '\t-5\t'), 'import/unreadable-weight'],
    ['CAMPO SPORTIVO', (line: string) => line.replace('\t5\t', '\t\t'), 'import/missing-weight'],
    ['CAMPO SPORTIVO', (line: string) => line.replace('SERVIZI SOCIALI', ''), 'import/missing-area'],
    ['CAMPO SPORTIVO', (line: string) => line.replace('30/07/2022', '31/02/2022'), 'import/date-does-not-exist'],
    ['CAMPO SPORTIVO', (line: string) => line.replace('30/07/2022', '31/06'), 'import/date-does-not-exist'],
    ['PUNTO VOLONTARIATO', (line: string) => line.replace('31 maggio', '31 giugno'), 'import/date-does-not-exist'],
    ['*Allegato', (line: string) => line.replace('16/05/2022', '32/05/2022'), 'import/date-does-not-exist'],
    ['Rapporti settimanali', (line: string) => line.replace('\t45\t', '\t75\t'), 'import/weight-over-ceiling'],
    ['Rapporti settimanali', (line: string) => line.replace('\t45\t', '\t45,5\t'), 'import/weight-over-ceiling'],
    [
      'REGOLAMENTO DELLA GIUNTA',
      (line: string) => line.replace('2\tREG', '1\tREG'),
      'import/duplicate-objective-number',
    ],
    ['**MISSION 09', (line: string) => line.replace('09', '29'), 'import/unknown-mission'],
    [
      '**OBIETTIVO STRATEGICO 3: STRADE',
      (line: string) => line.replace('3:', '9:'),
      'import/unknown-strategic-objective',
    ],
    ['PIANO DI GOVERNO', (line: string) => line.replace('PIANO DI GOVERNO', ''), 'import/missing-title'],
  ])('says where: %s', (words, change, code) => {
    const { line, text } = changed(words, change);
    expect(problemsOf(text)).toEqual([[line, code]]);
    expect(readPlan(text).document).toBeNull();
  });

  it('has a table without a row of headings', () => {
    const index = lines.findIndex((line) => line.includes('CAMPO SPORTIVO'));
    const without = lines.filter((_, place) => place !== index - 1).join('\n');
    expect(problemsOf(without)).toEqual([[index, 'import/table-without-header']]);
    const garbled = lines.map((line, place) => (place === index - 1 ? 'x\tfoo\tbar\tbaz\tqux\t' : line)).join('\n');
    expect(problemsOf(garbled)).toEqual([[index, 'import/table-without-header']]);
  });

  it('does not say its year', () => {
    expect(problemsOf(original.replace(/\b20\d\d\b/g, '').replaceAll('14.03.22', ''))).toContainEqual([
      1,
      'import/no-year',
    ]);
  });

  it('has weights that no reading brings within the ceilings, though each area alone could be', () => {
    const row = (number: number) =>
      `| ${number} | Progetto ${number} | Area Verde<br>Area Blu | Fare il progetto | 5 |`;
    const text = `# Comune di Prova\n\nPiano della performance 2024\n\nPeso massimo per area: 10\n
| N. | Obiettivo | Area | Indicatori | Peso |
|---|---|---|---|---|
| 1 | Solo verde | Area Verde | Fare | 5 |
| 2 | Solo blu | Area Blu | Fare | 5 |
${[3, 4, 5].map(row).join('\n')}`;
    expect(problemsOf(text)).toEqual([[11, 'import/no-reading-within-ceilings']]);
    expect(readPlan(text.replace('area: 10', 'area: 13')).readings.withinCeilings).toBeGreaterThan(0);
  });

  it('tells every problem in Italian and in English, with its line', () => {
    const { line, text } = changed('CAMPO SPORTIVO', (row) => row.replace('\t5\t', '\tcinque\t'));
    const [problem] = readPlan(text).problems;
    expect(problem?.message.it).toContain(`riga ${line}`);
    expect(problem?.message.en).toContain(`line ${line}`);
  });

  it('is never imported when cut off, wherever that is', () => {
    const silent: number[] = [];
    for (let length = 60; length < original.length; length += 211) {
      const { document, questions } = readPlan(original.slice(0, length));
      if (document !== null && questions.length <= 1) silent.push(length);
    }
    expect(silent).toEqual([]);
  });

  it('is cut off at the end of a table, and the missing ones show it; a person may say that nothing is missing', () => {
    const index = lines.findIndex((line) => line.includes('CAMPO SPORTIVO'));
    const cut = lines.slice(0, index + 1).join('\n');
    expect(problemsOf(cut)).toEqual([[index + 1, 'import/truncated']]);
    expect(readPlan(cut, { answers: { 'document-end': 'complete' } }).problems).toEqual([]);
  });
});

describe('answers', () => {
  it('that belong to no question, or are no option of it, are problems', () => {
    expect(readPlan(original, { answers: { pippo: 'x' } }).problems.map(({ code }) => code)).toEqual([
      'import/unknown-question',
    ]);
    expect(readPlan(original, { answers: { weights: 'x' } }).problems.map(({ code }) => code)).toEqual([
      'import/unknown-option',
    ]);
  });

  it('settle what they answer', () => {
    const confirmed = readPlan(original, { answers: { weights: 'confirm' } });
    expect(confirmed.questions).toEqual([]);
    expect(confirmed.settled).toHaveLength(6);
    const three = { '2.1.1-repeated': 'all', '6.1.1-owner': 'none', '8.1.1-one-weight': 'each' };
    const answered = readPlan(original, { answers: three });
    expect(answered.questions).toEqual([]);
    expect(answered.reading.weightByArea['LAVORI PUBBLICI']).toBe('57.5');
    expect(answered.reading.counts.shares).toBe(43);
  });

  it('may ask for the doubts one by one: three are left, those that the ceilings alone do not settle', () => {
    const { questions } = readPlan(original, { answers: { weights: 'one-by-one' } });
    expect(questions.map(({ id, options, proposed }) => [id, options.map((option) => option.id), proposed])).toEqual([
      ['2.1.1-repeated', ['all', 'once'], 'all'],
      ['6.1.1-owner', ['lavori-pubblici', 'none'], 'lavori-pubblici'],
      ['8.1.1-one-weight', ['each', 'only-servizi-sociali', 'only-lavori-pubblici', 'divided'], 'each'],
    ]);
  });

  it('that break the ceilings are a problem', () => {
    const { problems, document } = readPlan(original, { answers: { '4.1.1-group-affari-generali': 'adds' } });
    expect(problems.map(({ line, code }) => [line, code])).toEqual([[227, 'import/answers-over-ceiling']]);
    expect(document).toBeNull();
  });
});
