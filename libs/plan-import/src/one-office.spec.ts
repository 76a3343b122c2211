import { writtenPlan } from '../../../test/support/written-plan.js';
import type { KnownOffice } from './lists/known-office.js';
import { readPlan } from './read-plan.js';

/** As the file of the approval chains calls them. */
const called: readonly KnownOffice[] = [
  { id: 'segretario-generale', name: 'Segretario Generale' },
  { id: 'personale', name: 'Personale' },
  { id: 'personale', name: 'Ufficio Personale' },
];
const known: readonly KnownOffice[] = [{ id: 'tecnica', name: 'Tecnica' }];

/** The plan with an area that is written in two ways. */
const twice = (one: string, other: string) =>
  writtenPlan
    .replace('Finanziaria\tAlmeno', `${one}\tAlmeno`)
    .replace('Polizia locale', other)
    .replace(/\t60\t/g, '\t10\t');

const read = (one: string, other: string, offices: Parameters<typeof readPlan>[1] = { called, known }) => {
  const { document, questions, remarks, problems } = readPlan(twice(one, other), offices);
  expect(problems).toEqual([]);
  return {
    areas: document?.areas.map(({ id }) => id),
    shares: document?.objectives.flatMap(({ shares }) => shares.map(({ areaId, unit }) => [areaId, unit])),
    kinds: document?.areas.map(({ kind }) => kind),
    names: document?.areas.map(({ name, aliases }) => [name, ...aliases]),
    questions,
    readings: document?.readings,
    remarks: remarks.map(({ it }) => it),
  };
};

describe('one office under two of its names in one plan', () => {
  it.each([
    ['Ufficio personale', 'PERSONALE', 'personale'],
    ['PERSONALE', 'SETTORE 3 – PERSONALE', 'personale'],
    ['Ufficio personale', 'SETTORE 3 – PERSONALE', 'personale'],
    ['Personale', 'U.O. Personale', 'personale'],
    ['U. O. Personale', 'Ufficio Personale', 'personale'],
    ['Area Tecnica', 'Servizio n. 2 Tecnica', 'tecnica'],
    ['Settore n. 2 Tecnica', 'Servizio Tecnica', 'tecnica'],
  ])('given «%s» and «%s», then they are one area, and it is said of both', (one, other, id) => {
    const { areas, shares, questions, remarks, names } = read(one, other);
    expect(areas).toEqual([id]);
    expect(shares).toEqual([
      [id, null],
      [id, null],
    ]);
    expect(names?.[0]).toEqual(expect.arrayContaining([one, other]));
    expect(questions).toEqual([]);
    expect(remarks).toEqual([expect.stringMatching(RegExp(`sono lette come un solo ufficio dell'ente, «${id}»`))]);
    for (const name of [one, other]) expect(remarks.join()).toContain(`«${name}»`);
  });

  it.each([
    ['Segretario Generale', 'Settore 1 - Segretario Generale'],
    ['Settore 1 - Segretario Generale', 'Segretario Generale'],
    ['Segretario Generale', 'Settore n. 1: Il Segretario Generale'],
    ['Segretario Generale', 'Ufficio del Segretario Generale'],
  ])('given «%s» and «%s», then both are the Segretario, with one ceiling', (one, other) => {
    const { areas, kinds, shares } = read(one, other);
    expect({ areas, kinds }).toEqual({ areas: ['segretario-generale'], kinds: ['segretario'] });
    expect(shares).toEqual([
      ['segretario-generale', null],
      ['segretario-generale', null],
    ]);
  });

  it('given a sector that stands by its number elsewhere, then beside the Segretario it is one of two areas', () => {
    const text = twice('Settore 1', 'Settore 1 - Segretario Generale').replace('31/10/2022\t10', '31/10/2022\t10 5');
    const { document } = readPlan(text, { called });
    expect(document?.areas.map(({ id }) => id)).toEqual(['settore-1', 'segretario-generale']);
  });

  it('given names of two offices of the body, then they are two, whatever they have in common', () => {
    const { areas, questions } = read('Ufficio Personale', 'Settore Personale', {
      called,
      known: [{ id: 'sp', name: 'Settore Personale' }],
    });
    expect({ areas, questions }).toEqual({ areas: ['personale', 'sp'], questions: [] });
  });
});

