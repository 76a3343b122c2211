import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, Pair, Scalar, type Document } from 'yaml';
import { pathInWords, type Mistake, type Path } from './mistake.js';
import { readWorkflow } from './read-workflow.js';
import { roles } from './testing/comune.js';

const FILES = ['apps/api/workflows/comune.yaml', 'examples/unione/workflow.yaml', 'examples/provincia/workflow.yaml'];
const texts = FILES.map((file) => readFileSync(file, 'utf8'));

/** Every place of the three files. */
const places = texts.flatMap((text, file) => pathsIn(parseDocument(text).contents).map((path) => ({ file, path })));
const keys = places.filter(({ path }) => typeof path.at(-1) === 'string');

const draw = <T>(from: readonly T[]) => fc.constantFrom(...from);
const OTHER_VALUES = [['x'], [], 12.5, -1, 'zzqq ww', '', null, true, { zz: 1 }, {}, 'x'.repeat(300)] as const;

function pathsIn(node: unknown, path: Path = []): readonly Path[] {
  if (isMap(node)) {
    return node.items.flatMap(({ key, value }) => {
      const here = [...path, String(isScalar(key) ? key.value : key)];
      return [here, ...pathsIn(value, here)];
    });
  }
  return isSeq(node) ? node.items.flatMap((item, at) => [[...path, at], ...pathsIn(item, [...path, at])]) : [];
}

function changed(file: number, change: (document: Document) => void): string {
  const document = parseDocument(texts[file] ?? '');
  change(document);
  return document.toString({ lineWidth: 0 });
}

const around = (document: Document, path: Path): unknown =>
  path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);

function addKey(document: Document, path: Path, key: string, value: unknown): void {
  const keysThere = around(document, path);
  if (isMap(keysThere)) keysThere.items.push(new Pair(new Scalar(key), document.createNode(value)));
}

/** Where the last key of that name begins, as YAML itself tells. */
function placeOf(text: string, path: Path, of: 'key' | 'value'): string {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false });
  const parent = around(document, path);
  const last = String(path.at(-1));
  const pair = isMap(parent)
    ? parent.items.findLast(({ key }) => isScalar(key) && String(key.value) === last)
    : undefined;
  const node: unknown = of === 'key' ? pair?.key : document.getIn(path, true);
  const range = isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined;
  const { line, col } = lines.linePos(range?.[0] ?? 0);
  return `${line}:${col}`;
}

/** What is told, each with a sentence in both languages and a place that the file has. */
function toldOf(text: string): readonly Mistake[] {
  const { mistakes } = readWorkflow(text, { roles });
  const lines = text.split('\n');
  for (const { line, column, what, remedy } of mistakes) {
    expect((lines[line - 1]?.length ?? -1) + 1).toBeGreaterThanOrEqual(column);
    expect(Math.min(line, column)).toBeGreaterThan(0);
    for (const sentence of [what.it, what.en, remedy.it, remedy.en]) {
      expect(sentence).toMatch(/^\S.*[.…»”]$/u);
      expect(sentence).not.toMatch(/undefined|NaN|\[object|invalid|expected \w|received|\.js:|\{\w+\}|Error/i);
    }
  }
  return mistakes;
}

const inShort = ({ code, line, column, path }: Mistake) => `${line}:${column} ${path} ${code}`;

describe('every place of the three workflow files', () => {
  it('given a key that is none beside any, then it alone is told, where it stands', () => {
    fc.assert(
      fc.property(draw(keys), ({ file, path }) => {
        const text = changed(file, (document) => addKey(document, path, 'colore', 'blu'));
        const place = [...path.slice(0, -1), 'colore'];
        const told = toldOf(text).map(inShort);
        expect(told).toEqual([`${placeOf(text, place, 'key')} ${pathInWords(place)} file/unknown-key`]);
      }),
      { numRuns: 12 },
    );
  });

  it('given any key twice, then the second alone is told, where it stands', () => {
    fc.assert(
      fc.property(draw(keys), ({ file, path }) => {
        const text = changed(file, (document) => {
          addKey(document, path, String(path.at(-1)), document.getIn(path));
        });
        expect(toldOf(text).map(inShort)).toEqual([`${placeOf(text, path, 'key')} ${pathInWords(path)} file/same-key`]);
      }),
      { numRuns: 12 },
    );
  });

  it('given any key without its last letter, then it is told where it stands', () => {
    fc.assert(
      fc.property(draw(keys), ({ file, path }) => {
        const misspelt = [...path.slice(0, -1), `${String(path.at(-1)).slice(0, -1)}x`];
        const text = changed(file, (document) => {
          const parent = around(document, path);
          const pair = isMap(parent)
            ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))
            : null;
          if (pair != null) pair.key = new Scalar(misspelt.at(-1));
        });
        expect(toldOf(text).map(inShort)).toContain(
          `${placeOf(text, misspelt, 'key')} ${pathInWords(misspelt)} file/unknown-key`,
        );
      }),
      { numRuns: 12 },
    );
  });

  it('given any key taken out or any value of another kind, then what is told is in words and at a place', () => {
    fc.assert(
      fc.property(draw(places), draw(OTHER_VALUES), ({ file, path }, value) => {
        const without = changed(file, (document) => document.deleteIn(path));
        const other = changed(file, (document) => document.setIn(path, document.createNode(value)));
        toldOf(without);
        const told = toldOf(other);
        const ofForm = told.filter(({ code }) => code.startsWith('file/'));
        // what is wrong with a value is told at it, or at the part of it that is missing or is none
        for (const { path: place } of ofForm)
          expect(place.startsWith(pathInWords(path)) || isOne(place, path)).toBe(true);
        const itself = ofForm.filter(({ path: place }) => place === pathInWords(path));
        expect(itself.length).toBeLessThanOrEqual(1);
        for (const { line, column } of itself) expect(`${line}:${column}`).toBe(placeOf(other, path, 'value'));
      }),
      { numRuns: 16 },
    );
  });

  it('given two mistakes of form in two parts, then both are told at once', () => {
    const parts = ['offices', 'objective', 'evaluations', 'chains'];
    const within = (part: string) => keys.filter(({ file, path }) => file === 0 && path[0] === part && path.length > 2);
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: 2, maxLength: 2 }), fc.nat(), ([one = '', two = ''], n) => {
        const pathIn = (part: string): Path => within(part)[n % within(part).length]?.path ?? [];
        const text = changed(0, (document) => {
          addKey(document, pathIn(one), 'colore', 'blu');
          addKey(document, pathIn(two), 'odore', 'di rosa');
        });
        expect(
          toldOf(text)
            .map(({ path }) => path.replace(/.*\./, ''))
            .toSorted(),
        ).toEqual(['colore', 'odore']);
      }),
      { numRuns: 8 },
    );
  });

  it('given the same with other line ends, a mark of its order of bytes, remarks, quotes or another order of keys, then it says the same', () => {
    const definitionOf = (text: string) => readWorkflow(text, { roles }).definition;
    for (const text of texts) {
      const reversed = parseDocument(text);
      reverseKeys(reversed.contents);
      const said = definitionOf(text);
      expect(said).not.toBeNull();
      for (const written of [
        `\ufeff${text.replaceAll('\n', '\r\n')}`,
        text.replaceAll('\n', '\n# osservazione\n'),
        reversed.toString(),
        JSON.stringify(parseDocument(text).toJS()),
      ]) {
        expect(definitionOf(written)).toEqual(said);
      }
    }
  });
});

