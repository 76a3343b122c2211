import { changed, comune, lineOf, mistakesIn } from './testing/comune.js';

/** What somebody wrote instead of what, the code, a piece of its line, and what of the sentences says it. */
type Odd = readonly [string, readonly [string, string], string, string, RegExp];

const FUNCTION = '    function: segretario\n';
const OUTCOMES = 'outcomes: [approve, return]';
const WHO = 'who: [{ office: giunta }, { office: segretario-generale }]';
const after = (line: string) => ['id: comune\n', `id: comune\n${line}\n`] as const;

const odd: readonly Odd[] = [
  ['no word before the colon', after(': x'), 'file/no-key', ': x', /non c’è una chiave/],
  ['null for a key', after('null: x'), 'file/no-key', 'null: x', /prima dei due punti/],
  ['a tilde for a key', ['  - id: nucleo\n', '  - id: nucleo\n    ~: x\n'], 'file/no-key', '~: x', /«null» e «~»/],
  [
    'an alias for a key',
    ['id: comune\n', 'id: &c comune\n*c : x\n'],
    'file/alias-as-key',
    '*c : x',
    /«\*c» sta al posto di una chiave\. Scrivere la chiave per esteso/,
  ],
  ['a tag', ['id: comune', 'id: !!binary comune'], 'file/tag', '!!binary', /«!!binary» .* Toglierlo/],
  [
    'a tag that makes a text of a number',
    ['version: 2', 'version: !!str 2'],
    'file/tag',
    '!!str',
    /«!!str» .* Toglierlo/,
  ],
  ['a tag of what is so anyway', ['version: 2', 'version: !!int 2'], 'file/tag', '!!int', /«!!int»/],
  ['a tag of its own', ['id: comune', 'id: !ruby comune'], 'file/tag', '!ruby', /«!ruby»/],
  [
    'a remark for a value',
    ['id: comune', 'id: #comune'],
    'file/wrong-kind',
    '#comune',
    /«id» è vuoto .*«id: ufficio-tecnico»/,
  ],
  ['nothing after the colon', [WHO, 'who:'], 'file/wrong-kind', 'who:\n', /«who» è vuoto .*una lista/],
  ['a number for a day', ['cutOff: 12-15', 'cutOff: 12'], 'file/wrong-kind', 'cutOff: 12', /«cutOff: 12-15»/],
  [
    'two offices in one',
    [WHO, 'who: [{ office: [giunta, nucleo] }]'],
    'file/wrong-kind',
    '[giunta, nucleo]',
    /«office: giunta»/,
  ],
  [
    'a state without its name',
    ['- { id: draft, name: { it: Bozza, en: Draft } }', '- draft'],
    'file/wrong-kind',
    '- draft',
    /«states: \[\{ id: draft/,
  ],
  [
    'a way of agreeing alone',
    [OUTCOMES, `agreement: { kind: quorum }\n        ${OUTCOMES}`],
    'file/missing-key',
    'kind: quorum',
    /«count: 2»/,
  ],
  [
    'a step up to nobody',
    ['{ after: 1, do: remind }', '{ after: 1, do: escalate }'],
    'file/missing-key',
    'do: escalate',
    /Manca «to»/,
  ],
  ['two lines of one value', ['id: comune', 'id: |\n  comune'], 'file/not-an-id', 'id: |', /«comune\\n»/],
  [
    'a sign that nobody sees in an id',
    ['id: comune', 'id: com\u200bune'],
    'file/not-an-id',
    'com\u200bune',
    /«com<U\+200B>une»/,
  ],
  [
    'a sign that nobody sees in a key',
    ['version: 2', '\ufeffversion: 2'],
    'file/unknown-key',
    '\ufeffversion',
    /<U\+FEFF>version.*Forse «version»/,
  ],
  ['a key without end', after(`${'k'.repeat(300)}: x`), 'file/unknown-key', 'kkk', /«k{60}…»/],
  [
    'no blank after the colon',
    ['version: 2', 'version:2'],
    'file/not-yaml',
    'version:2',
    /dopo i due punti manca uno spazio/,
  ],
  ['no colon', ['version: 2', 'version 2'], 'file/not-yaml', 'version 2', /mancano i due punti/],
  [
    'another blank than the common one',
    ['version: 2', 'version:\u00a02'],
    'file/not-yaml',
    'version:\u00a02',
    /spazi comuni/,
  ],
  [
    'a line too far right',
    [FUNCTION, `  ${FUNCTION}`],
    'file/not-yaml',
    '- id: segretario-generale',
    /la riga che segue rientra/,
  ],
  ['a line too far left', [FUNCTION, FUNCTION.slice(1)], 'file/not-yaml', '   function: segretario', /il rientro/],
  ['a tab', [FUNCTION, '\tfunction: segretario\n'], 'file/not-yaml', '\tfunction', /tabulazione.*Usare spazi/],
  [
    'quotes that do not close',
    ['it: Comune', 'it: "Comune'],
    'file/not-yaml',
    'it: "Comune',
    /le virgolette che si aprono qui/,
  ],
  [
    'an apostrophe in single quotes',
    ["- Segretario dell'Ente", "- 'Segretario dell'Ente'"],
    'file/not-yaml',
    "'Segretario dell'",
    /apostrofo.*doppie/,
  ],
  ['a reserved sign', ['id: comune', 'id: @comune'], 'file/not-yaml', '@comune', /segno che YAML riserva/],
  ['a star without a name', ['id: comune', 'id: * comune'], 'file/not-yaml', '* comune', /non ha un nome/],
  ['no comma', ['{ it: Comune, en: Town }', '{ it: Comune en: Town }'], 'file/not-yaml', 'Comune en', /virgola/],
  [
    'a colon in a text',
    ['{ it: Comune, en: Town }', '{ it: Comune: uno, en: Town }'],
    'file/not-yaml',
    'Comune: uno',
    /fra virgolette/,
  ],
  ['the other bracket', [OUTCOMES, 'outcomes: [approve, return}'], 'file/not-yaml', 'return}', /«\[» con «\]»/],
  ['a bracket too many', [OUTCOMES, `${OUTCOMES}]`], 'file/not-yaml', 'return]]', /le parentesi di questa riga/],
  [
    'a line after the end',
    ['  premium-run:\n', '...\n  premium-run:\n'],
    'file/several-documents',
    'premium-run:',
    /«\.\.\.»/,
  ],
  [
    'a misspelt key that is needed',
    ['  plan:\n    steps:', '  plan:\n    stpes:'],
    'file/unknown-key',
    'stpes',
    /Forse «steps»/,
  ],
  [
    'nobody who liquidates',
    ['who: [{ office: personale }]\n      substitute', 'who: []\n      substitute'],
    'workflow/nobody-does',
    '- verb: liquidate',
    /Nominare chi può in «who»/,
  ],
  [
    'a weight of nothing',
    [OUTCOMES, `agreement: { kind: weighted, threshold: 2, weights: { giunta: 0 } }\n        ${OUTCOMES}`],
    'file/out-of-range',
    'giunta: 0',
    /almeno 1/,
  ],
  [
    'a term that is a number',
    ['term: { workingDays: 10 }', 'term: 10'],
    'file/wrong-kind',
    'term: 10',
    /«term: \{ workingDays: 10 \}»/,
  ],
];

describe('an odd mistake in a workflow file', () => {
  it.each(odd)(
    'given %s, then it alone is told, at its line, with what to write',
    (_, [from, to], code, piece, says) => {
      const text = changed([from, to]);
      const [mistake, ...others] = mistakesIn(text);
      expect([mistake?.code, mistake?.line, others.map((other) => other.code)]).toEqual([
        code,
        lineOf(text, piece),
        [],
      ]);
      expect(`${mistake?.what.it} ${mistake?.remedy.it}`).toMatch(says);
      for (const { it: italian, en } of [mistake?.what ?? { it: '', en: '' }, mistake?.remedy ?? { it: '', en: '' }]) {
        expect(italian).toMatch(/^.+[.…]$/);
        expect(en).toMatch(/^.+[.…]$/);
        expect(`${italian} ${en}`).not.toMatch(/undefined|essere «null»|be “null”|\{\w+\}/);
      }
    },
  );

  it('given the file as it comes, then there is none', () => {
    expect(mistakesIn(comune)).toEqual([]);
  });
});
