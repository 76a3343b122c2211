import { after, assign, define, propose, returnProposal, validate, withdrawProposal } from '../testing/commands.js';
import { head, judging, MORNING, nucleo, segretario, vice, withTargets } from '../testing/example.js';
import { exampleStaff } from '../testing/staff.js';
import type { Transition } from '../workflow/lifecycle.js';
import { usualLifecycle } from './usual-lifecycle.js';

const JULY = '2022-07-01T08:00:00.000Z';

describe('a proposal that whoever made it takes back', () => {
  it.each([
    ['is judged', [propose()]],
    ['came back', [propose(), returnProposal()]],
    ['was validated', [propose(), validate()]],
  ])('given that it %s, when withdrawn, then nothing is left of it and its number is free', (_, story) => {
    expect(after(...story).when(withdrawProposal())).toMatchObject({
      events: [{ type: 'objective.proposal-withdrawn.v1', data: { planId: 'demo-2022', reason: 'non serve più' } }],
    });
    const gone = after(...story, withdrawProposal());
    expect(gone.state).toMatchObject({ objective: null, proposal: null, planId: null, shares: [] });
    expect(gone.state.proposed).toBeUndefined();
    const other = propose({ objective: { ...withTargets, title: 'Tutto altro' }, by: segretario });
    expect(after(...story, withdrawProposal(), other).state).toMatchObject({
      objective: { title: 'Tutto altro' },
      proposal: { number: 1, proposers: [segretario.id], office: segretario.office, waiver: null },
    });
    expect(gone.when(define())).toMatchObject({ events: [{ type: 'objective.defined.v1' }] });
  });

  it('given a proposal, when another office withdraws it, then it is told whose it is', () => {
    for (const by of [segretario, nucleo]) {
      expect(after(propose()).when(withdrawProposal({ by }))).toMatchObject({
        refusal: 'lifecycle/not-yours',
        facts: { who: head.office },
      });
    }
  });

  it('given a variation under way that brings it in, when withdrawn, then that is withdrawn first, by whoever asked for it', () => {
    const broughtInBy = { variation: '2022-1', office: 'finanziaria' };
    const validated = after(propose(), validate());
    expect(validated.when(withdrawProposal({ broughtInBy }))).toEqual({
      refusal: 'proposal/under-variation',
      facts: { objective: withTargets.id, ...broughtInBy },
    });
    // whose it is comes first
    expect(validated.when(withdrawProposal({ broughtInBy, by: segretario }))).toMatchObject({
      refusal: 'lifecycle/not-yours',
    });
  });

  it('given the plan has it, or nobody proposed it, when withdrawn, then it is refused', () => {
    expect(after(propose(), validate(), define()).when(withdrawProposal())).toMatchObject({
      refusal: 'lifecycle/not-allowed',
    });
    expect(after(define(), assign()).when(withdrawProposal())).toMatchObject({ refusal: 'lifecycle/not-allowed' });
    expect(after().when(withdrawProposal())).toMatchObject({ refusal: 'objective/not-defined' });
    expect(after(propose(), withdrawProposal()).when(withdrawProposal())).toMatchObject({
      refusal: 'objective/not-defined',
    });
  });

  it('given an alarm that rings once it is gone, then there is nothing to do', () => {
    const rings = {
      type: 'approval.act',
      subject: 'objective',
      shareId: null,
      deed: { do: 'time-out', calendar: { patronDay: null } },
      staff: exampleStaff,
      by: { id: 'system', office: 'system' },
      at: JULY,
    } as const;
    expect(after(propose(), withdrawProposal()).when(rings)).toEqual({ events: [] });
  });

  it('given no reason, when withdrawn, then it is refused', () => {
    expect(after(propose()).when(withdrawProposal({ reason: ' ' }))).toMatchObject({ refusal: 'value/text-missing' });
  });

  it.each<[string, Partial<Transition>, object]>([
    ['to others', { who: [{ office: segretario.office }] }, { refusal: 'lifecycle/not-yours' }],
    ['only while it is judged', { from: ['proposed'] }, { refusal: 'lifecycle/not-allowed' }],
  ])('given a workflow file that leaves it %s, when withdrawn, then that holds', (_, said, outcome) => {
    const own = {
      verb: 'withdraw-proposal',
      from: ['draft', 'proposed', 'validated'],
      to: 'draft',
      who: [{ relation: 'proposer' }],
      act: null,
      ...said,
    } as const;
    const workflow = { ...usualLifecycle, transitions: [...usualLifecycle.transitions, own] };
    expect(after(propose({ workflow }), validate()).when(withdrawProposal())).toMatchObject(outcome);
  });

  it('given a vote on it, when withdrawn, then not before that day, nor proposed anew before the withdrawal', () => {
    const judged = validate({ chain: judging, step: 'proposta', staff: exampleStaff, by: vice, at: JULY });
    const story = [propose(), judged] as const;
    expect(after(...story).when(withdrawProposal({ at: JULY, on: '2022-06-30' }))).toMatchObject({
      refusal: 'value/before-its-fact',
      facts: { needs: 'vote' },
    });
    expect(after(...story, withdrawProposal({ at: JULY })).when(propose({ at: JULY, on: '2022-06-30' }))).toMatchObject(
      {
        refusal: 'value/before-its-fact',
        facts: { needs: 'proposal-withdrawn', min: '2022-07-01' },
      },
    );
    expect(after(propose()).when(withdrawProposal({ at: JULY, on: MORNING.slice(0, 10) }))).toHaveProperty('events');
  });
});