/** Of one of three keys what is wrong is told where all of them lie. */
function isOne(place: string, path: Path): boolean {
  return place === pathInWords(path.slice(0, -1));
}

function reverseKeys(node: unknown): void {
  if (isMap(node)) node.items.reverse();
  if (isMap(node)) for (const { value } of node.items) reverseKeys(value);
  if (isSeq(node)) for (const item of node.items) reverseKeys(item);
}

describe('a workflow file that would be too much', () => {
  const [comune = ''] = texts;

  it.each<[string, string, string, RegExp]>([
    [
      'a list that recalls itself',
      comune.replace('who: [{ office: giunta }]', 'who: &a [*a]'),
      'who: &a',
      /dentro il quale sta/,
    ],
    [
      'an office that recalls all',
      comune.replace('offices:\n', 'offices: &o\n  - { id: *o }\n'),
      '*o',
      /dentro il quale sta/,
    ],
    [
      'aliases of aliases',
      `${comune}a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghi'
        .split('')
        .map(
          (key, at) =>
            `${key}: &${key} [${Array(9)
              .fill(`*${'abcdefgh'[at] ?? ''}`)
              .join(', ')}]\n`,
        )
        .join('')}`,
      'e: &e',
      /si moltiplicano oltre misura/,
    ],
    ['brackets in brackets', `${comune}altro: ${'['.repeat(90_000)}`, 'altro:', /uno dentro l’altro/],
    ['lists in lists', `${comune}altro:\n  ${'- '.repeat(500)}x\n`, '- - -', /uno dentro l’altro/],
    ['an alias with a name', comune.replace('id: comune', 'id: &a *a'), 'id: &a', /ha già il suo nome/],
    [
      'more after a bracket',
      comune.replace('{ it: Comune, en: Town }', '{ it: Comune, en: Town } x'),
      '} x',
      /c’è altro/,
    ],
    [
      'two versions to be merged',
      comune.replace('id: comune\n', '<<<<<<< HEAD\nid: comune\n=======\nid: altro\n>>>>>>> main\n'),
      '<<<<<<< HEAD',
      /due versioni del file/,
    ],
  ])('given %s, then the first place of it is told', (_, text, piece, says) => {
    const [mistake, ...others] = toldOf(text);
    expect([mistake?.code, mistake?.line, others]).toEqual([
      'file/not-yaml',
      text.slice(0, text.indexOf(piece)).split('\n').length,
      [],
    ]);
    expect(mistake?.what.it).toMatch(says);
  });

  it('given YAML of an earlier version, then words are read as in this one', () => {
    const first = `%YAML 1.1\n---\n${comune}`;
    expect(readWorkflow(first, { roles }).definition).toEqual(readWorkflow(comune, { roles }).definition);
    expect(toldOf(first.replace('version: 2', 'version: 1:1')).map(({ code }) => code)).toEqual(['file/wrong-kind']);
    expect(toldOf(first.replace('id: comune\n', 'id: comune\n<<: { a: 1 }\n')).map(({ code }) => code)).toEqual([
      'file/merge-key',
    ]);
  });

  it('given thousands of keys, offices or participants, then each is told or that they are too many, without a long wait', () => {
    const many = (count: number, entry: (at: number) => string) =>
      Array.from({ length: count }, (_, at) => entry(at)).join('');
    const codesOf = (text: string) => readWorkflow(text, { roles }).mistakes.map(({ code }) => code);
    const before = process.cpuUsage();
    expect(codesOf(comune + many(12_000, (at) => `k${at}: 1\n`))).toHaveLength(12_000);
    expect(codesOf(comune.replace('offices:\n', `offices:\n${many(6000, (at) => `  - { id: u${at} }\n`)}`))).toEqual([
      'file/too-many',
    ]);
    expect(codesOf(comune.replace('who: [', `who: [${many(5000, (at) => `{ office: u${at} }, `)}`))).toEqual([
      'file/too-many',
    ]);
    // it was minutes
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(8);
  });
});
