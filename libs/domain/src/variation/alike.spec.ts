import { upTo } from '../testing/commands.js';
import { archive, document, REGISTRY, SECRETARY } from '../testing/example.js';
import { addObjective, addShare, changed, moveDraft, museum, remove, within } from '../testing/variation.js';
import type { PlanDocument, PlannedObjective } from '../plan/document.js';
import { addedBy, alikeTo, isAgain } from './alike.js';

const both: PlanDocument = { ...document, objectives: [archive, museum] };
const saying = (fields: Partial<PlannedObjective>) =>
  changed(addObjective, { objective: { ...museum, id: '6.1.3', ...fields } });
const textOf = (text: string) => museum.indicators.map((one) => ({ ...one, text }));

describe('what changes bring into a plan', () => {
  it('given a new objective, then each of its shares, with all of it', () => {
    const objective = { ...museum, shares: archive.shares };
    expect(addedBy([changed(addObjective, { objective })], document)).toEqual([
      { areaId: 'affari-generali', objective },
      { areaId: 'segretario', objective },
    ]);
  });

  it('given a new share, then its objective with the indicators of the share alone', () => {
    expect(addedBy([addShare], both)).toEqual([
      { areaId: 'affari-generali', objective: { ...archive, indicators: [archive.indicators[1]] } },
    ]);
    expect(addedBy([changed(addShare, { objectiveId: museum.id, indicatorIds: [] })], both)).toEqual([
      { areaId: 'affari-generali', objective: { ...museum, indicators: [] } },
    ]);
  });

  it('given a share of nothing in the plan, or other changes, then nothing', () => {
    expect(addedBy([changed(addShare, { objectiveId: '9.9.9' }), remove, moveDraft], both)).toEqual([]);
  });
});

describe('the objectives that say what changes bring in', () => {
  it('given nothing that comes in, then none', () => {
    expect(alikeTo([remove], both)).toEqual([]);
  });

  it.each<[string, Partial<PlannedObjective>, readonly string[]]>([
    ['the title of one', { title: 'MUSEO', indicators: [] }, [museum.id]],
    [
      'the title with other signs between the words',
      { title: 'Riordino; dell’archivio', indicators: [] },
      [archive.id],
    ],
    ['an indicator of another', { title: 'Altro', indicators: textOf('Faldoni: riordinati') }, [archive.id]],
    [
      'one of several indicators',
      { title: 'Altro', indicators: [...textOf('Nuovo'), ...textOf('Manuale firmato')] },
      [archive.id],
    ],
    ['words put together otherwise', { title: 'Mu-seo', indicators: textOf('Faldoni') }, []],
    ['a share of a hundred otherwise', { title: 'Altro', indicators: textOf('Visitatori, almeno 80') }, []],
    ['nothing that another says', { title: 'Altro', indicators: [] }, []],
  ])('given %s, then those, and no other', (_, fields, alike) => {
    expect(alikeTo([saying(fields)], both)).toEqual(alike);
  });

  it('given one that is there itself, then it is not another', () => {
    expect(alikeTo([addShare], both)).toEqual([]);
    expect(alikeTo([addObjective], both)).toEqual([]);
  });

  it('given several, then one that is alike is enough', () => {
    expect(alikeTo([saying({ title: 'Altro', indicators: [] }), saying({ title: 'Museo' })], both)).toEqual([
      museum.id,
    ]);
  });
});

describe('what comes again', () => {
  const around = { ...within(...upTo.acknowledged), document };
  const registry = { objectiveId: archive.id, share: archive.shares[0]! };
  const twin = { ...museum, title: archive.title };

  it('given the same words in the same area, then it does', () => {
    expect(isAgain({ areaId: 'affari-generali', objective: twin }, registry, around)).toBe(true);
  });

  it('given the area that answers for it by now, then it does as well, and by its own share alone', () => {
    const share = { ...archive.shares[0]!, areaId: 'un-altra' };
    expect(isAgain({ areaId: 'affari-generali', objective: twin }, { ...registry, share }, around)).toBe(true);
    expect(isAgain({ areaId: 'segretario', objective: twin }, { ...registry, share }, around)).toBe(false);
    const secretary = { objectiveId: archive.id, share: { ...share, id: SECRETARY } };
    expect(secretary.share.id).not.toBe(REGISTRY);
    expect(isAgain({ areaId: 'affari-generali', objective: twin }, secretary, around)).toBe(false);
  });

  it('given another area, other words, the objective itself, or one that is not in the plan, then it does not', () => {
    const added = { areaId: 'affari-generali', objective: twin };
    expect(isAgain({ ...added, areaId: 'tecnica' }, registry, around)).toBe(false);
    expect(isAgain({ ...added, objective: museum }, registry, around)).toBe(false);
    expect(isAgain({ ...added, objective: archive }, registry, around)).toBe(false);
    expect(isAgain(added, { ...registry, objectiveId: '9.9.9' }, { ...around, objectives: {} })).toBe(false);
    expect(isAgain({ ...added, areaId: 'x' }, registry, { ...around, objectives: {} })).toBe(false);
  });
});
