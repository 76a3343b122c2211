import { changed, comune, codesIn, lineOf, mistakesIn } from './testing/comune.js';

/** What the law does not allow, and what would stand still by it, in chains that are written well. */
const beneath = [
  [
    '        # acts where the Segretario answers for the share: nobody approves their own report\n        substitute: { office: vicesegretario }\n',
    '',
  ],
  ['who: [{ office: finanziaria }]', 'who: [{ office: personale }]'],
] as const;
const LIMITS = ['limit/no-substitute', 'limit/liquidation-not-checked', 'workflow/too-few-people'];

describe('a mistake of form', () => {
  it.each<[string, readonly (readonly [string, string])[], readonly string[]]>([
    [
      'a key that is none in another chain',
      [['id: misurabilita', 'nota: misurabilita']],
      ['file/unknown-key', 'file/missing-key'],
    ],
    ['a misspelt key', [['id: misurabilita', 'idd: misurabilita']], ['file/unknown-key']],
    ['a type', [['id: misurabilita', 'id: !!binary misurabilita']], ['file/tag']],
    ['a type of a list’s entry', [['outcomes: [approve, return]', 'outcomes: [!mio approve, return]']], ['file/tag']],
    [
      'keys merged from elsewhere',
      [['      - id: misurabilita', '      - id: misurabilita\n        <<: { a: 1 }']],
      ['file/merge-key'],
    ],
    ['null for a key', [['version: 2', 'version: 2\nnull: 2']], ['file/no-key']],
    ['a key twice', [['id: misurabilita', 'id: altro\n        id: misurabilita']], ['file/same-key']],
    ['chains twice', [['\nchains:\n', '\nchains: { plan: { steps: [] } }\nchains:\n']], ['file/same-key']],
    ['a misspelt function', [['function: accounting', 'function: accountin']], ['file/unknown-value']],
    ['a misspelt verb', [['verb: reopen', 'verb: reopn']], ['file/unknown-value']],
    [
      'a key of an office that no step names',
      [['  - id: nucleo', '  - id: altro\n    colore: blu\n  - id: nucleo']],
      ['file/unknown-key'],
    ],
    ['a misspelt part', [['\nobjective:', '\nobjetive:']], ['file/unknown-key']],
  ])('given %s, then what the law does not allow elsewhere is told too', (_, wrong, codes) => {
    const text = changed(...wrong, ...beneath);
    expect(codesIn(text).toSorted()).toEqual([...codes, ...LIMITS].toSorted());
  });

  it('given a misspelt key, then what is wrong beneath it is told at its line, as it stands in the file', () => {
    const text = changed(
      ['  justification:\n    steps:', '  justificazione:\n    stpes:'],
      ['name: { it: Proposta del Segretario,', 'name: { ita: Proposta del Segretario,'],
      [
        'name: { it: Decisione del Nucleo, en: Decision of the Nucleo }\n        who: [{ office: nucleo }]',
        'name: { it: Decisione, en: Decision }\n        who: [{ office: nucle }]',
      ],
    );
    expect(mistakesIn(text).map(({ code, line, path }) => [code, line, path])).toEqual([
      ['file/unknown-key', lineOf(text, 'justificazione:'), 'chains.justificazione'],
      ['file/unknown-key', lineOf(text, 'stpes:'), 'chains.justificazione.stpes'],
      ['file/unknown-key', lineOf(text, 'ita:'), 'chains.justificazione.stpes[0].name.ita'],
      ['workflow/unknown-office', lineOf(text, 'nucle }'), 'chains.justificazione.stpes[1].who[0].office'],
    ]);
  });

  it.each([
    ['conciliation: { workingDays: 10 }', 'conciliation: { workingDays: 400 }'],
    ['results: 60', 'results: 160'],
    ['hearingBelow: 60', 'hearingBelow: molto'],
  ])(
    'given evaluations with a number that cannot be (%s), then who evaluates is looked at all the same',
    (right, wrong) => {
      const text = changed(
        [right, wrong],
        ['conciliators: [{ office: vicesegretario }', 'conciliators: [{ office: nucleo }'],
      );
      expect(codesIn(text)).toContain('workflow/conciliator-evaluates');
      expect(codesIn(text)).not.toContain('limit/results-outweighed');
      expect(mistakesIn(text).some(({ path }) => path.startsWith('evaluations.'))).toBe(true);
    },
  );

  it('given a function that is none and near none, then only what would need that office is not told', () => {
    const text = changed(['function: accounting', 'function: ragioneria'], beneath[0]);
    expect(codesIn(text)).toEqual(['file/unknown-value', 'limit/no-substitute']);
  });

  it('given something that was taken out, then nothing is said to be missing where it stood', () => {
    expect(codesIn(changed(['name: { it: Comune, en: Town }', 'name: { it: Comune, <<: { en: Town } }']))).toEqual([
      'file/merge-key',
    ]);
    expect(codesIn(changed(['name: { it: Comune, en: Town }', 'name: !mio { it: Comune }']))).toEqual(['file/tag']);
    expect(codesIn(`!mio\n${comune}`)).toEqual(['file/tag']);
    const recalled = changed(
      ['who: [{ office: nucleo }]', 'who: !mio &chi [{ office: nucleo }]'],
      ['who: [{ office: giunta }]', 'who: *chi'],
    );
    expect(codesIn(recalled)).toContain('file/tag');
  });
});

