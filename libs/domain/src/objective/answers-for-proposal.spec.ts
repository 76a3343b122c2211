import type { StepDefinition } from '../workflow/chain-definition.js';
import { after, propose, returnProposal, validate } from '../testing/commands.js';
import { head, judging, roles, segretario, vice, withTargets } from '../testing/example.js';
import { exampleStaff, tenure } from '../testing/staff.js';
import type { Actor } from '../values.js';
import { begunProposal } from './proposal-parties.js';
import { usualLifecycle } from './usual-lifecycle.js';

const workflow = { id: 'comune', version: 1 };
const [coherence, measure] = judging.steps;
const TRIBUTES: Actor = { id: 'u-tributi', office: 'tributi' };
const staff = { ...exampleStaff, tenures: [...exampleStaff.tenures, tenure(TRIBUTES.id, TRIBUTES.office)] };

describe('a proposal that gives somebody a share', () => {
  const through = (steps: readonly (StepDefinition | undefined)[]) => ({
    chain: { ...judging, steps: steps.flatMap((one) => (one === undefined ? [] : [one])) },
    workflow,
    staff,
  });
  const takes = (step: string, by: Actor) => {
    const said = {
      outcome: 'approve',
      note: 'sì',
      act: null,
      points: [],
      returnBy: null,
      degree: null,
      reason: '',
    } as const;
    const deed = { do: 'take-step', step, ...said } as const;
    return {
      type: 'approval.act',
      subject: 'objective',
      shareId: null,
      deed,
      staff,
      by,
      at: '2022-06-20T09:00:00.000Z',
    } as const;
  };
  const usual = propose({ through: through([coherence, measure]) });

  it('given a share of the Segretario, when a head proposes it, then the substitute judges it and the Segretario does not', () => {
    expect(after(usual).when(takes('proposta', segretario))).toMatchObject({
      refusal: 'approval/own-report',
      facts: { rule: 'own-office', approver: 'vicesegretario' },
    });
    expect(after(usual).when(takes('proposta', vice))).toMatchObject({
      events: [{ data: { fact: { kind: 'voted', rerouted: { from: 'segretario', rule: 'own-office' } } } }, {}],
    });
  });

  it('given no substitute at the step, when a head proposes it, then it is refused before it sets out', () => {
    const alone = coherence && { ...coherence, substitute: null };
    expect(after().when(propose({ through: through([alone, measure]) }))).toMatchObject({
      refusal: 'approval/no-substitute',
      facts: { step: 'proposta', office: 'segretario', rule: 'own-office' },
    });
  });

  it('given a body without a chain, then the Segretario neither validates nor returns it, and the Nucleo does', () => {
    const proposed = after(propose());
    for (const command of [validate({ by: segretario, waiver: 'sì' }), returnProposal({ by: segretario })]) {
      expect(proposed.when(command)).toMatchObject({
        refusal: 'objective/own-proposal',
        facts: { office: 'segretario' },
      });
    }
    expect(proposed.when(validate())).toHaveProperty('events');
  });

  it('given other shares the second time, then its parties are those of now', () => {
    const returned = after(propose(), returnProposal());
    const shares = withTargets.shares.map((share) =>
      share.areaId === 'segretario' ? { ...share, areaId: TRIBUTES.office } : share,
    );
    const again = propose({ objective: { ...withTargets, shares }, through: through([coherence, measure]) });
    expect(returned.when(again)).toMatchObject({
      events: [{}, { data: { approval: { parties: { offices: [head.office, TRIBUTES.office] } } } }],
    });
  });

  describe('and asks the areas that would have it', () => {
    const consent = coherence && {
      ...coherence,
      id: 'consenso',
      who: [{ relation: 'head-of-area' as const }],
      substitute: null,
    };
    const shares = withTargets.shares.map((share) =>
      share.areaId === 'segretario' ? { ...share, areaId: TRIBUTES.office } : share,
    );
    const asking = (by: Actor) =>
      propose({ by, objective: { ...withTargets, shares }, through: through([consent, coherence, measure]) });

    it('given the step that asks them, then the area that is given something says so, whoever proposed it does not', () => {
      expect(after(asking(head)).when(takes('consenso', TRIBUTES))).toHaveProperty('events');
      expect(after(asking(head)).when(takes('consenso', head))).toMatchObject({ refusal: 'approval/own-report' });
      expect(after(asking(segretario)).when(takes('consenso', head))).toHaveProperty('events');
    });

    it('given a lifecycle that leaves it to them without a chain, then they validate what others give them', () => {
      const transitions = usualLifecycle.transitions.map((one) =>
        one.verb === 'validate' ? { ...one, who: [{ relation: 'head-of-area' as const }] } : one,
      );
      const lived = { ...usualLifecycle, id: 'comune', transitions };
      const validates = validate({ by: head, waiver: 'sì', staff: roles });
      expect(after(propose({ by: segretario, workflow: lived })).when(validates)).toHaveProperty('events');
      expect(after(propose({ by: head, workflow: lived })).when(validates)).toMatchObject({
        refusal: 'objective/own-proposal',
      });
    });
  });

  it('given one that an earlier release let set out with its proposer alone, then whoever would answer is a party', () => {
    const { state } = after(usual);
    const approval = state.proposal?.approval;
    if (approval == null) throw new Error('It did not set out');
    const old = {
      ...approval,
      parties: { ...approval.parties, offices: [head.office] },
      at: '2022-06-20T08:00:00.000Z',
    };
    expect(begunProposal(old).parties.offices).toEqual([head.office, 'segretario']);
  });
});
