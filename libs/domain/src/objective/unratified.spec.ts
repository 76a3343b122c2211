import { acknowledge, after, alarm, assign, define, ratify, report, resume, suspend } from '../testing/commands.js';
import type { ObjectiveCommand } from './messages.js';
import { unratifiedRests } from './unratified.js';

const owed = (...commands: readonly ObjectiveCommand[]) => {
  const [share] = after(define(), assign(), acknowledge(), ...commands).state.shares;
  if (share === undefined) throw new Error('The example has no shares');
  return unratifiedRests(share, share.deadlines);
};
const urgent = suspend({ act: null });
const moved = (rests: ReturnType<typeof owed>, deadlineId: string) =>
  rests.map((rest) => rest.moved.filter((one) => one.deadlineId === deadlineId));

describe('a rest that nobody ratified', () => {
  it('given an urgent rest of ten days, once work has gone on, then its act is owed, and what it moved is told', () => {
    expect(owed(urgent)).toEqual([]);
    const rests = owed(urgent, resume());
    expect(rests).toMatchObject([{ from: '2022-07-01', to: '2022-07-10', days: 10 }]);
    expect(moved(rests, 'draft')).toEqual([[{ deadlineId: 'draft', instance: '2022-07-31', dueOn: '2022-08-10' }]]);
  });

  it('given what was over or done before it, then it has moved none of that', () => {
    const done = report({ fulfils: { deadlineId: 'draft', instance: '2022-07-31' } });
    expect(moved(owed(done, urgent, resume()), 'draft')).toEqual([[]]);
    const [rest] = owed(alarm('2022-06-27T00:00:00.000Z'), urgent, resume());
    expect(rest?.moved.map(({ instance }) => instance)).not.toContain('2022-06-26');
  });

  it('given a rest by act, or one that an act has ratified, then nothing is owed, though both moved the same', () => {
    expect(owed(suspend(), resume())).toEqual([]);
    const act = { kind: 'DGC', number: '41', date: '2022-07-05' };
    expect(owed(urgent, resume(), ratify({ act, at: '2022-07-12T08:00:00.000Z' }))).toEqual([]);
  });

  it('given work that went on the same day, then its act is owed, and it has moved nothing', () => {
    expect(owed(urgent, resume({ at: '2022-07-01T12:00:00.000Z' }))).toEqual([
      { from: '2022-07-01', to: '2022-07-01', days: 0, moved: [] },
    ]);
  });
});
