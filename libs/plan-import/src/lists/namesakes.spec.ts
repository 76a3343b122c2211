import { writtenPlan } from '../../../../test/support/written-plan.js';
import { readPlan } from '../read-plan.js';
import type { KnownOffice } from './known-office.js';
import { readOfficesFile } from './offices.js';

const POLICE = { id: 'pl', name: 'Area Polizia locale' };
const PERSONNEL = { id: 'personale', name: 'Personale' };
const OLD_POLICE = { id: 'polizia-locale', name: 'Polizia locale' };

describe('an office of a list that is called as one that the body has', () => {
  const offices = (rows: string, known: readonly KnownOffice[], called: readonly KnownOffice[] = []) => {
    const list = Buffer.from(`Codice;Denominazione\n${rows}`);
    const { rows: read, problems, warnings } = readOfficesFile(list, called, known);
    expect(problems).toEqual([]);
    return { ids: read.map(({ id }) => id), warnings };
  };

  it('given no code, or one that cannot be an id, then it is that office', () => {
    const expected = { ids: ['pl'], warnings: [] };
    expect(offices(';Polizia Locale', [POLICE])).toEqual(expected);
    expect(offices('12;POLIZIA LOCALE', [POLICE]).ids).toEqual(expected.ids);
  });

  it('given another code, then its line says that they are two, and what to write if they are one', () => {
    const { ids, warnings } = offices('tributi;Tributi\npm;Polizia locale', [POLICE]);
    expect(ids).toEqual(['tributi', 'pm']);
    expect(warnings).toMatchObject([
      {
        line: 3,
        code: 'import/office-of-same-name',
        place: { it: 'riga 3' },
        message: { it: expect.stringMatching(/riga 3 .*«Polizia locale».*«pm».*«pl».*lasciarlo vuoto/) as string },
      },
    ]);
  });

  it('given two offices of that name, then it is neither without its code, and each is told', () => {
    const { ids, warnings } = offices(';Settore polizia locale', [POLICE, OLD_POLICE]);
    expect(ids).toEqual(['settore-polizia-locale']);
    expect(warnings.map(({ message }) => message.en)).toEqual([
      expect.stringContaining('«pl», «polizia-locale»') as string,
    ]);
  });

  it('given two rows of one name with two codes, then the second is told', () => {
    const { warnings } = offices('a1;Tributi\na2;Area Tributi', []);
    expect(warnings.map(({ line, code }) => [line, code])).toEqual([[3, 'import/office-of-same-name']]);
  });

  it.each([
    ['ru;Personale', 'ru'],
    ['ru;Ufficio personale', 'ru'],
    ['personale;Risorse umane\nru;Ufficio personale', 'ru'],
    ['ru;Ufficio personale\npersonale;Risorse umane', 'ru'],
  ])('given «%s», with a name of an office of the approval chains under another code, then it is told', (rows, id) => {
    const { warnings } = offices(rows, [], [PERSONNEL, { ...PERSONNEL, name: 'Ufficio Personale' }]);
    expect(warnings.map(({ code, message }) => [code, message.it])).toEqual([
      ['import/office-of-same-name', expect.stringMatching(`«${id}».*«personale»`)],
    ]);
  });

  it('given its code, or two rows of which the later is told, then it is told no more than that', () => {
    expect(offices('personale;Personale', [], [PERSONNEL]).warnings).toEqual([]);
    expect(offices(';Personale', [], [PERSONNEL])).toEqual({ ids: ['personale'], warnings: [] });
    const { warnings } = offices('ru;Personale\npersonale;Personale', [], [PERSONNEL]);
    expect(warnings.map(({ line }) => line)).toEqual([3]);
  });

  it('given that the list itself calls the other office otherwise, or the same, then nothing is to be told', () => {
    expect(offices('pl;Vigili\npm;Polizia locale', [POLICE]).warnings).toEqual([]);
    expect(offices('pl;Polizia locale', [POLICE]).warnings).toEqual([]);
  });
});

describe('an area of a plan that is called as an office that the body has', () => {
  const read = (known: readonly KnownOffice[], called: readonly KnownOffice[] = []) => {
    const { document, remarks } = readPlan(writtenPlan, { known, called });
    const shares = document?.objectives.flatMap((objective) => objective.shares.map(({ areaId }) => areaId));
    return { areas: document?.areas.map(({ id }) => id), shares, remarks: remarks.map(({ it }) => it) };
  };

  it('given one of that name, then it is that office, and it is said', () => {
    const { areas, shares, remarks } = read([POLICE, { id: 'finanziaria', name: 'Finanziaria' }]);
    expect(areas).toEqual(['finanziaria', 'pl']);
    expect(shares).toEqual(['finanziaria', 'pl']);
    expect(remarks).toEqual([expect.stringMatching(/«Polizia locale».*«pl»/)]);
  });

  it('given two of that name, then it has the code made of its name, and it is said which they are', () => {
    const { areas, remarks } = read([POLICE, OLD_POLICE]);
    expect(areas).toEqual(['finanziaria', 'polizia-locale']);
    expect(remarks).toEqual([expect.stringMatching(/«polizia-locale».*stesso nome.*«pl»/)]);
  });

  it('given that the file of the approval chain calls another so, then it is that one, and the body’s is told', () => {
    const { areas, remarks } = read([POLICE], [{ id: 'vigili', name: 'Polizia locale' }]);
    expect(areas).toEqual(['finanziaria', 'vigili']);
    expect(remarks).toEqual([expect.stringMatching(/«vigili».*stesso nome.*«pl»/)]);
  });

  it('given an office of the code that the plan makes, then nothing is to be said', () => {
    expect(read([OLD_POLICE]).remarks).toEqual([]);
  });
});
