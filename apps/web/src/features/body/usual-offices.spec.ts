import { isBesideAreas, missingOffices } from './usual-offices.js';

const named = [
  { id: 'segretario-generale', function: 'segretario', names: ["Segretario dell'Unione", 'Segretario'] },
  { id: 'oiv', function: 'evaluation-body', names: [] },
  { id: 'ragioneria', function: 'accounting', names: ['Ragioneria'] },
] as const;

describe('the offices of the body’s workflow', () => {
  const offices = named.map((office) => ({ ...office, names: [...office.names] }));

  it('given a body without some of them, then those are missing, by what its workflow calls them', () => {
    expect(missingOffices([{ id: 'ragioneria' }, { id: 'cultura' }], offices)).toEqual([
      { id: 'segretario-generale', name: "Segretario dell'Unione" },
      { id: 'oiv', name: 'Oiv' },
    ]);
  });

  it('given what the law wants an office for, then it stands beside the areas, but the accounting service may be one', () => {
    expect(['segretario-generale', 'oiv', 'ragioneria', 'nucleo'].map((id) => isBesideAreas(id, offices))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
