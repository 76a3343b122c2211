import { changed, codesIn, comune, lineOf, mistakesIn, roles } from './testing/comune.js';
import { readWorkflow } from './read-workflow.js';

describe('reading a workflow file', () => {
  it('given the file that comes with the program, then there is no mistake, and what was left out is filled in', () => {
    const { definition, mistakes } = readWorkflow(comune, { roles });
    expect(mistakes).toEqual([]);
    expect(definition).toMatchObject({
      id: 'comune',
      version: 2,
      objective: { suspension: { maximumDays: 180, unratifiedDays: 30 } },
      variations: { cutOff: '12-15' },
    });
    expect(definition?.chains.rendicontazione).toMatchObject({
      id: 'rendicontazione',
      version: 2,
      steps: [{ agreement: { kind: 'one' }, order: 'parallel', term: null, onTimeout: [], act: null }, {}, {}],
    });
  });

  it.each([
    ['an unknown key', 'function: segretario\n', 'functon: segretario\n', 'file/unknown-key', 'function'],
    [
      'an unknown key in a form',
      'substitute: { office: vicesegretario }',
      'substitute: { ofice: vicesegretario }',
      'file/unknown-key',
      'office',
    ],
    ['an unknown outcome', 'outcomes: [approve, reject', 'outcomes: [approve, rejct', 'file/unknown-value', 'reject'],
    ['an unknown action', 'do: approve-silently', 'do: approve-silenty', 'file/unknown-value', 'approve-silently'],
    ['an unknown state', 'from: [approved]', 'from: [aproved]', 'file/unknown-value', 'approved'],
    [
      'an unknown office',
      'who: [{ office: personale }]',
      'who: [{ office: personle }]',
      'workflow/unknown-office',
      'personale',
    ],
    ['an unknown role', '{ role: responsabile }', '{ role: responsable }', 'workflow/unknown-role', 'responsabile'],
  ])(
    'given %s, then its line and the nearest name are told, and nothing that follows from it',
    (_, from, to, code, near) => {
      const text = changed([from, to]);
      const mistakes = mistakesIn(text);
      expect(mistakes.map((mistake) => mistake.code)).toEqual([code]);
      expect(mistakes[0]?.line).toBe(lineOf(text, to));
      expect(mistakes[0]?.remedy.it).toContain(`Forse «${near}»?`);
      expect(mistakes[0]?.remedy.en).toContain(`Perhaps “${near}”?`);
    },
  );

  it('given mistakes of every kind, then all of them are told at once, in the order of their lines', () => {
    const text = changed(
      ['version: 2', 'version: uno'],
      ['function: segretario\n', 'functon: segretario\n'],
      ['{ kinds: [DGC, determina, decreto] }', 'null'],
      ['        substitute: { office: vicesegretario }', '        substitute: { ofice: vicesegretario }'],
      ['outcomes: [approve, reject, return]', 'outcomes: [approve, rejct, return]'],
      ['after: 0, do: approve-silently', 'after: 0, do: approve-silenty'],
    );
    const mistakes = mistakesIn(text);
    expect(mistakes.map(({ code, path }) => [code, path])).toEqual([
      ['file/wrong-kind', 'version'],
      ['file/unknown-key', 'offices[0].functon'],
      ['limit/reopening-without-act', 'objective.transitions[15]'],
      ['file/unknown-key', 'chains.objective.steps[0].substitute.ofice'],
      ['file/unknown-value', 'chains.variation.steps[0].outcomes[1]'],
      ['file/unknown-value', 'chains.evaluation.steps[1].onTimeout[0].do'],
    ]);
    const lines = mistakes.map(({ line }) => line);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });

  it('given a step that cannot be read, then mistakes of the steps after it stand at their own lines', () => {
    const text = changed(
      ['      - id: verifica\n', '      - id: Verifica!\n'],
      [
        'outcomes: [approve, return, correct-degree]\n      - id: presa',
        'outcomes: [return, correct-degree]\n      - id: presa',
      ],
    );
    expect(mistakesIn(text).map(({ code, line, path }) => [code, line, path])).toEqual([
      ['file/not-an-id', lineOf(text, 'Verifica!'), 'chains.rendicontazione.steps[0].id'],
      [
        'workflow/cannot-approve',
        lineOf(text, 'outcomes: [return, correct-degree]'),
        'chains.rendicontazione.steps[1].outcomes',
      ],
    ]);
  });

  it('given more than publishing takes, then the line where it is too much is told, and nothing else', () => {
    const remarks = (characters: number) => comune + '# nota\n'.repeat(characters).slice(0, characters - comune.length);
    expect(mistakesIn(remarks(200_000))).toEqual([]);
    const long = remarks(200_001);
    expect(mistakesIn(long)).toMatchObject([{ code: 'file/too-long', line: long.slice(0, -1).split('\n').length }]);
  });

  it('given a name with a line break or another control character, then it is refused at its line', () => {
    const text = changed(['it: Verifica del Segretario Generale', String.raw`it: "Verifica\n[*] --> x"`]);
    expect(mistakesIn(text)).toMatchObject([
      { code: 'file/several-lines', line: lineOf(text, '[*] --> x'), path: 'chains.rendicontazione.steps[0].name.it' },
    ]);
    expect(codesIn(changed(['it: Verifica del Segretario Generale', String.raw`it: "Verifica\x07"`]))).toEqual([
      'file/several-lines',
    ]);
  });

  it('given a limit of the law, then the article is told', () => {
    const [mistake] = mistakesIn(
      changed([
        'who: [{ office: nucleo }]\n        outcomes: [approve, return, correct-degree]',
        'who: [{ office: giunta }]\n        outcomes: [approve, return]',
      ]),
    );
    expect(mistake).toMatchObject({
      code: 'limit/not-certified',
      law: 'D.Lgs. 150/2009, art. 7, c. 2, lett. a, art. 14, c. 4, lett. c, c. 6',
    });
  });

  it.each([
    ['nothing', '', 'file/nothing'],
    ['nothing but a remark', '# da scrivere\n', 'file/nothing'],
    ['a word', 'ciao', 'file/not-keys'],
    ['a list', '- id: comune\n', 'file/not-keys'],
    ['what is no text', 'PK\u0003\u0004\u0000', 'file/not-text'],
    ['what is no UTF-8', 'name: Citt\ufffd\n', 'file/not-utf-8'],
    ['two workflows in one', `${comune}---\n${comune}`, 'file/several-documents'],
    ['a tab', 'id: a\n\tversion: 1\n', 'file/not-yaml'],
    ['an alias of nothing', 'id: *altro\n', 'file/not-yaml'],
    ['broken YAML', 'id: [', 'file/not-yaml'],
    ['a key twice', `${comune}id: altro\n`, 'file/same-key'],
    [
      'an office, a role and a relation in one',
      changed(['{ role: responsabile }', '{ role: responsabile, office: giunta }']),
      'file/exactly-one',
    ],
    ['a list where one value goes', changed(['id: comune', 'id: [comune]']), 'file/wrong-kind'],
    ['a number that is too small', changed(['{ workingDays: 10 }', '{ workingDays: 0 }']), 'file/out-of-range'],
    ['an empty list', changed(['from: [approved]', 'from: []']), 'file/empty'],
    ['a name of blanks alone', changed(['{ it: Comune, en: Town }', '{ it: "  ", en: Town }']), 'file/empty'],
    [
      'a name too long for its blanks, as the schema counts',
      changed(['en: Town', `en: "${'T'.repeat(200)} "`]),
      'file/text-too-long',
    ],
    ['a day that no year has', changed(['cutOff: 12-15', 'cutOff: 02-30']), 'file/not-a-month-day'],
    ['rests without end', changed(['maximumDays: 180', 'maximumDays: 0']), 'file/out-of-range'],
    ['rests longer than any', changed(['unratifiedDays: 30', 'unratifiedDays: 300']), 'workflow/unratified-too-long'],
    ['a capital in an id', changed(['id: nucleo', 'id: Nucleo']), 'file/not-an-id'],
  ])('given %s, then that is the mistake', (_, text, code) => {
    expect(codesIn(text)).toContain(code);
  });

  it.each([
    ['', 1],
    ['ciao', 1],
    ['PK\u0000', 1],
    ['id: a\n---\nid: b\n', 2],
    ['id: a\n\tversion: 1\n', 2],
    ['id: a\nname: *altro\n', 2],
    ['id: [', 1],
    ['id: "a\nversion: 1\n', 1],
    ['id: a\n name: b\n', 1],
  ])('given %j, then its one sentence has the line, what to do, and no word of the parser', (text, line) => {
    const mistakes = mistakesIn(text).filter(({ code }) => code !== 'file/missing-key');
    expect(mistakes.map((mistake) => mistake.line)).toEqual([line]);
    for (const { what, remedy } of mistakes) {
      for (const said of [what.it, what.en, remedy.it, remedy.en]) {
        expect(said).toMatch(/^.+\.$/);
        expect(said).not.toMatch(/YAML\.|parse|Source|anchor|[?]{2}|undefined/);
      }
      expect(what.it).not.toBe(what.en);
    }
  });

  it('given a number beyond all numbers, then one limit is told', () => {
    const [mistake, ...others] = mistakesIn(changed(['version: 2', 'version: 1e30']));
    expect(mistake).toMatchObject({ code: 'file/out-of-range', path: 'version' });
    expect(mistake?.remedy.it).toBe('Scrivere al più 1000000.');
    expect(others).toEqual([]);
  });

  it.each([
    ['a number in quotes', ['version: 2', 'version: "2"'], '«"2"»'],
    ['a number without end', ['maximumDays: 180', 'maximumDays: .inf'], '«Infinity»'],
    [
      'one step where a list goes',
      ['outcomes: [approve, return]', 'independentOf: verifica\n        outcomes: [approve, return]'],
      '«verifica»',
    ],
  ] as const)('given %s, then it is told as it was written', (_, [from, to], written) => {
    const [mistake] = mistakesIn(changed([from, to]));
    expect(mistake?.what.it).toContain(written);
  });

  it('given one step to be independent of, then a list is among what can be written', () => {
    const text = changed([
      'outcomes: [approve, return]',
      'independentOf: verifica\n        outcomes: [approve, return]',
    ]);
    expect(mistakesIn(text)[0]?.remedy.it).toBe('Scegliere fra: earlier, nobody, […].');
  });

  it.each([
    ['no state', ['  states:\n', '  stati:\n']],
    ['an empty life', ['\nobjective:\n', '\nobjective: {}\naltro:\n']],
  ] as const)('given %s, then nobody is said to be missing from what stands in for it', (_, [from, to]) => {
    expect(codesIn(changed([from, to]))).not.toContain('workflow/nobody-does');
  });

  it('given a part that can be left out and cannot be read, then the rest is looked at all the same', () => {
    const text = changed(
      ['suspension: { maximumDays: 180, unratifiedDays: 30 }', 'suspension: { unratifiedDays: 30 }'],
      ['act: { kinds: [DGC, determina, decreto] }', 'act: null'],
    );
    expect(codesIn(text)).toEqual(['limit/reopening-without-act', 'file/missing-key']);
  });

  it.each([
    ['independentOf: earler', 'file/unknown-value', 'Forse «earlier»?'],
    ['independentOf: [coernza]', 'workflow/not-an-earlier-step', 'Forse «coerenza»?'],
    ['independentOf: [Coerenza!]', 'file/not-an-id', ''],
    ['independentOf: []', 'file/empty', ''],
    ['independentOf: 3', 'file/unknown-value', ''],
  ])('given %s, then that is the mistake, with the nearest word', (written, code, near) => {
    const [mistake, ...others] = mistakesIn(
      changed([
        'who: [{ office: nucleo }]\n        term',
        `who: [{ office: nucleo }]\n        ${written}\n        term`,
      ]),
    );
    expect([mistake?.code, others]).toEqual([code, []]);
    expect(mistake?.path).toMatch(/^chains\.objective\.steps\[1\]\.independentOf/);
    expect(mistake?.remedy.it).toContain(near);
  });

  it('given a name in one language, then the other is missing, and nothing else', () => {
    expect(
      mistakesIn(changed(['name: { it: Bozza, en: Draft }', 'name: { it: Bozza }'])).map(({ code, path }) => [
        code,
        path,
      ]),
    ).toEqual([['file/missing-key', 'objective.states[0].name.en']]);
  });

  it('given no lifecycle, no chains and no offices, then only what is missing is told', () => {
    expect(mistakesIn('id: a\nversion: 1\nname: { it: A, en: A }\n').map(({ code, path }) => [code, path])).toEqual([
      ['file/missing-key', 'offices'],
      ['file/missing-key', 'objective'],
      ['file/missing-key', 'chains'],
    ]);
  });

  it('given aliases that multiply, then it is refused at once', () => {
    const bomb = `a: &a [x, x]\n${'bcdefghijkl'
      .split('')
      .map((name, at) => `${name}: &${name} [${`*${'abcdefghijk'[at]}, `.repeat(9)}]`)
      .join('\n')}\n`;
    expect(codesIn(bomb)).toEqual(['file/not-yaml']);
  });
});
