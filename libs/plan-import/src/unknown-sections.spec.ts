import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readPlan, type ReadOptions } from './read-plan.js';

const sections = readFileSync(resolve(__dirname, '../fixtures/valchiara-sections.md'), 'utf8');

/** The plan of four sections, the heading of the second written otherwise. */
const under = (heading: string, options: ReadOptions = {}) => {
  const { questions, reading, problems, readings, document } = readPlan(
    sections.replace('## Area Tecnica', heading),
    options,
  );
  return {
    asked: questions.map(({ id, proposed, place }) => [id, proposed, place.it]),
    said: questions.map(({ question }) => question.it),
    options: questions.flatMap((question) => question.options.map(({ id }) => id)),
    areas: document?.areas.map(({ name }) => name),
    weights: reading.weightByArea,
    problems: problems.map(({ code }) => code),
    readings,
  };
};

const line = sections.split('\n').indexOf('## Area Tecnica') + 1;

describe('a heading over a table that names nobody the body is known to have', () => {
  it.each(['## Biblioteca', '**Biblioteca**', 'BIBLIOTECA', 'Biblioteca', '## 2. Biblioteca', '## Personale'])(
    'given «%s», then whether an area begins there is asked at its line, and its rows are its own as proposed',
    (heading) => {
      const { asked, weights, problems, said } = under(heading);
      const name = heading.replace(/[#*]/g, '').trim();
      expect(asked).toEqual([[expect.stringMatching(/-section$/), 'area', `riga ${line}`]]);
      expect(said[0]).toContain(`«${name}»`);
      expect(said[0]).toContain('«Area Amministrativa»');
      expect(weights).toMatchObject({ 'Area Amministrativa': '100', [name]: '100' });
      expect(problems).toEqual([]);
    },
  );

  it('given that it is a title, then its rows are of the area above, and the weights say what that comes to', () => {
    const { problems, asked } = under('## Biblioteca', { answers: { 'biblioteca-section': 'title' } });
    expect(problems).toContain('import/weight-over-ceiling');
    expect(asked).toEqual([]);
  });

  it('given that it is an area, then nothing is asked', () => {
    const { weights, asked, problems } = under('## Biblioteca', { answers: { 'biblioteca-section': 'area' } });
    expect([asked, problems]).toEqual([[], []]);
    expect(weights).toMatchObject({ Biblioteca: '100' });
  });

  it('given a heading below that of an area, then it is proposed as a title within it', () => {
    const { asked, problems } = under('## Area Tecnica\n\n### Scuole');
    expect(asked).toEqual([['scuole-section', 'title', `riga ${line + 2}`]]);
    expect(problems).toEqual([]);
  });

  it('given one that is of all, then it may be of all areas, of one of its own, or a title', () => {
    const { asked, options } = under('## Obiettivi trasversali');
    expect(asked).toEqual([['obiettivi-trasversali-section', 'everybody', `riga ${line}`]]);
    expect(options).toEqual(['everybody', 'area', 'title']);
  });

  it.each([
    '## Area Tecnica\n\n### Obiettivi operativi',
    '## Area Tecnica\n\n**Tabella 2**',
    '## Area Tecnica\n\nANNO 2025',
  ])('given words that any plan has, as in «%s», then nobody is asked', (heading) => {
    const { asked, problems, weights } = under(heading);
    expect([asked, problems]).toEqual([[], []]);
    expect(weights).toMatchObject({ 'Area Tecnica': '100' });
  });

  it('given a table that names the area of each row, then its heading is nobody’s', () => {
    const text = sections
      .replace('## Area Tecnica', '## Biblioteca')
      .replaceAll('| Peso |', '| Peso | Area |')
      .replaceAll(/(\| *\d* *)\|$/gm, '$1| Area Tecnica |');
    expect(readPlan(text).questions.map(({ id }) => id)).not.toContain('biblioteca-section');
  });

  it('given a row with one cell in the midst of a table, then the rows below it are asked of as well', () => {
    const { asked, areas } = under('## Area Tecnica', {});
    expect(asked).toEqual([]);
    expect(areas).not.toContain('Biblioteca');
    const row = '| 3 | Verde pubblico |';
    const text = sections.replace(row, `| Biblioteca | | | | | |\n${row}`);
    const reading = readPlan(text);
    expect(reading.questions.map(({ id, proposed }) => [id, proposed])).toEqual([['biblioteca-section', 'area']]);
    expect(reading.reading.weightByArea).toMatchObject({ 'Area Tecnica': '80', Biblioteca: '20' });
  });

  it('given a long name, then it is asked of as well; of «Segretariato generale» alone, whether it is the Segretario’s', () => {
    const long =
      'Biblioteca, archivio storico, museo civico, teatro, scuola di musica e rapporti con le associazioni culturali';
    expect(under(`## ${long}`).asked).toHaveLength(1);
    expect(under('## Segretariato generale').asked.map(([id]) => id)).toEqual(['segretariato-generale-same-area']);
  });

  it('given a table that names areas beneath it, then a later one without does not ask of that heading', () => {
    const [first = '', ...rest] = sections.split('## Area Tecnica');
    const named =
      '## Biblioteca\n\n| N. | Obiettivo | Area | Indicatore | Peso |\n|---|---|---|---|---|\n| 1 | Libri | Biblioteca | Prestiti | 100 |\n';
    const text = [`${first}${named}`, ...rest].join('\n## Area Tecnica');
    expect(readPlan(text).questions.map(({ id }) => id)).toEqual([]);
    const late = `${first}${named}\n${(rest[0] ?? '').slice(0, (rest[0] ?? '').indexOf('## Area'))}`;
    expect(readPlan(late).questions.map(({ id }) => id)).not.toContain('biblioteca-section');
  });

  it('given the same heading again, then it is asked once', () => {
    const again = sections
      .replace('## Area Tecnica', '## Biblioteca')
      .replace('## Area Economico-Finanziaria', '## Biblioteca');
    expect(readPlan(again).questions.map(({ id }) => id)).toEqual(['biblioteca-section']);
  });
});
