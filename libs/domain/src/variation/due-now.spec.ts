import type { ShareState } from '../objective/state.js';
import { document, REGISTRY, SECRETARY } from '../testing/example.js';
import { upTo } from '../testing/commands.js';
import { AUGUST, moveDraft, moveWeight, stateAfter } from '../testing/variation.js';
import { dueNow } from './due-now.js';

const state = stateAfter(...upTo.acknowledged);
const removal: ShareState['removal'] = {
  cause: 'force-majeure',
  note: 'alluvione',
  act: { kind: 'DGC', number: '70', date: '2022-07-01' },
  opinion: {
    favourable: true,
    note: 'visto',
    on: '2022-06-30',
    document: { kind: 'verbale', number: '4', date: '2022-06-30' },
  },
  weight: 'neutralise',
};

/** The day as it is known once the shares stand so. */
const day = (as: (share: ShareState) => ShareState, change: Parameters<typeof dueNow>[0] = moveDraft) =>
  dueNow(change, { document, objectives: { '6.1.1': { ...state, shares: state.shares.map(as) } } }, AUGUST);

/** A deadline of a share on days of its own. */
const on =
  (deadlineId: string, ...days: readonly string[]) =>
  (share: ShareState): ShareState => {
    const [standing] = share.deadlines.filter((one) => one.deadlineId === deadlineId);
    const others = share.deadlines.filter((one) => one.deadlineId !== deadlineId);
    return standing === undefined
      ? share
      : { ...share, deadlines: [...days.map((dueOn) => ({ ...standing, instance: dueOn, dueOn })), ...others] };
  };

const unknown = { kind: 'move-deadline', objectiveId: '6.1.1', deadlineId: 'unknown', to: '2022-10-31' } as const;

describe('the day on which a deadline that a variation moves falls due by now', () => {
  it('given shares that have it on one day, then that day, whatever other deadlines they have', () => {
    expect(day((share) => share)).toBe('2022-07-31');
    expect(day(on('draft', '2022-09-15'))).toBe('2022-09-15');
  });

  it('given a share that rested longer than another, then the plan’s own day stands for both', () => {
    expect(day((share) => (share.shareId === REGISTRY ? on('draft', '2022-09-15')(share) : share))).toBeNull();
  });

  it('given a share that was removed, then its day counts no more', () => {
    const apart = (share: ShareState) =>
      share.shareId === SECRETARY ? { ...on('draft', '2022-09-15')(share), removal } : share;
    expect(day(apart)).toBe('2022-07-31');
  });

  it('given a series, then its last day: that one moves', () => {
    expect(day(on('draft', '2022-08-15', '2022-09-15'))).toBe('2022-09-15');
  });

  it('given any other change, none, or an objective that nobody knows, then no day', () => {
    expect(day((share) => share, moveWeight)).toBeNull();
    expect(day((share) => share, unknown)).toBeNull();
    expect(dueNow(undefined, { document, objectives: { '6.1.1': state } }, AUGUST)).toBeNull();
    expect(dueNow(moveDraft, { document, objectives: {} }, AUGUST)).toBeNull();
  });
});
