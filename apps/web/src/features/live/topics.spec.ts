import { isOld } from './topics.js';

const objective = (objectiveId: string) => ['objective', { params: { objectiveId } }];

describe('what a change makes old', () => {
  it('given a change of one objective, then it, the lists and the dashboard are asked again, another one is not', () => {
    const topics = ['objective:2022-1.1.1'];
    expect(isOld(objective('2022-1.1.1'), topics)).toBe(true);
    expect(isOld(objective('2022-1.1.2'), topics)).toBe(false);
    expect(isOld(['dashboard', { query: {} }], topics)).toBe(true);
    expect(isOld(['inbox', {}], topics)).toBe(false);
  });

  it.each(['plan', 'objective:2022-1.1.1', 'variation', 'premium', 'evaluation'])(
    'given a change of %s, which goes through approvals, then they are asked again',
    (topic) => {
      expect(isOld(['approvals', {}], [topic])).toBe(true);
      expect(isOld(['approval', { params: { approvalId: 'a' } }], [topic])).toBe(true);
    },
  );

  it('given a proposal that was sent back, or a plan that took it in, then what is proposed is asked again', () => {
    expect(isOld(['proposals', { query: {} }], ['objective:2022-9.9.9'])).toBe(true);
    expect(isOld(['proposals', { query: {} }], ['plan'])).toBe(true);
  });

  it('given any change, then the audit trail has grown', () => {
    expect(isOld(['auditTrail', {}], ['clock'])).toBe(true);
  });

  it('given more changes than are worth telling, or a topic that this page does not know, then all is asked again', () => {
    expect(isOld(['premiumRuns', {}], ['all'])).toBe(true);
    expect(isOld(['premiumRuns', {}], ['conciliation'])).toBe(true);
  });

  it('given an objective, then what rests on its shares is asked again: evaluations and runs; given a variation, proposals', () => {
    for (const name of ['evaluation', 'evaluations', 'premiumRun', 'premiumRuns'])
      expect(isOld([name, {}], ['objective:2022-1.1.1'])).toBe(true);
    expect(isOld(['proposals', {}], ['variation'])).toBe(true);
  });
});
