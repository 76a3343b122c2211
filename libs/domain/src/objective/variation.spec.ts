import type { PlannedObjective } from '../plan/document.js';
import { after, alarm, upTo } from '../testing/commands.js';
import { ACT, archive, MORNING, REGISTRY, SECRETARY } from '../testing/example.js';
import type { ObjectiveCommandOf } from './messages.js';

const AUGUST = '2022-08-05T08:00:00.000Z';
const system = { id: 'system', office: 'system' };
const vary = (objective: Partial<PlannedObjective>): ObjectiveCommandOf<'objective.vary'> => ({
  type: 'objective.vary',
  variationId: '2022-1',
  objective: { ...archive, ...objective },
  act: ACT,
  by: system,
  at: MORNING,
});
const later = archive.deadlines.map((deadline) =>
  deadline.id === 'draft' ? ({ ...deadline, kind: 'fixed', on: '2022-10-31' } as const) : deadline,
);
const standings = (objective: ReturnType<typeof after>, shareId = REGISTRY) =>
  objective.state.shares
    .find((share) => share.shareId === shareId)
    ?.deadlines.filter(({ deadlineId }) => deadlineId === 'draft')
    .map(({ instance, status }) => [instance, status]);

describe('a variation of an objective', () => {
  it('given a deadline that is still open, when it is moved, then it falls due on the other day, and its offices take note anew', () => {
    const varied = after(...upTo.acknowledged, vary({ deadlines: later }));
    expect(standings(varied)).toEqual([['2022-10-31', 'open']]);
    expect(varied.state.shares.find(({ shareId }) => shareId === REGISTRY)).toMatchObject({ acknowledged: false });
    expect(varied.state.objective?.deadlines).toEqual(later);
  });

  it('given a deadline that was missed, when the plan has another day, then it stays missed', () => {
    const missed = after(...upTo.acknowledged, alarm(AUGUST), vary({ deadlines: later }));
    expect(standings(missed)).toEqual([
      ['2022-07-31', 'missed'],
      ['2022-10-31', 'open'],
    ]);
  });

  it('given weights and indicators that change, then only the shares concerned are told', () => {
    const shares = archive.shares.map((share) => (share.id === REGISTRY ? { ...share, weight: '7.5' } : share));
    expect(after(...upTo.acknowledged).when(vary({ shares }))).toMatchObject({
      events: [{ type: 'objective.varied.v1', data: { variationId: '2022-1', shareIds: [REGISTRY], act: ACT } }],
    });
    expect(after(...upTo.acknowledged, vary({ shares })).state.shares.map(({ weight }) => weight)).toEqual([
      '7.5',
      '2.5',
    ]);
  });

  it('given a share that is new, then it begins as any other', () => {
    const added = { ...archive.shares[0]!, id: '6.1.1-affari-generali-2', weight: '5' };
    const { state } = after(...upTo.acknowledged, vary({ shares: [...archive.shares, added] }));
    expect(state.shares.map(({ shareId, office }) => [shareId, office])).toEqual([
      [REGISTRY, 'affari-generali'],
      [SECRETARY, null],
      ['6.1.1-affari-generali-2', null],
    ]);
  });

  it('given a share that is new, then only what falls due from then on binds it', () => {
    const added = { ...archive.shares[0]!, id: 'new', weight: '5' };
    const deadlines = archive.deadlines.map((one) => ({ ...one, shareIds: [...one.shareIds, 'new'] }));
    const told = { ...vary({ shares: [...archive.shares, added], deadlines }), at: AUGUST };
    const { state } = after(...upTo.acknowledged, told);
    const days = (shareId: string) => state.shares.find((share) => share.shareId === shareId)?.deadlines ?? [];
    expect(days('new').length).toBeGreaterThan(10);
    expect(days('new').filter(({ dueOn }) => dueOn < '2022-08-05')).toEqual([]);
    expect(days(REGISTRY).some(({ dueOn }) => dueOn < '2022-08-05')).toBe(true);
  });

  it('given nothing that is other than before, then nothing happens', () => {
    expect(after(...upTo.acknowledged).when(vary({}))).toEqual({ events: [] });
  });

  it('given a share that would be lost, or another objective, then it is refused', () => {
    expect(after(...upTo.defined).when(vary({ shares: archive.shares.slice(1) }))).toMatchObject({
      refusal: 'objective/unknown-share',
    });
    expect(after(...upTo.defined).when(vary({ id: '9.9.9' }))).toMatchObject({ refusal: 'objective/not-defined' });
    expect(after().when(vary({}))).toMatchObject({ refusal: 'objective/not-defined' });
  });
});
