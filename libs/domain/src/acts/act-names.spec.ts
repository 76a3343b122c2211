import { actIdToday, actIdsOf, actKey, isOfKind, kindOf } from './act-key.js';

/** As acts are written in plans, and the kind that each is. */
const written: Readonly<Record<string, readonly string[]>> = {
  dgc: [
    'DGC',
    'd.G.C.',
    'DGM',
    'G.C.',
    'gm',
    'Atto G.C.',
    'Giunta comunale',
    'Giunta municipale',
    'Delibera di Giunta',
    'Deliberazione della Giunta comunale',
    'Delibera Giunta provinciale',
    'Delibera GC',
    'Deliberazione di G.C.',
  ],
  dcc: [
    'DCC',
    'C.C.',
    'Consiglio',
    'Delibera di Consiglio',
    'Deliberazione del Consiglio comunale',
    'Delibera Consiglio',
    'Consiglio provinciale',
    'Delibera del CC',
  ],
  dgu: ['DGU', 'Delibera GU', 'Deliberazione della G.U.', 'Delibera di GU'],
  determina: ['Det.', 'DD', 'Determina', 'Determinazione', 'Determina dirigenziale', 'Determinazione del responsabile'],
  decreto: ['DS', 'DP', 'Decreto', 'Decreto sindacale', 'Decreto del Sindaco', 'Decreto del Presidente'],
  delibera: ['Del.', 'Delibera', 'Deliberazione'],
};

describe('what an act is called by', () => {
  it.each(Object.entries(written))('given what bodies write for %s, then it is that kind', (kind, names) => {
    expect(names.map((name) => [name, kindOf(name)])).toEqual(names.map((name) => [name, kind]));
  });

  it('given something before or after, then it is another kind, by its own name', () => {
    for (const name of ['DGC', 'DCC', 'DGU', 'Determina', 'Decreto', 'Delibera']) {
      const plain = name.toLowerCase();
      expect([kindOf(`x ${name}`), kindOf(`${name} x`)]).toEqual([`x.${plain}`, `${plain}.x`]);
    }
  });

  it.each([
    ['D.G.E.', 'dge'],
    ['D. G. E.', 'dge'],
    ['d.g.e', 'dge'],
    ['D G E', 'dge'],
    ['DGE', 'dge'],
    ['Delibera C.d.A.', 'delibera.cda'],
    ['Ordinanza', 'ordinanza'],
    ['A. Rossi', 'a.rossi'],
    ['L.R. 7', 'lr.7'],
  ])('given an acronym written as %p, then it is the acronym, of whatever kind: %p', (name, kind) => {
    expect(kindOf(name)).toBe(kind);
    expect(isOfKind({ kind: name }, [kind])).toBe(true);
  });

  it('given the id that an older log has for it, then it is the same act, and found under either', () => {
    expect(actIdToday('2026-d.g.e-102')).toBe('2026-dge-102');
    expect(actIdToday('2026-delibera.c.d.a-12.a.b')).toBe('2026-delibera.cda-12.a.b');
    expect(actIdsOf('2026-dge-102')).toEqual(['2026-dge-102', '2026-d.g.e-102']);
    expect(actIdsOf('2026-d.g.e-102')).toEqual(actIdsOf('2026-dge-102'));
    expect(actIdsOf('2026-delibera.cda-5')).toContain('2026-delibera.c.d.a-5');
  });

  it('given a kind that every body knows, or letters that are one, then older logs have it by no other id', () => {
    expect(actIdsOf('2022-dgc-54')).toEqual(['2022-dgc-54']);
    expect(actIdsOf('2022-x-a.b')).toEqual(['2022-x-a.b']);
  });

  it.each([
    ['54', '54'],
    [' 54 ', '54'],
    ['n. 054', '54'],
    ['N.54', '54'],
    ['nr. 54', '54'],
    ['num 54', '54'],
    ['numero   54', '54'],
    ['n° 54', '54'],
    ['n.º 54', '54'],
    ['n 54', '54'],
    ['n54', '54'],
    ['54/2022', '54'],
    ['54 / 22', '54'],
    ['54/14.03.2022', '54'],
    ['54/1-3-22', '54'],
    ['54 bis', '54.bis'],
    ['bis 54', 'bis.54'],
    ['A–12  (all.)', 'a.12.all'],
    ['(all.) A', 'all.a'],
    ['54/202', '54.202'],
    ['…', 'x'],
  ])('given the number %p, then it is %p', (number, is) => {
    expect(actKey({ kind: 'DGC', number, date: null }).number).toBe(is);
  });

  it.each([
    ['54', null, null, 'undated-dgc-54'],
    ['54', '2022-03-14', '2022-03-14', '2022-dgc-54'],
    ['54/21', null, null, '2021-dgc-54'],
    ['54/2021', '2022-03-14', '2022-03-14', '2022-dgc-54'],
    ['54/14.03.22', null, '2022-03-14', '2022-dgc-54'],
    ['54/4/3/2022', null, '2022-03-04', '2022-dgc-54'],
    ['54/31.02.2022', null, null, '2022-dgc-54'],
  ])('given the number %p of %p, then its date is %p and its id %p', (number, date, is, id) => {
    expect(actKey({ kind: 'Giunta', number, date })).toMatchObject({ date: is, id });
  });

  it('given the year, then it is what the date or the number says', () => {
    expect(actKey({ kind: 'DGC', number: '54/22', date: null }).year).toBe('2022');
    expect(actKey({ kind: 'DGC', number: '54', date: '2021-01-01' }).year).toBe('2021');
    expect(actKey({ kind: 'DGC', number: '54', date: null }).year).toBeNull();
  });
});
