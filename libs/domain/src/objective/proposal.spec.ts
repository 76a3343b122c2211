import type { PlannedObjective } from '../plan/document.js';
import { after, assign, define, propose, returnProposal, validate } from '../testing/commands.js';
import type { StepTaken } from '../approval/take-step.js';
import { head, judging, NEXT_YEAR, nucleo, segretario, withTargets } from '../testing/example.js';
import { exampleStaff } from '../testing/staff.js';
import type { Actor } from '../values.js';
import { objectiveStatusOf } from './state.js';

describe('an objective that is proposed', () => {
  it('given nothing, when a head of area proposes, then it is a proposal and nothing of it can be assigned', () => {
    expect(after().when(propose())).toMatchObject({
      events: [
        {
          type: 'objective.proposed.v1',
          data: { proposal: 1, proposedBy: head.id, office: head.office, objective: withTargets },
        },
      ],
    });
    expect(objectiveStatusOf(after(propose()).state)).toBe('proposed');
    expect(after(propose()).when(assign())).toMatchObject({
      refusal: 'lifecycle/not-allowed',
      facts: { state: 'proposed', verb: 'assign', possible: 'return-proposal, validate' },
    });
  });

  it('given a proposal, when it is returned with points, then it may be proposed again, changed', () => {
    const { state } = after(propose(), returnProposal());
    expect(objectiveStatusOf(state)).toBe('draft');
    expect(state.proposal?.points).toEqual(['manca il confronto con l’anno scorso']);
    const shorter = { ...withTargets, title: 'Riordino dell’archivio storico' };
    const again = after(propose(), returnProposal(), propose({ objective: shorter }));
    expect(again.state).toMatchObject({ objective: { title: shorter.title }, proposal: { number: 2, points: [] } });
  });

  it('given a proposal, when the Nucleo validates it and the plan has it, then it is defined as the plan says', () => {
    expect(objectiveStatusOf(after(propose(), validate()).state)).toBe('validated');
    const { state } = after(propose(), validate(), define());
    expect(objectiveStatusOf(state)).toBe('defined');
    expect(state.proposal).toMatchObject({ number: 1, proposers: [head.id] });
  });

  it('given what the lint found, when validated, then only with a reason, which is kept', () => {
    const findings = [{ code: 'weekend-date', where: '6.1.1-affari-generali' }];
    expect(after(propose()).when(validate({ findings, waiver: ' ' }))).toMatchObject({
      refusal: 'objective/lint-not-waived',
      facts: { findings: 'weekend-date (6.1.1-affari-generali)' },
    });
    expect(after(propose()).when(validate({ findings, waiver: 'la domenica è la sagra' }))).toEqual({
      events: [{ type: 'objective.validated.v1', data: { findings, waiver: 'la domenica è la sagra' } }],
    });
  });

  it('given the Segretario proposed it, when he validates or returns it, then he is told that it is his own', () => {
    const own = after(propose({ by: segretario }));
    expect(own.when(validate({ by: segretario }))).toMatchObject({ refusal: 'objective/own-proposal' });
    expect(own.when(returnProposal())).toMatchObject({ refusal: 'objective/own-proposal' });
    expect(own.when(validate({ by: nucleo }))).toHaveProperty('events');
  });

  const changed = (fields: Partial<PlannedObjective>) => propose({ objective: { ...withTargets, ...fields } });
  it.each([
    ['indicator', changed({ indicators: [] })],
    ['target', changed({ indicators: withTargets.indicators.map((indicator) => ({ ...indicator, target: null })) })],
    ['deadline', changed({ deadlines: [] })],
    ['weight', changed({ shares: withTargets.shares.map((share) => ({ ...share, weight: null })) })],
  ])('given a proposal without %s, when proposed, then it says what is missing', (missing, command) => {
    expect(after().when(command)).toMatchObject({ refusal: 'objective/proposal-incomplete', facts: { missing } });
  });

  it('given money of its own in the place of a weight, when proposed, then that is enough', () => {
    const shares = withTargets.shares.map((share) => ({ ...share, weight: null, funding: 'art. 208 CdS' }));
    expect(after().when(changed({ shares }))).toHaveProperty('events');
  });

  it('given a body with a chain for objectives, when its steps agree one after the other, then the last validates', () => {
    const byChain = { chain: judging, workflow: { id: 'comune', version: 1 } } as const;
    const coherent = validate({ ...byChain, step: 'proposta', by: segretario });
    const measurable = validate({ ...byChain, step: 'decisione' });
    expect(after(propose()).when(coherent)).toMatchObject({
      events: [
        { type: 'objective.proposal-opened.v1' },
        { type: 'objective.proposal-weighed.v1' },
        { type: 'objective.proposal-weighed.v1' },
      ],
    });
    expect(objectiveStatusOf(after(propose(), coherent).state)).toBe('proposed');
    expect(objectiveStatusOf(after(propose(), coherent, measurable).state)).toBe('validated');
    const returned = after(propose(), coherent, returnProposal({ ...byChain, step: 'decisione', by: nucleo }));
    expect(objectiveStatusOf(returned.state)).toBe('draft');
    expect(after(propose()).when({ ...coherent, by: head })).toMatchObject({ refusal: 'objective/own-proposal' });
    expect(after(propose()).when(measurable)).toMatchObject({ refusal: 'approval/not-this-step' });
  });

  describe('by a chain from the first day', () => {
    const through = { chain: judging, workflow: { id: 'comune', version: 1 }, staff: exampleStaff };
    const sound = propose({ through });
    const takes = (step: string, by: Actor, fields: Partial<StepTaken> = {}) =>
      ({
        type: 'approval.act',
        subject: 'objective',
        shareId: null,
        deed: {
          do: 'take-step',
          step,
          outcome: 'approve',
          note: '',
          act: null,
          points: [],
          returnBy: null,
          degree: null,
          reason: '',
          ...fields,
        },
        staff: exampleStaff,
        by,
        at: NEXT_YEAR,
      }) as const;

    it('given a chain, when proposed, then it sets out at once', () => {
      expect(after().when(sound)).toMatchObject({
        events: [
          { type: 'objective.proposed.v1' },
          { type: 'objective.proposal-opened.v1', data: { approval: { parties: { authors: [head.id] } } } },
        ],
      });
    });

    it('given both steps agree as in any approval, then it is validated, what the lint found with a reason', () => {
      const coherent = takes('proposta', segretario);
      const last = after(sound, coherent).when(takes('decisione', nucleo));
      expect(last).toMatchObject({ refusal: 'objective/lint-not-waived' });
      const waived = after(sound, coherent, takes('decisione', nucleo, { note: 'è la sagra' }));
      expect(waived.state.proposal).toMatchObject({ waiver: 'è la sagra' });
      expect(objectiveStatusOf(waived.state)).toBe('validated');
      expect(waived.when(takes('decisione', nucleo))).toMatchObject({ refusal: 'approval/not-open' });
    });

    it('given a step that rejects or its own author, then it goes back with the reason, or is refused', () => {
      const rejected = after(sound, takes('proposta', segretario, { outcome: 'reject', reason: 'non è misurabile' }));
      expect(objectiveStatusOf(rejected.state)).toBe('draft');
      expect(rejected.state.proposal?.points).toEqual(['non è misurabile']);
      expect(after(sound).when(takes('proposta', head))).toMatchObject({ refusal: 'approval/own-report' });
    });
  });
});
