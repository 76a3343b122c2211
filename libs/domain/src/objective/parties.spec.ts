import type { PlannedShare } from '../plan/document.js';
import { after, assign, define } from '../testing/commands.js';
import { archive } from '../testing/example.js';
import { partiesOf, relationsOf } from './parties.js';
import type { ObjectiveState, ShareState } from './state.js';

const registry: PlannedShare = {
  id: 'registry',
  areaId: 'affari-generali',
  unit: null,
  weight: '10',
  funding: null,
  source: { line: 1 },
};
const [boxes] = archive.indicators;
if (boxes === undefined) throw new Error('The example has no indicators');

/** Three areas' shares: the registry's and the accountants' have a finding in common, and each has one of its own. */
const { state } = after(
  define({
    objective: {
      ...archive,
      shares: [
        registry,
        { ...registry, id: 'accounts', areaId: 'ragioneria' },
        { ...registry, id: 'works', areaId: 'tecnica' },
        { ...registry, id: 'yard', areaId: 'tecnica' },
      ],
      indicators: [
        { ...boxes, id: 'both', text: 'Boxes counted', shareIds: ['registry', 'accounts'] },
        { ...boxes, id: 'own', text: 'Boxes moved', shareIds: ['registry'] },
        { ...boxes, id: 'theirs', text: 'Invoices paid', shareIds: ['accounts'] },
        { ...boxes, id: 'others', text: 'Roads mended', shareIds: ['works', 'yard'] },
      ],
      deadlines: [],
    },
  }),
  assign({ shareId: 'accounts', office: 'tributi' }),
  assign({ shareId: 'works', office: 'tecnica' }),
);
const find = (id: string, { shares }: ObjectiveState = state): ShareState => {
  const found = shares.find(({ shareId }) => shareId === id);
  if (found === undefined) throw new Error(`The example has no share ${id}`);
  return found;
};

const YEAR = '2022-01-01';
/** The day on which the shares were assigned. */
const GIVEN = '2022-06-20';

describe('who is on the other side of a control of a share', () => {
  it.each<[string, string, readonly string[], readonly string[], readonly (readonly [string, string])[]]>([
    [
      'that nobody was given yet',
      'registry',
      ['affari-generali'],
      ['ragioneria', 'tributi'],
      [
        ['affari-generali', YEAR],
        ['ragioneria', YEAR],
        ['tributi', GIVEN],
      ],
    ],
    [
      'that another office than its area has',
      'accounts',
      ['ragioneria', 'tributi'],
      ['affari-generali'],
      [
        ['ragioneria', YEAR],
        ['tributi', GIVEN],
        ['affari-generali', YEAR],
      ],
    ],
    ['that its own area has', 'works', ['tecnica'], [], [['tecnica', YEAR]]],
  ])(
    'given a share %s, when asked, then those who answer for it, those who are scored on the same finding, and all who have credit of it',
    (_, id, offices, scored, credited) => {
      expect(partiesOf(find(id), state, ['u-head'])).toEqual({
        authors: ['u-head'],
        offices,
        scored,
        beneficiaries: [],
        credited: credited.map(([office, from]) => ({ office, from, to: '2022-12-31' })),
      });
    },
  );

  it('given a finding whose words stand in the row of each area, then they are scored on it as if it were one indicator', () => {
    const twice = after(
      define({
        objective: {
          ...archive,
          shares: [registry, { ...registry, id: 'accounts', areaId: 'ragioneria' }],
          indicators: [
            { ...boxes, id: 'i1', shareIds: ['registry'] },
            { ...boxes, id: 'i2', shareIds: ['accounts'] },
          ],
          deadlines: [],
        },
      }),
    ).state;
    expect(partiesOf(find('registry', twice), twice, [])).toMatchObject({ scored: ['ragioneria'] });
  });

  it('given an office that has both shares of one finding, then it is named once, as the one that answers', () => {
    const both = after(
      define({
        objective: {
          ...archive,
          shares: [registry, { ...registry, id: 'accounts', areaId: 'ragioneria' }],
          indicators: [{ ...boxes, shareIds: ['registry', 'accounts'] }],
          deadlines: [],
        },
      }),
      assign({ shareId: 'accounts', office: 'affari-generali' }),
    ).state;
    expect(partiesOf(find('registry', both), both, [])).toMatchObject({
      offices: ['affari-generali'],
      scored: ['ragioneria'],
    });
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['registry', [], ['ragioneria', 'tecnica']],
    ['accounts', ['tributi'], ['affari-generali', 'tecnica']],
    ['works', ['tecnica'], ['affari-generali', 'ragioneria']],
  ])(
    'given the share of %s, when asked who stands in which relation to it, then each other area once',
    (id, who, others) => {
      const share = find(id);
      expect(relationsOf(share, state)).toEqual({
        'head-of-area': [share.areaId],
        assignee: who,
        proposer: who,
        'other-areas': others,
      });
    },
  );
});
