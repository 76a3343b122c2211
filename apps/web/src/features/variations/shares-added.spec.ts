import { sharesAdded } from './shares-added.js';
import { blankChange, blankShare } from './typed-change.js';

const numberOf = (id: string) => id.slice(id.indexOf('-') + 1);
const share = (areaId: string) => ({ areaId, unit: null, weight: '2.5' });

describe('the shares that a request brings into the plan', () => {
  it('given a proposal that it adds, then they are its own, by their ids in the plan', () => {
    const proposals = [
      { objectiveId: '2022-2.1.3', title: 'Museo', proposed: { shares: [share('finanziaria'), share('finanziaria')] } },
    ];
    const asked = [blankChange('move-weight', '2022-1.1.1'), blankChange('add-proposal', '2022-2.1.3')];
    expect(sharesAdded(asked, proposals, numberOf).map(({ shareId, title }) => [shareId, title])).toEqual([
      ['2.1.3-finanziaria', 'Museo'],
      ['2.1.3-finanziaria-2', 'Museo'],
    ]);
    expect(sharesAdded([blankChange('add-proposal', '')], proposals, numberOf)).toEqual([]);
  });

  it('given a new objective, then those whose area is chosen', () => {
    const blank = blankChange('add-objective', '');
    const shares = [
      { ...blankShare, areaId: 'urbanistica', weight: '3,5' },
      { ...blankShare, areaId: 'tributi' },
      blankShare,
    ];
    const created = {
      ...blank.created,
      mission: '6',
      strategicObjective: '1',
      number: ' 4B',
      title: 'Archivio',
      shares,
    };
    expect(sharesAdded([{ ...blank, created }], [], numberOf)).toEqual([
      expect.objectContaining({ shareId: '6.1.4b-urbanistica', title: 'Archivio', weight: '3.5' }),
      expect.objectContaining({ shareId: '6.1.4b-tributi', weight: null }),
    ]);
  });
});
