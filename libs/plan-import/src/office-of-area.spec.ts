import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { writtenPlan } from '../../../test/support/written-plan.js';
import { readAreaLine } from './area-line.js';
import type { KnownOffice } from './lists/known-office.js';
import { readPlan } from './read-plan.js';

/** As the file of the approval chains calls them. */
const called: readonly KnownOffice[] = [
  { id: 'personale', name: 'Personale' },
  { id: 'personale', name: 'Ufficio Personale' },
  { id: 'nucleo', name: 'Nucleo di Valutazione' },
  { id: 'ragioneria', name: 'Servizio finanziario' },
];

describe('an area that is called as an office of the approval chains, or as its code', () => {
  const read = (written: string, known: readonly KnownOffice[] = []) => {
    const { document, remarks } = readPlan(writtenPlan.replace('Polizia locale', written), { called, known });
    return {
      area: document?.areas[1],
      share: document?.objectives[1]?.shares[0],
      remarks: remarks.map(({ it }) => it),
    };
  };

  it.each([
    ['Ufficio personale', 'personale'],
    ['Servizio Personale', 'personale'],
    ['Settore Personale', 'personale'],
    ['UFFICIO PERSONALE', 'personale'],
    ['SETTORE 3 – PERSONALE', 'personale'],
    ['3. Settore Personale', 'personale'],
    ['SETTORE 3 - UFFICIO PERSONALE', 'personale'],
    ['Servizio Ragioneria', 'ragioneria'],
    ['Nucleo di valutazione', 'nucleo'],
  ])(
    'given «%s», then its whole name is that office, and it is said with what to do if it is another',
    (written, id) => {
      const { area, share, remarks } = read(written);
      expect(area).toMatchObject({ id, name: written });
      expect(share).toMatchObject({ areaId: id, unit: null });
      expect(remarks).toEqual([expect.stringMatching(RegExp(`«${written}».*«${id}».*Se è un altro`))]);
    },
  );

  it('given the whole name of the office of the Segretario, then nothing of it is a unit', () => {
    const line = (isOffice: boolean) =>
      readAreaLine('Segretaria della Comunità', true, { isOffice: () => isOffice, isArea: () => false });
    expect(line(true)).toEqual([{ kind: 'segretario', head: 'Segretaria della Comunità', unit: null, beside: null }]);
    expect(line(false)).toMatchObject([{ kind: 'segretario', head: 'Segretaria', unit: 'della Comunità' }]);
  });

  it('given nothing but its name, then it is that office as anybody expects, and nothing is to be said', () => {
    expect(read('Personale')).toMatchObject({ area: { id: 'personale' }, remarks: [] });
  });

  it('given that the body has an office of exactly that name, then it is that one, and the other is told', () => {
    const { area, remarks } = read('Settore Personale', [{ id: 'sp', name: 'Settore Personale' }]);
    expect(area?.id).toBe('sp');
    expect(remarks).toEqual([expect.stringMatching(/«sp».*stesso nome.*«personale»/)]);
  });

  it.each([
    ['Settore Tributi e Personale', 'settore-tributi-e-personale'],
    ['Ufficio Personale e Organizzazione', 'ufficio-personale-e-organizzazione'],
    ['Area Segreteria', 'area-segreteria'],
    ['Polizia Locale', 'polizia-locale'],
  ])('given «%s», which is none of them, then it is an area of its own, whole', (written, id) => {
    expect(read(written)).toMatchObject({ area: { id, name: written }, share: { unit: null }, remarks: [] });
  });

  it('given an office within an area, then it is its unit as ever', () => {
    expect(read('Area Amministrativa Ufficio personale')).toMatchObject({
      area: { id: 'area-amministrativa' },
      share: { unit: 'Ufficio personale' },
    });
  });

  it('given a code of the body behind «Servizio», then it is the office of that code', () => {
    const { area, remarks } = read('Servizio Tributi', [{ id: 'tributi', name: 'Entrate' }]);
    expect(area?.id).toBe('tributi');
    expect(remarks).toEqual([expect.stringMatching(/«Servizio Tributi».*«tributi».*«Entrate»/)]);
  });
});

describe('a section that is called as an office of the body, without a word for what it is', () => {
  const sections = readFileSync(resolve(__dirname, '../fixtures/valchiara-sections.md'), 'utf8');
  const read = (known: readonly KnownOffice[]) =>
    readPlan(sections.replace('## Area Tecnica', '## Polizia Locale'), { known });

  it('given that the body has it, then its rows are its own', () => {
    const { reading } = read([{ id: 'pl', name: 'Polizia locale' }]);
    expect(reading.weightByArea).toMatchObject({ 'Area Amministrativa': '100', 'Polizia Locale': '100' });
  });

  it('given that nobody knows it, then whether an area begins there is asked', () => {
    expect(read([]).questions.map(({ id, proposed }) => [id, proposed])).toEqual([['polizia-locale-section', 'area']]);
  });
});
