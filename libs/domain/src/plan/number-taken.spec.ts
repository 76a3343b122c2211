import { after, define, propose, redefine, returnProposal, validate } from '../testing/commands.js';
import { withTargets } from '../testing/example.js';
import { usualLifecycle } from '../objective/usual-lifecycle.js';
import { numberTaken } from './number-taken.js';
import type { PlannedObjective } from './document.js';

const published = {
  ...usualLifecycle,
  transitions: usualLifecycle.transitions.map((one) =>
    one.verb === 'approve' ? { ...one, from: ['draft', 'proposed', 'validated'] as const } : one,
  ),
};
const proposed = after(propose({ workflow: published })).state;
const asWritten: PlannedObjective = {
  ...withTargets,
  title: ` ${withTargets.title.toUpperCase()}. `,
  indicators: withTargets.indicators.map((one, index) => ({ ...one, id: `i${index}` })),
  deadlines: withTargets.deadlines.map((one, index) => ({ ...one, id: `d${index}`, text: 'entro il termine' })),
};
const otherwise = (fields: Partial<PlannedObjective>) => numberTaken({ ...asWritten, ...fields }, proposed);

describe('a document that has the number of a proposal', () => {
  it('given nobody proposed anything under it, then there is nothing to tell', () => {
    expect(numberTaken(asWritten, undefined)).toBeNull();
    expect(numberTaken(asWritten, after(define()).state)).toBeNull();
  });

  it('given the same objective as a published plan writes it, then what is told is whether it was validated', () => {
    const same = { differs: [], another: false, title: withTargets.title, office: 'affari-generali' };
    expect(numberTaken(asWritten, proposed)).toMatchObject({
      ...same,
      state: 'proposed',
      validated: false,
      mayEnter: true,
    });
    const { state } = after(propose({ workflow: published }), validate());
    expect(numberTaken(asWritten, state)).toMatchObject({
      ...same,
      state: 'validated',
      validated: true,
      mayEnter: true,
    });
  });

  it('given a body whose plan has only what was validated, then what was not may not enter', () => {
    expect(numberTaken(asWritten, after(propose()).state)).toMatchObject({ state: 'proposed', mayEnter: false });
    expect(numberTaken(asWritten, after(propose(), returnProposal()).state)).toMatchObject({ mayEnter: false });
    expect(numberTaken(asWritten, after(propose(), validate()).state)).toMatchObject({ mayEnter: true });
  });

  it.each([
    ['another title', { title: 'Sentieri' }, ['title'], true],
    ['another area', { shares: withTargets.shares.map((one) => ({ ...one, areaId: 'tributi' })) }, ['shares'], true],
    ['another weight', { shares: withTargets.shares.map((one) => ({ ...one, weight: '20' })) }, ['shares'], false],
    ['fewer indicators', { indicators: [] }, ['indicators'], false],
    ['no day', { deadlines: [] }, ['deadlines'], false],
  ] as const)(
    'given %s, then it is told in what it differs, and whether it is another',
    (_, fields, differs, another) => {
      expect(otherwise(fields)).toMatchObject({ differs, another });
    },
  );

  it('given a draft that has it, when corrected, then only what that draft did not say already is asked', () => {
    const other = { ...asWritten, title: 'Sentieri' };
    const { state } = after(propose({ workflow: published }), redefine({ objective: other }));
    expect(numberTaken(other, state)).toBeNull();
    expect(numberTaken({ ...other, title: 'Sentieri sicuri' }, state)).toMatchObject({
      differs: ['title'],
      another: false,
      state: 'proposed',
    });
    const kept = after(propose({ workflow: published }), redefine({ objective: asWritten })).state;
    expect(numberTaken(other, kept)).toMatchObject({ another: true, mayEnter: true });
  });
});
