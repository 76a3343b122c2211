import { knownOfficeName, officeName } from './office-name.js';

describe('how an office is called on pages', () => {
  const offices = [
    { id: 'legale', name: 'Avvocatura', kind: 'office' },
    { id: 'oiv', name: 'oiv', kind: 'office' },
  ] as const;
  const known = { offices: [...offices], called: { legale: 'Ufficio Legale', oiv: 'OIV monocratico' } };

  it.each([
    ['legale', 'Avvocatura', 'as the body lists it'],
    ['oiv', 'OIV monocratico', 'as the workflow file calls it, where accounts alone name it'],
    ['area-tecnica', 'Area tecnica', 'by its id in words, where nobody names it'],
    ['constructor', 'Constructor', 'by its id, whatever that is'],
  ])('given %s, then %s: %s', (id, name) => {
    expect(officeName(id, known)).toBe(name);
  });

  it('given a role by which the body has no office, then it is called as none', () => {
    expect(knownOfficeName('oiv', known)).toBe('OIV monocratico');
    expect(knownOfficeName('responsabile', known)).toBeUndefined();
  });

  it('given that the body is not known yet, then by its id', () => {
    expect(officeName('oiv')).toBe('Oiv');
  });
});
