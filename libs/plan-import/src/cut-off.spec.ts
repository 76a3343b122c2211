import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readPlan } from './read-plan.js';

const original = readFileSync(resolve(__dirname, '../../../examples/comune/piano-2022.md'), 'utf8');
const lastTable = original.lastIndexOf('\tOBIETTIVI OPERATIVI');
const problemsOf = (text: string) => readPlan(text).problems.map(({ line, code }) => [line, code]);
const plan = (rows: string) =>
  `# Comune di Prova\n\nPiano della performance 2024\n\nPeso massimo per area: 10\n\nN.\tObiettivo\tArea\tIndicatori\tPeso\tEsito\n${rows}`;

describe('a plan that breaks off within its last table', () => {
  it('is never imported in silence, wherever that is', () => {
    const whole = original.trimEnd();
    const silent: string[] = [];
    for (let length = lastTable; length < whole.length; length += length > whole.length - 90 ? 1 : 9)
      if (readPlan(original.slice(0, length)).problems.length === 0) silent.push(original.slice(0, length).slice(-30));
    expect(silent).toEqual([]);
  });

  it.each(['\t\t\t', '\t', '\t\tAREA V', '2\tBl', '2'])('is told by a last line that is no whole row: %j', (rest) => {
    const rows = '1\tVerde\tArea Verde\tPotare\t10\t\n';
    expect(problemsOf(plan(rows))).toEqual([]);
    expect(problemsOf(plan(`${rows}${rest}`))).toEqual([[9, 'import/truncated']]);
  });

  it('is told by an area that falls short, which a person may say is meant', () => {
    const text = plan('1\tVerde\tArea Verde\tPotare\t10\t\n2\tBlu\tArea Blu\tPulire\t7\t\n');
    expect(problemsOf(text)).toEqual([[9, 'import/truncated']]);
    expect(readPlan(text).problems[0]?.message.it).toContain('Area Blu resta a 7 su 10');
    expect(readPlan(text, { answers: { 'document-end': 'complete' } }).problems).toEqual([]);
    expect(problemsOf(`${text}\nIl Segretario comunale\n`)).toEqual([]);
  });
});

describe('whether a plan that falls short is whole', () => {
  const text = plan('1\tVerde\tArea Verde\tPotare\t10\t\n2\tBlu\tArea Blu\tPulire\t7\t\n');
  const asked = (answers: Readonly<Record<string, string>>) => {
    const { questions, problems, document } = readPlan(text, { answers });
    return { questions: questions.map(({ id }) => id), problems: problems.map(({ code }) => code), document };
  };

  it('is asked at its last line, with what is likelier proposed', () => {
    expect(readPlan(text).questions).toMatchObject([
      {
        id: 'document-end',
        line: 9,
        place: { it: 'riga 9', en: 'line 9' },
        question: { it: expect.stringContaining('è tutto qui') as string },
        options: [{ id: 'cut-off' }, { id: 'complete' }],
        proposed: 'cut-off',
      },
    ]);
  });

  it('given that it is, then it is a plan, and nothing is asked', () => {
    const { document, ...others } = asked({ 'document-end': 'complete' });
    expect(others).toEqual({ questions: [], problems: [] });
    expect(document?.objectives.length).toBe(2);
  });

  it('given that it is not, then it is asked no more and stays a problem', () => {
    expect(asked({ 'document-end': 'cut-off' })).toEqual({
      questions: [],
      problems: ['import/truncated'],
      document: null,
    });
  });
});

describe('a whole plan', () => {
  it.each([
    ['the last line end', original.replace(/\n$/, '')],
    ['what is blank at its end', original.trimEnd()],
    ['what is blank at both ends', original.trim()],
  ])('is accepted without %s', (_, text) => {
    expect(problemsOf(text)).toEqual([]);
    expect(readPlan(text).reading.counts).toEqual(readPlan(original).reading.counts);
  });

  it('may end with rows that are empty', () => {
    expect(problemsOf(`${original}\n\t\t\t\t\t\n`)).toEqual([]);
  });
});
