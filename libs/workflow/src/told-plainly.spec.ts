import { drawWorkflow } from './drawing/document.js';
import { readWorkflow } from './read-workflow.js';
import { changed, comune, lineOf, mistakesIn, roles } from './testing/comune.js';

describe('a workflow file in which something is written otherwise', () => {
  const utf32 = (text: string, order: 'LE' | 'BE') => {
    const bytes = Buffer.alloc(text.length * 4);
    for (let at = 0; at < text.length; at++) bytes[`writeUInt32${order}`](text.charCodeAt(at), at * 4);
    return bytes.toString('utf8');
  };

  it.each([
    ['UTF-16', Buffer.from(`\ufeff${comune}`, 'utf16le').toString('utf8'), 'UTF-16', 1],
    ['UTF-16 without its mark', Buffer.from(comune, 'utf16le').toString('utf8'), 'UTF-16', 1],
    ['UTF-16, the other way round', Buffer.from(`\ufeff${comune}`, 'utf16le').swap16().toString('utf8'), 'UTF-16', 1],
    ['UTF-32', utf32(`\ufeff${comune.slice(0, 500)}`, 'LE'), 'UTF-32', 1],
    ['UTF-32 without its mark', utf32(comune.slice(0, 500), 'LE'), 'UTF-32', 1],
    ['UTF-32, the other way round', utf32(`\ufeff${comune.slice(0, 500)}`, 'BE'), 'UTF-32', 1],
    [
      'windows-1252',
      Buffer.from('id: a\nversion: 1\nname: { it: Città, en: Town }\n', 'latin1').toString('utf8'),
      'windows-1252',
      3,
    ],
  ])('given %s, then what it seems to be is told, and to save it again', (_, text, encoding, line) => {
    const [mistake, ...others] = mistakesIn(text);
    expect(mistake).toMatchObject({ code: 'file/not-utf-8', line });
    expect(mistake?.what).toEqual({
      it: `Il file non è in UTF-8: sembra salvato in ${encoding}.`,
      en: `The file is not in UTF-8: it seems to be saved as ${encoding}.`,
    });
    expect(mistake?.remedy.it).toContain('codifica UTF-8');
    expect(others).toEqual([]);
  });

  it('given the line ends of an old Mac, then it is read, and mistakes stand at their lines', () => {
    expect(mistakesIn(comune.replaceAll('\n', '\r'))).toEqual([]);
    const text = changed(['function: segretario\n', 'functon: segretario\n']);
    expect(mistakesIn(text.replaceAll('\n', '\r'))).toEqual(mistakesIn(text));
    expect(mistakesIn(text.replaceAll('\n', '\r\n')).map(({ line }) => line)).toEqual([lineOf(text, 'functon')]);
  });

  it('given keys that are merged from another place, then each place is told, and that it cannot be', () => {
    const first = 'substitute: { office: vicesegretario }';
    const text = changed([first, 'substitute: &vice { office: vicesegretario }'], [first, 'substitute: { <<: *vice }']);
    const [mistake, ...others] = mistakesIn(text);
    expect(mistake).toMatchObject({ code: 'file/merge-key', line: lineOf(text, '<<: *vice'), law: null });
    expect(mistake?.remedy.it).toBe('Scrivere le chiavi per esteso; un valore intero si può richiamare con «*».');
    expect(others).toEqual([]);
    expect(mistakesIn(text.replace('{ <<: *vice }', '*vice'))).toEqual([]);
  });

  it('given a list as a key, then it is told as a mistake, and the parser says nothing beside', () => {
    const warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    const text = `${comune}? [a, b]\n: c\n{ d: e }: f\n`;
    const mistakes = mistakesIn(text);
    expect(mistakes.map(({ code, line }) => [code, line])).toEqual([
      ['file/not-a-key', lineOf(text, '[a, b]')],
      ['file/not-a-key', lineOf(text, '{ d: e }')],
    ]);
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
  });

  it.each([
    ['act: DGC', 'Scrivere le chiavi con i loro valori, come «act: { kinds: [DGC] }».'],
    ['act: {}', 'Aggiungerlo qui, come «kinds: [DGC]».'],
    ['act: { kinds: DGC }', 'Scrivere una lista, fra parentesi quadre, come «kinds: [DGC]».'],
    ['act: { kinds: [] }', 'Scriverne almeno uno, come «kinds: [DGC]».'],
    ['act: { kinds: [12] }', 'Scrivere un testo, come «kinds: [DGC]».'],
  ])('given %s, then what to write instead is told', (written, remedy) => {
    const [mistake, ...others] = mistakesIn(changed(['act: { kinds: [DGC, determina, decreto] }', written]));
    expect([mistake?.remedy.it, others]).toEqual([remedy, []]);
    expect(mistake?.remedy.en).toContain('[DGC]');
  });

  it('given a term of one day, then it is drawn as one', () => {
    const { definition } = readWorkflow(comune.replaceAll(/workingDays: \d+/g, 'workingDays: 1'), { roles });
    const drawn = definition && [drawWorkflow(definition, 'it'), drawWorkflow(definition, 'en')].join('');
    expect(drawn).toMatch(/1 giorno lavorativo<br\/>/);
    expect(drawn).toMatch(/osservazioni entro 1 giorno lavorativo/);
    expect(drawn).toMatch(/1 working day<br\/>/);
    expect(drawn).not.toMatch(/1 (giorni|working days)/);
  });

  it('given one day, then one day is told', () => {
    const late = changed(
      ['maximumDays: 180, unratifiedDays: 30', 'maximumDays: 1, unratifiedDays: 2'],
      [
        '{ workingDays: 10 }\n        onTimeout: [{ after: 0, do: approve-silently }]',
        '{ workingDays: 10 }\n        onTimeout: [{ after: 3, do: remind }, { after: 1, do: remind }]',
      ],
    );
    const told = mistakesIn(late).map(({ what }) => [what.it, what.en]);
    expect(told).toEqual([
      expect.arrayContaining([expect.stringContaining('sospesi 2 giorni')]),
      expect.arrayContaining([
        expect.stringContaining('viene 1 giorno dopo'),
        expect.stringContaining('comes 1 day after'),
      ]),
    ]);
  });
});
