import { usualLifecycle } from '../objective/usual-lifecycle.js';
import { leadsTo } from './leads-to.js';

const suspend = { verb: 'suspend', from: ['assigned', 'in-progress'], to: 'suspended' } as const;
const resume = { verb: 'resume', from: ['suspended'], to: 'in-progress' } as const;

describe('where a transition leads', () => {
  it('given a rest that begins in several states, then its end leads back to each, whichever the file names', () => {
    expect(leadsTo(resume, [suspend, resume])).toEqual(['assigned', 'in-progress']);
    expect(leadsTo(resume, [suspend, { ...suspend, from: ['in-progress'] }])).toEqual(['assigned', 'in-progress']);
    expect(leadsTo(resume, [{ ...suspend, from: ['assigned'] }])).toEqual(['assigned']);
    expect(leadsTo(resume, [resume])).toEqual(['in-progress']);
  });

  it('given any other, then where the file says', () => {
    const { transitions } = usualLifecycle;
    for (const transition of transitions.filter(({ verb }) => verb !== 'resume'))
      expect(leadsTo(transition, transitions)).toEqual([transition.to]);
  });
});
