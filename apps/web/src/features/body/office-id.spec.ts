import { officeId, withIds } from './office-id.js';

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
});
