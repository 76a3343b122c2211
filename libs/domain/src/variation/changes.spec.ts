import { archive } from '../testing/example.js';
import { answeringAnew, type PlanChange } from './changes.js';

describe('who will answer for what a variation adds', () => {
  it('given a share that is added, then its area, under the name that the share will have', () => {
    const share = { areaId: 'tributi', unit: null, weight: '5', funding: null };
    const added = { kind: 'add-share', objectiveId: '6.1.1', share, indicatorIds: [], deadlineIds: [] } as const;
    expect(answeringAnew(added)).toEqual([{ share: '6.1.1-tributi', office: 'tributi' }]);
  });

  it('given an objective that is added, then the area of each of its shares', () => {
    const each = archive.shares.map(({ id, areaId }) => ({ share: id, office: areaId }));
    expect(answeringAnew({ kind: 'add-objective', objective: archive })).toEqual(each);
    expect(each).not.toEqual([]);
  });

  it.each<PlanChange>([
    { kind: 'move-deadline', objectiveId: '6.1.1', deadlineId: 'draft', to: '2022-09-01' },
    { kind: 'change-indicator', objectiveId: '6.1.1', indicatorId: 'boxes', text: 'scatole', target: null },
    { kind: 'move-weight', from: 'a', to: 'b', points: '1' },
    { kind: 'remove-objective', objectiveId: '6.1.1', cause: 'resources', note: 'x', weight: 'neutralise' },
  ])('given $kind, then nobody who did not', (change) => {
    expect(answeringAnew(change)).toEqual([]);
  });
});
