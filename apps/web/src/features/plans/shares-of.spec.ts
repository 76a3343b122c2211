import { openByOffice, remindersWithout, unassigned } from './shares-of.js';

const share = (shareId: string, office: string | null, status: string) => ({
  shareId,
  areaId: 'urbanistica',
  office,
  status,
});
const shares = [
  share('a', null, 'defined'),
  share('b', 'urbanistica', 'in-progress'),
  share('c', 'urbanistica', 'assigned'),
  share('d', 'finanziaria', 'liquidated'),
];
const objectives = [{ objectiveId: '2022-1.1.1', title: 'STRADE', shares }];
const plan = { missions: [{ strategicObjectives: [{ objectives }] }] };

describe('the shares of a plan', () => {
  it('that nobody was given are to be assigned', () => {
    expect(unassigned(plan).map(({ objectiveId, shareId }) => [objectiveId, shareId])).toEqual([['2022-1.1.1', 'a']]);
  });

  it('that are not done are told by office, without those that are settled', () => {
    expect(openByOffice(plan)).toEqual([
      {
        office: 'urbanistica',
        shares: [
          { objectiveId: '2022-1.1.1', shareId: 'b', title: 'STRADE' },
          { objectiveId: '2022-1.1.1', shareId: 'c', title: 'STRADE' },
        ],
      },
    ]);
  });

  it('of which some are left out, then the office is reminded of the others, and of none not at all', () => {
    const offices = openByOffice(plan);
    expect(remindersWithout(new Set(['b']), offices)).toEqual([
      { office: 'urbanistica', shares: [{ objectiveId: '2022-1.1.1', shareId: 'c' }] },
    ]);
    expect(remindersWithout(new Set(['b', 'c']), offices)).toEqual([]);
  });
});
