import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readPlan } from './read-plan.js';
import { reportLines, reportOf } from './report.js';

const original = readFileSync(resolve(__dirname, '../../../examples/comune/piano-2022.md'), 'utf8');
const result = readPlan(original);

describe('what was found, for a person', () => {
  const italian = reportLines(result, 'it').join('\n');

  it('names every objective with its line, its shares and how many indicators and deadlines it has', () => {
    const { objectives = [] } = result.document ?? {};
    for (const { id, source } of objectives) expect(italian).toContain(`  ${id} (riga ${source.line}) `);
    expect(italian).toContain('5.3.1 (riga 241) STRADE: POLIZIA LOCALE 45, LAVORI PUBBLICI 10; indicatori: ');
    expect(italian).toMatch(
      /5\.1\.1 \(riga \d+\) PROGETTI DI VIGILANZA: POLIZIA LOCALE senza peso; indicatori: \d+, scadenze: \d+/,
    );
    expect(reportLines(result, 'en').join('\n')).toContain('(line 241) STRADE: POLIZIA LOCALE 45, LAVORI PUBBLICI 10');
  });

  it('names every ambiguity with its line and how it was settled', () => {
    for (const { id, line } of result.ambiguities) expect(italian).toContain(`  ${id} (riga ${line}): `);
    expect(italian).toMatch(/4\.1\.1-group-affari-generali \(riga 227\): Solo il suo: 10 \(lo dicono i pesi\)/);
    expect(italian).toMatch(/8\.1\.1-one-weight \(riga 270\): A ciascuna 25 \(proposta\)/);
  });
});

describe('what was found, for a program', () => {
  it('gives the settled readings with line and label', () => {
    expect(reportOf(result, 'en').settled).toContainEqual({
      question: '4.1.1-group-affari-generali',
      option: 'replaces',
      settledBy: 'weights',
      line: 227,
      place: 'line 227',
      label: 'Only its own: 10',
    });
  });
});
