import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readPlan } from './read-plan.js';

const original = readFileSync(resolve(__dirname, '../../../examples/comune/piano-2022.md'), 'utf8');
const opening = original.slice(0, original.indexOf('1\tTIROCINI'));
const rows = (count: number, row: (index: number) => string) =>
  opening + Array.from({ length: count }, (_, index) => row(index)).join('\n');
const millions = 4_900_000;

/** Far above what any of them needs on a slow machine, far below what a careless expression would take. */
const BOUND_MS = 20_000;

describe('a text made to keep the reader busy', () => {
  const texts: Record<string, () => string> = {
    'a million tabs': () => '\t'.repeat(1_000_000),
    'a plan with tabs at its end': () => `${original}\n${'\t'.repeat(4_000_000)}`,
    'opening brackets': () => '<'.repeat(millions),
    'open tags': () => '<a '.repeat(millions / 3),
    'asterisks': () => '*'.repeat(millions),
    'blanks': () => ' '.repeat(millions),
    'pipes': () => '|'.repeat(millions),
    'semicolons': () => ';'.repeat(millions),
    'quotation marks': () => '"'.repeat(millions),
    'semicolons and quotation marks': () => ';"'.repeat(millions / 2),
    'quoted lines': () => '"a";"b";"c"\n'.repeat(millions / 12),
    'a cell of blanks': () => rows(1, () => `1\tA\tB\t${' '.repeat(4_000_000)}x\t5\t`),
    'too many rows': () => '1\tT\tA\tB\t5\t\n'.repeat(50_000),
    'as many rows as there may be': () => rows(4_900, (i) => `${i + 1}\tTitolo ${i}\tAREA UFFA\tFare la cosa ${i} entro il 31/10/2022\t0,01\t`),
    'words of deadlines': () => rows(100, (i) => `${i + 1}\tT\tAREA X\t${'entro il '.repeat(2_000)}\t0,1\t`),
    'nouns of action': () => rows(100, (i) => `${i + 1}\tT\tAREA X\t${'Monitoraggio dei '.repeat(1_000)}\t0,1\t`),
    'areas without end': () => rows(140, (i) => `${i + 1}\tT\t${Array.from({ length: 40 }, (_, j) => `A${i}x${j}`).join('  ')}\tfare\t1\t`),
    'an area as long as a book': () => rows(5, (i) => `${i + 1}\tT\tparola ${'x y z '.repeat(3_000)}\tfare\t1\t`),
    'numbers': () => `${'1 '.repeat(9_000)}\n`.repeat(250),
    'dates': () => `${'31/02/2022 '.repeat(1_800)}\n`.repeat(250),
    'acts': () => `${'DGC n. '.repeat(2_800)}\n`.repeat(250),
    'sentences on ceilings': () => `${'Il peso massimo per area è 60 '.repeat(600)}\n`.repeat(250),
    'missions': () => Array.from({ length: 100_000 }, (_, i) => `MISSION ${i % 999} - T`).join('\n'),
  }; // prettier-ignore

  it.each(Object.entries(texts))('is read in bounded time: %s', (_, text) => {
    const begun = process.cpuUsage();
    expect(() => readPlan(text())).not.toThrow();
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(BOUND_MS);
  });

  it('is refused above five million characters', () => {
    expect(readPlan('x'.repeat(5_000_001)).problems.map(({ code }) => code)).toEqual(['import/too-large']);
  });

  it('has more ambiguities than can be compared: they are counted, not tried', () => {
    const ambiguous = (count: number) =>
      rows(
        count,
        (i) =>
          `${i + 1}\tTitolo ${i}\tAREA UFFA${'abcd'.charAt(i % 4)}  AREA ZETA${'efg'.charAt(i % 3)}\tFare\t0,${10 + (i % 80)}\t`,
      );
    const many = readPlan(ambiguous(50), { answers: { 'document-end': 'complete' } });
    expect(many.readings).toMatchObject({ enumerated: Number.MAX_SAFE_INTEGER, complete: false });
    expect(many.questions.length).toBeGreaterThan(0);
    expect(readPlan(ambiguous(300)).problems.map(({ code }) => code)).toEqual(['import/too-many-readings']);
  });
});