describe('a key that is there already', () => {
  it('given it twice, then it is told which, where, and where the first is', () => {
    const text = changed(['      - id: misurabilita', '      - id: misurabilita\n        id: altro']);
    const [mistake, ...others] = mistakesIn(text);
    const line = lineOf(text, 'id: altro');
    expect(others).toEqual([]);
    expect(mistake).toMatchObject({ code: 'file/same-key', line, path: 'chains.objective.steps[1].id' });
    expect(mistake?.what).toEqual({
      it: `«id» sta già alla riga ${line - 1}, nello stesso punto.`,
      en: `“id” stands on line ${line - 1} already, in the same place.`,
    });
  });

  it('given it three times, then each after the first is told; in two places, each with its own', () => {
    const text = `${comune}id: uno\nid: due\n`;
    expect(mistakesIn(text).map(({ path, line }) => [path, line])).toEqual([
      ['id', lineOf(text, 'id: uno')],
      ['id', lineOf(text, 'id: due')],
    ]);
  });

  it('given a part twice, then what is told of it stands in the last, which is read, and nothing is said to be missing', () => {
    const text = `${comune}chains:\n  plan:\n    steps:\n      - id: altro\n        name: { it: Altro, en: Other }\n        who: [{ office: nessuno }]\n        outcomes: [approve]\n`;
    expect(mistakesIn(text).map(({ code, line }) => [code, line])).toEqual([
      ['file/same-key', lineOf(text, '\nchains:\n  plan:\n    steps:\n      - id: altro') + 1],
      ['workflow/unknown-office', lineOf(text, 'office: nessuno')],
    ]);
  });
});

describe('a sign that nobody sees', () => {
  it.each([
    ['one that turns the writing round', String.raw`\u202e`, 'U+202E'],
    ['one that isolates it', String.raw`\u2067`, 'U+2067'],
    ['a blank without width', String.raw`\u200b`, 'U+200B'],
    ['a joiner', String.raw`\u200d`, 'U+200D'],
    ['a hyphen that is not shown', String.raw`\u00ad`, 'U+00AD'],
    ['a letter without a shape', String.raw`\u3164`, 'U+3164'],
  ])(
    'given %s in a name, in one of an office or in a kind of act, then it is refused there and shown',
    (_, sign, shown) => {
      for (const [from, to, path] of [
        ['it: Comune,', `it: "Co${sign}mune",`, 'name.it'],
        ['names: [Area Finanziaria]', `names: ["Area${sign} Finanziaria"]`, 'offices[5].names[0]'],
        [
          'act: { kinds: [DGC, determina] }',
          `act: { kinds: ["DGC${sign}", determina] }`,
          'objective.transitions[6].act.kinds[0]',
        ],
      ] as const) {
        const [mistake, ...others] = mistakesIn(changed([from, to]));
        expect([mistake?.code, mistake?.path, others]).toEqual(['file/unseen-sign', path, []]);
        expect(mistake?.what.it).toContain(`<${shown}>`);
      }
    },
  );

  it('given accents, an apostrophe and an emoji, then the name is one', () => {
    expect(codesIn(changed(['it: Comune,', 'it: "Città dell’Aquila – n.\u00a01 ⛰️",']))).toEqual([]);
  });
});
