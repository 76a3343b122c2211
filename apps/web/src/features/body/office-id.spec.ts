import { namesakesIn, officeId, withIds } from './office-id.js';

describe('the id of an office', () => {
  it('given a name, then it is its letters and digits in lower case, without accents', () => {
    expect(officeId('Lavori pubblici e patrimonio')).toBe('lavori-pubblici-e-patrimonio');
    expect(officeId('  Qualità & Città (LL.PP.) ')).toBe('qualita-citta-ll-pp');
  });

  it('given an office that has one, then a new name changes nothing; given two alike, then they are numbered', () => {
    const rows = [
      { id: 'cultura', name: 'Cultura e sport' },
      { id: '', name: 'Cultura' },
      { id: '', name: 'Cultura' },
    ];
    expect(withIds(rows).map(({ id }) => id)).toEqual(['cultura', 'cultura-2', 'cultura-3']);
  });

  it('given a new office of a name that one has, then it is told which, and which id it would get; no other is', () => {
    const rows = [
      { id: 'cultura', name: 'Cultura e sport' },
      { id: '', name: 'Tributi' },
      { id: '', name: 'CULTURA' },
      { id: '', name: '' },
      { id: 'cultura-3', name: 'Cultura' },
    ];
    expect(namesakesIn(rows)).toEqual([null, null, { id: 'cultura-2', other: 'cultura' }, null, null]);
  });
});
