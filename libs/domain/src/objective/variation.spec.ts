import type { PlannedObjective } from '../plan/document.js';
import { after, alarm, assign, define, remove, upTo } from '../testing/commands.js';
import { ACT, archive, MORNING, REGISTRY, SECRETARY } from '../testing/example.js';
import type { ObjectiveCommandOf } from './messages.js';
import { usualLifecycle } from './usual-lifecycle.js';
import { bindsFrom, standingsAfter } from './variation.js';

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

  it('given a deadline that was missed, when the plan has another day by an act of later, then it stays missed', () => {
    const act = { ...ACT, date: '2022-08-01' };
    const missed = after(...upTo.acknowledged, alarm(AUGUST), { ...vary({ deadlines: later }), act });
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

  it('given a share that was removed, then the new day of a deadline that it has with another does not bind it', () => {
    const moved = vary({ deadlines: later });
    expect(after(...upTo.acknowledged, remove()).when(moved)).toMatchObject({
      events: [{ type: 'objective.varied.v1', data: { shareIds: [SECRETARY] } }],
    });
    const gone = after(...upTo.acknowledged, remove(), moved);
    expect(standings(gone)).toEqual([['2022-07-31', 'open']]);
    expect(standings(gone, SECRETARY)).toEqual([['2022-10-31', 'open']]);
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

  it('given a share that is new, then only what falls due from the day of the act on binds it, whenever that is recorded', () => {
    const added = { ...archive.shares[0]!, id: 'new', weight: '5' };
    const deadlines = archive.deadlines.map((one) => ({ ...one, shareIds: [...one.shareIds, 'new'] }));
    const act = { kind: 'DGC', number: '60', date: '2022-08-05' };
    const told = { ...vary({ shares: [...archive.shares, added], deadlines }), act };
    const late = { ...told, at: '2022-10-05T08:00:00.000Z' };
    const { state } = after(...upTo.acknowledged, { ...told, at: AUGUST });
    expect(after(...upTo.acknowledged, late).state.shares.at(-1)).toEqual(state.shares.at(-1));
    const days = (shareId: string) => state.shares.find((share) => share.shareId === shareId)?.deadlines ?? [];
    expect(days('new').length).toBeGreaterThan(10);
    expect(days('new').filter(({ dueOn }) => dueOn < '2022-08-05')).toEqual([]);
    expect(days(REGISTRY).some(({ dueOn }) => dueOn < '2022-08-05')).toBe(true);
  });

  it('given nothing that is other than before, then nothing happens', () => {
    expect(after(...upTo.acknowledged).when(vary({}))).toEqual({ events: [] });
  });

  it('given what a later version of the plan has brought, when an earlier one comes after it, then nothing happens', () => {
    const shares = archive.shares.map((share) => (share.id === REGISTRY ? { ...share, weight: '7.5' } : share));
    const third = after(...upTo.acknowledged, { ...vary({ shares }), version: 3 });
    expect(third.when({ ...vary({}), version: 2 })).toEqual({ events: [] });
    expect(third.when({ ...vary({}), version: 4 })).toMatchObject({ events: [{ data: { version: 4 } }] });
    expect(third.when(vary({}))).toMatchObject({ events: [{ type: 'objective.varied.v1' }] });
  });

  it('given a share that would be lost, or another objective, then it is refused', () => {
    expect(after(...upTo.defined).when(vary({ shares: archive.shares.slice(1) }))).toMatchObject({
      refusal: 'objective/unknown-share',
    });
    expect(after(...upTo.defined).when(vary({ id: '9.9.9' }))).toMatchObject({ refusal: 'objective/not-defined' });
    expect(after().when(vary({}))).toMatchObject({ refusal: 'objective/not-defined' });
  });

  it('given another weight of one share, then what the others had taken note of they need not again', () => {
    const shares = archive.shares.map((share) => (share.id === SECRETARY ? { ...share, weight: '3' } : share));
    const { state } = after(...upTo.acknowledged, vary({ shares }));
    expect(state.shares.map(({ acknowledged, weight, stage }) => [acknowledged, weight, stage])).toEqual([
      [true, '10', 'planned'],
      [false, '3', 'planned'],
    ]);
  });

  it('given a body that asks for no acknowledgement, when a share that an office has is varied, then work just goes on', () => {
    const transitions = usualLifecycle.transitions.filter(({ verb }) => verb !== 'acknowledge');
    const governed = [define({ workflow: { ...usualLifecycle, transitions } }), assign()];
    const shares = archive.shares.map((share) => ({ ...share, weight: '5' }));
    const { state } = after(...governed, vary({ shares }));
    expect(state.shares.map(({ acknowledged }) => acknowledged)).toEqual([true, false]);
  });

  it('given a share that is new, then what falls due on the very day binds it', () => {
    const added = { ...archive.shares[0]!, id: 'new', weight: '5' };
    const deadlines = archive.deadlines.map((one) => ({ ...one, shareIds: [...one.shareIds, 'new'] }));
    const act = { kind: 'DGC', number: '60', date: '2022-07-31' };
    const told = { ...vary({ shares: [...archive.shares, added], deadlines }), act, at: '2022-07-31T08:00:00.000Z' };
    const { state } = after(...upTo.acknowledged, told);
    const first = state.shares.find(({ shareId }) => shareId === 'new')?.deadlines.slice(0, 3);
    expect(first?.map(({ deadlineId, dueOn }) => [deadlineId, dueOn])).toEqual([
      ['draft', '2022-07-31'],
      ['weekly', '2022-07-31'],
      ['weekly', '2022-08-07'],
    ]);
    expect(state.shares.at(-1)).toMatchObject({ shareId: 'new', stage: 'planned' });
  });

  const standing = (deadlineId: string, dueOn: string, status = 'open') => ({
    deadlineId,
    instance: dueOn,
    dueOn,
    status,
  });
  type Standings = readonly ReturnType<typeof standing>[];
  it.each<[string, Standings, Standings, Standings]>([
    [
      'that are all open',
      [standing('a', '2022-07-01'), standing('b', '2022-07-02')],
      [standing('b', '2022-07-02'), standing('c', '2022-07-01')],
      [standing('c', '2022-07-01'), standing('b', '2022-07-02')],
    ],
    [
      'of which one was answered and one missed',
      [standing('a', '2022-07-03', 'answered'), standing('b', '2022-07-01', 'missed')],
      [standing('a', '2022-07-03'), standing('b', '2022-07-02')],
      [standing('b', '2022-07-01', 'missed'), standing('b', '2022-07-02'), standing('a', '2022-07-03', 'answered')],
    ],
    [
      'of one day',
      [standing('b', '2022-07-01')],
      [standing('c', '2022-07-01'), standing('b', '2022-07-01'), standing('a', '2022-07-01')],
      [standing('a', '2022-07-01'), standing('b', '2022-07-01'), standing('c', '2022-07-01')],
    ],
    [
      'of one name on two days',
      [standing('a', '2022-07-02'), standing('a', '2022-07-01')],
      [standing('a', '2022-07-02')],
      [standing('a', '2022-07-02')],
    ],
    ['that are gone', [standing('a', '2022-07-01')], [], []],
  ])(
    'given deadlines %s, when the plan has others, then those that are settled and those of the plan, by day and name',
    (_, before, fresh, expected) => {
      expect(standingsAfter(before, fresh)).toEqual(expected);
    },
  );

  it('given a log from before the day was kept, then every deadline of a new share binds it', () => {
    expect(bindsFrom(undefined)({ dueOn: '2022-01-01' })).toBe(true);
  });
});