describe('two names of which nobody knows whether they are one office', () => {
  const doubtful = (answers: Readonly<Record<string, string>> = {}) =>
    read('Tributi', 'Servizio n. 4 Tributi', { called, known, answers });

  it('given nothing else, then they are read as one, and a person is asked', () => {
    const { areas, questions, readings } = doubtful();
    expect(areas).toEqual(['tributi']);
    expect(questions).toMatchObject([
      {
        id: 'servizio-n-4-tributi-same-area',
        line: 11,
        question: { it: expect.stringMatching(/«Tributi».*«Servizio n\. 4 Tributi»/) as string },
        options: [{ id: 'same' }, { id: 'another' }],
        proposed: 'same',
      },
    ]);
    expect(readings).toEqual([{ question: 'servizio-n-4-tributi-same-area', option: 'same', settledBy: 'proposal' }]);
  });

  it('given that they are the same, then they are one, and nothing is asked', () => {
    const { areas, questions, readings } = doubtful({ 'servizio-n-4-tributi-same-area': 'same' });
    expect({ areas, questions }).toEqual({ areas: ['tributi'], questions: [] });
    expect(readings).toEqual([{ question: 'servizio-n-4-tributi-same-area', option: 'same', settledBy: 'answer' }]);
  });

  it('given that they are two, then each has its code and its shares', () => {
    const { areas, questions, shares } = doubtful({ 'servizio-n-4-tributi-same-area': 'another' });
    expect({ areas, questions }).toEqual({ areas: ['tributi', 'servizio-n-4-tributi'], questions: [] });
    expect(shares?.map(([area]) => area)).toEqual(['tributi', 'servizio-n-4-tributi']);
  });

  it('given an answer that is none, then it is told with the options', () => {
    const { problems } = readPlan(twice('Tributi', 'Ufficio Tributi'), {
      answers: { 'ufficio-tributi-same-area': 'no' },
    });
    expect(problems).toMatchObject([
      { line: 11, code: 'import/unknown-option', message: { it: expect.stringContaining('same, another') as string } },
    ]);
  });

  it('given names that share no more than what they are, then nobody is asked', () => {
    const { areas, questions } = read('Ufficio Tributi', 'Ufficio Entrate', { called, known });
    expect({ areas, questions }).toEqual({ areas: ['ufficio-tributi', 'ufficio-entrate'], questions: [] });
  });
});

describe('how a remark calls an office that has several names', () => {
  const nameIn = (written: string, offices: readonly KnownOffice[] = []) =>
    /dell'ente \(«(.*?)»\)/.exec(read(written, 'Tributi', { called, known: offices }).remarks.join())?.[1];

  it('given whichever of its names is written, then by the first that the file of the approval chains has', () => {
    expect(['Ufficio Personale', 'Settore 3 – Personale', 'Servizio Personale'].map((one) => nameIn(one))).toEqual(
      Array(3).fill('Personale'),
    );
  });

  it('given that the body calls it otherwise, then as the body does', () => {
    expect(nameIn('Ufficio Personale', [{ id: 'personale', name: 'Risorse e organizzazione' }])).toBe(
      'Risorse e organizzazione',
    );
  });
});

