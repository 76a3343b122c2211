import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readWorkflow } from './read-workflow.js';
import { changed, comune, lineOf, mistakesIn, roles } from './testing/comune.js';

const FILES = ['apps/api/workflows/comune.yaml', 'examples/unione/workflow.yaml', 'examples/provincia/workflow.yaml'];
const texts = FILES.map((file) => readFileSync(file, 'utf8').split('\n'));

/** A value of one word or more on a line of its own. */
const VALUE = /^( *(?:- )?[\w-]+: )([A-Za-z][^#:"']*)$/;
const lines = texts.flatMap((text, file) =>
  text.flatMap((line, at) => (VALUE.test(line) ? [{ file, at, last: at === text.length - 1 }] : [])),
);
const BREAKS: readonly ((value: string) => string)[] = [
  (value) => `@${value}`,
  (value) => `[${value}`,
  (value) => `{ it: ${value}`,
  (value) => `${value}: ${value}: ${value}`,
  (value) => `"${value}" ${value}`,
];

const short = ({ line, code }: { readonly line: number; readonly code: string }) => `${line} ${code}`;

describe('a workflow file with lines that are no YAML', () => {
  it('given any two of them apart, then each is told at its line, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...lines),
        fc.nat(),
        fc.constantFrom(...BREAKS),
        fc.constantFrom(...BREAKS),
        (one, n, breakOne, breakOther) => {
          const others = lines.filter(({ file, at }) => file === one.file && Math.abs(at - one.at) > 2);
          const other = others[n % others.length] ?? one;
          const text = (texts[one.file] ?? []).map((line, at) => {
            const broken = at === one.at ? breakOne : at === other.at ? breakOther : null;
            return broken === null ? line : line.replace(VALUE, (_, key: string, value: string) => key + broken(value));
          });
          const told = readWorkflow(text.join('\n'), { roles }).mistakes.map(short);
          expect(told).toEqual(
            [one.at + 1, other.at + 1].toSorted((a, b) => a - b).map((line) => `${line} file/not-yaml`),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('given one, then what else is wrong elsewhere is told too: of form and of law', () => {
    const text = changed(
      ['version: 2', 'version: @2'],
      ['who: [{ office: finanziaria }]', 'who: [{ office: personale }]'],
      ['id: misurabilita', 'idd: misurabilita'],
    );
    expect(mistakesIn(text).map(({ line, code }) => [line, code])).toEqual(
      expect.arrayContaining([
        [lineOf(text, 'version: @2'), 'file/not-yaml'],
        [lineOf(text, 'idd: misurabilita'), 'file/unknown-key'],
      ]),
    );
    expect(mistakesIn(text).map(({ code }) => code)).toContain('limit/liquidation-not-checked');
  });

  it('given an office whose id cannot be read, then nobody is told that steps name none', () => {
    const text = changed(['  - id: nucleo', '  - id: `nucleo']);
    expect(mistakesIn(text).map(short)).toEqual([`${lineOf(text, '`nucleo')} file/not-yaml`]);
  });

  it('given a key without a colon and a reserved sign further down, then both are told', () => {
    const text = changed(['version: 2', 'version 2'], ['id: misurabilita', 'id: %misurabilita']);
    expect(mistakesIn(text).map(short)).toEqual([
      `${lineOf(text, 'version 2')} file/not-yaml`,
      `${lineOf(text, '%misurabilita')} file/not-yaml`,
    ]);
  });

  it('given quotes that never close, then what they hide is told where it can be, and they where they open', () => {
    const text = changed(['it: Comune', 'it: "Comune']);
    expect(mistakesIn(text).map(short)[0]).toBe(`${lineOf(text, '"Comune')} file/not-yaml`);
  });

  it('given signs of an undecided merge, then they alone are told', () => {
    const text = comune.replace('version: 2', '<<<<<<< ours\nversion: @2\n=======\nversion: 3\n>>>>>>> theirs');
    expect(mistakesIn(text)).toHaveLength(1);
  });
});