describe('an area that is written with the number of its sector', () => {
  it.each([
    'Settore 3 - Area Tecnica',
    'SETTORE III – AREA TECNICA',
    '3° Settore - Area Tecnica',
    'Settore n. 3 - Area Tecnica',
    'Area Tecnica - Settore 3',
  ])('given «%s», then it is one area, with one share', (written) => {
    const { areas, shares, names, questions } = read(written, 'Area Tecnica', {});
    expect(areas).toHaveLength(1);
    expect(shares).toHaveLength(2);
    expect(names?.[0]).toContain(written);
    expect(questions).toEqual([]);
  });

  it.each([
    ['Settore 3 - Area Tecnica', 'Settore 3'],
    ['Settore 3', 'Settore 3 - Tecnica'],
    ['Settore III', 'SETTORE 3 - AREA TECNICA'],
  ])('given «%s» and «%s», then whether they are one is asked, and they are read as one', (one, other) => {
    const { areas, questions } = read(one, other, {});
    expect(areas).toHaveLength(1);
    expect(questions).toMatchObject([{ proposed: 'same' }]);
    const { areas: apart } = read(one, other, { answers: { [questions[0]?.id ?? '']: 'another' } });
    expect(apart).toHaveLength(2);
  });

  it('given two areas beside each other, then they are two as ever', () => {
    const { document } = readPlan(twice('Area Tecnica - Area Finanziaria', 'Settore 1 - Settore 2'));
    expect(document?.areas).toHaveLength(4);
  });
});

describe('the office of the Segretario under the name of the office', () => {
  it('given «Segretariato generale» alone, then it is the Segretario’s, whole, and that is told', () => {
    const { areas, kinds, shares, remarks } = read('Segretariato generale', 'Tecnica');
    expect({ areas, kinds }).toEqual({ areas: ['tecnica', 'segretario-generale'], kinds: ['area', 'segretario'] });
    expect(shares).toContainEqual(['segretario-generale', null]);
    expect(remarks.join()).toMatch(/«Segretariato generale».*«segretario-generale»/);
  });

  it('given «Segretario Generale» besides, then they are read as one, and a person is asked', () => {
    const { areas, questions, shares } = read('Segretario Generale', 'Segretariato generale');
    expect(areas).toEqual(['segretario-generale']);
    expect(questions).toMatchObject([{ id: 'segretariato-generale-same-area', proposed: 'same' }]);
    expect(shares).toEqual([
      ['segretario-generale', null],
      ['segretario-generale', null],
    ]);
    const answers = { 'segretariato-generale-same-area': 'another' };
    const apart = read('Segretario Generale', 'Segretariato generale', { called, answers });
    expect(apart.kinds).toEqual(['area', 'segretario']);
    expect(apart.shares?.map(([area]) => area)).toEqual(['segretario-generale', 'segretariato-generale']);
  });

  it('given «Segreteria generale», then it is an area of its own', () => {
    expect(read('Segretario Generale', 'Segreteria generale').kinds).toEqual(['area', 'segretario']);
  });
});

describe('«Personale», which may be an office or people of one', () => {
  it('given «Ufficio personale» besides, of which nobody knows, then they are read as one, and a person is asked', () => {
    const { areas, questions } = read('Ufficio personale', 'PERSONALE', {});
    expect(areas).toEqual(['ufficio-personale']);
    expect(questions).toMatchObject([{ id: 'personale-same-area', proposed: 'same' }]);
  });

  it.each(['PERSONALE', 'Personale addetto', 'Referente'])(
    'given a weight beside «%s» alone, then it is told at its line whose it is not known to be, with what to write',
    (written) => {
      const { problems } = readPlan(twice('Tecnica', written));
      expect(problems).toMatchObject([{ line: 11, code: 'import/missing-area' }]);
      expect(problems[0]?.message.it).toContain(`«${written}»`);
    },
  );

  it('given a weight of such a line in a row that goes on, then it is not passed over', () => {
    const rows = 'Tecnica\tAlmeno 80% dei pagamenti entro il 30/06/2022\t60\t\n\t\tPersonale addetto\tTurni\t5\t';
    const { problems } = readPlan(writtenPlan.replace(/Finanziaria\tAlmeno.*/, rows));
    expect(problems.map(({ code }) => code)).toContain('import/missing-area');
  });
});
