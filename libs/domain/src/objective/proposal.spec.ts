import type { PlannedObjective } from '../plan/document.js';
import { after, assign, define, propose, returnProposal, validate } from '../testing/commands.js';
import type { StepTaken } from '../approval/take-step.js';
import {
  head,
  judging,
  MORNING,
  NEXT_YEAR,
  nucleo,
  REGISTRY,
  roles,
  SECRETARY,
  segretario,
  vice,
  withTargets,
} from '../testing/example.js';
import type { Staff } from '../organisation/staff.js';
import { delegation, exampleStaff, tenure } from '../testing/staff.js';
import type { Actor } from '../values.js';
import { findingsOf } from './proposal.js';
import { objectiveStatusOf } from './state.js';
import { usualLifecycle } from './usual-lifecycle.js';

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
      facts: { state: 'proposed', verb: 'assign', possible: 'return-proposal, validate, withdraw-proposal' },
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

  it('given what the lint found, when validated at a step that does not wait, then that is told first', () => {
    const findings = [{ code: 'weekend-date', where: '6.1.1-affari-generali' }];
    const early = validate({ findings, chain: judging, step: 'decisione', by: nucleo, staff: exampleStaff });
    expect(after(propose()).when(early)).toMatchObject({ refusal: 'approval/not-this-step' });
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
    expect(own.when(returnProposal({ by: segretario }))).toMatchObject({ refusal: 'objective/own-proposal' });
    expect(own.when(validate({ by: nucleo }))).toHaveProperty('events');
  });

  it('given a day that is told, then nobody judges with it what their office of that day proposed', () => {
    const proposed = after(propose({ by: head, objective: ofArea }));
    const was = tenure('u-x', head.office, { to: '2022-06-30' });
    const of = {
      ...roles,
      day: '2022-07-31',
      tenures: [...roles.tenures, was, tenure('u-x', 'segretario', { roles: ['segretario'] })],
    };
    const judges = (on: string) =>
      proposed.when(
        validate({ by: { id: 'u-x', office: 'segretario' }, staff: of, on, at: '2022-07-31T09:00:00.000Z' }),
      );
    expect(judges('2022-06-30')).toMatchObject({ refusal: 'objective/own-proposal' });
    expect(judges('2022-07-01')).toHaveProperty('events');
  });

  it('given who acts for the office that proposed, when they would judge as another, then they are told that it is their own', () => {
    const lent = delegation('d-1', head.office, 'u-x', { holder: head.id, until: '2022-12-31', from: '2022-01-01' });
    const of = {
      ...roles,
      day: '2022-07-31',
      tenures: [...roles.tenures, tenure('u-x', 'segretario', { roles: ['segretario'] }), tenure(head.id, head.office)],
    };
    const judges = (staff: Staff) =>
      after(propose({ by: head, objective: ofArea })).when(
        validate({ by: { id: 'u-x', office: 'segretario' }, staff }),
      );
    expect(judges({ ...of, delegations: [lent] })).toMatchObject({ refusal: 'objective/own-proposal' });
    expect(judges(of)).toHaveProperty('events');
  });

  it('given another area, when its head proposes what it has no part in, then that is for whoever has; the Segretario may', () => {
    const shares = withTargets.shares.map((share) => ({ ...share, areaId: 'tributi' }));
    const elsewhere = { ...withTargets, shares };
    expect(after().when(propose({ objective: elsewhere }))).toMatchObject({
      refusal: 'objective/not-your-share',
      facts: { office: 'tributi' },
    });
    expect(after().when(propose({ objective: elsewhere, by: segretario }))).toHaveProperty('events');
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

  const due = { id: 'd', shareIds: withTargets.shares.map(({ id }) => id), text: '' };
  const dueBy = (...deadlines: PlannedObjective['deadlines']) => changed({ deadlines });
  const last = { ...due, kind: 'horizon', on: '2022-12-31' } as const;
  it.each([
    ['a last day after it', 'horizon', '2023-06-30', propose({ horizon: '2023-06-30' })],
    ['a last day before it', 'horizon', '2021-12-31', propose({ horizon: '2021-12-31' })],
    ['a day before it', 'deadline.on', '2020-12-15', dueBy({ ...due, kind: 'fixed', on: '2020-12-15' })],
    ['a day after it', 'deadline.on', '2023-01-15', dueBy({ ...due, kind: 'fixed', on: '2023-01-15' })],
    [
      'a state after it',
      'deadline.asOf',
      '2023-01-01',
      dueBy({ ...due, kind: 'as-of', asOf: '2023-01-01', graceDays: 9 }),
    ],
    [
      'a beginning after it',
      'deadline.from',
      '2023-01-01',
      dueBy({ ...due, kind: 'start', from: '2023-01-01', until: null }),
    ],
    [
      'a series that goes on after it',
      'deadline.until',
      '2023-06-30',
      dueBy({ ...due, kind: 'recurring', every: 'week', from: '2022-06-01', until: '2023-06-30', nilReturn: true }),
    ],
  ])('given %s, when proposed to the plan of a year, then it is told the year', (_, field, value, command) => {
    expect(after().when(command)).toEqual({
      refusal: 'value/out-of-range',
      facts: { field, value, min: '2022-01-01', max: '2022-12-31' },
    });
  });

  it.each([
    [
      'what begins before the year and is due in it',
      { ...due, kind: 'start', from: '2021-11-01', until: '2022-03-31' },
    ],
    ['a report on the year’s end that is due after it', { ...due, kind: 'as-of', asOf: '2022-12-31', graceDays: 30 }],
    ['what has no day', { ...due, kind: 'after', dependsOn: 'last' }],
  ] as const)('given %s, when proposed, then that is possible', (_, deadline) => {
    expect(after().when(dueBy(deadline, { ...last, id: 'last' }))).toHaveProperty('events');
  });

  it('given money of its own in the place of a weight, when proposed, then that is enough', () => {
    const shares = withTargets.shares.map((share) => ({ ...share, weight: null, funding: 'art. 208 CdS' }));
    expect(after().when(changed({ shares }))).toHaveProperty('events');
  });

  it('given a body with a chain for objectives, when its steps agree one after the other, then the last validates', () => {
    const byChain = { chain: judging, workflow: { id: 'comune', version: 1 } } as const;
    const coherent = validate({ ...byChain, step: 'proposta', by: vice, staff: exampleStaff });
    const measurable = validate({ ...byChain, step: 'decisione' });
    expect(after(propose()).when(coherent)).toMatchObject({
      events: [
        { type: 'objective.proposal-opened.v1' },
        { type: 'objective.proposal-weighed.v1' },
        { type: 'objective.proposal-weighed.v1' },
      ],
    });
    expect(after(propose()).when({ ...coherent, step: null })).toEqual(after(propose()).when(coherent));
    expect(objectiveStatusOf(after(propose(), coherent).state)).toBe('proposed');
    expect(objectiveStatusOf(after(propose(), coherent, measurable).state)).toBe('validated');
    const returned = after(propose(), coherent, returnProposal({ ...byChain, step: 'decisione', by: nucleo }));
    expect(objectiveStatusOf(returned.state)).toBe('draft');
    expect(after(propose()).when({ ...coherent, by: head })).toMatchObject({ refusal: 'objective/own-proposal' });
    expect(after(propose()).when(measurable)).toMatchObject({ refusal: 'approval/not-this-step' });
  });

  it('given a colleague of its proposer, when they judge it for the same office, then it is their own as well', () => {
    const own = after(propose({ by: segretario }));
    expect(own.when(validate({ by: { ...segretario, id: 'u-colleague' } }))).toMatchObject({
      refusal: 'objective/own-proposal',
      facts: { office: 'segretario' },
    });
  });

  it('given one target among several indicators, when proposed, then that is enough', () => {
    expect(after().when(changed({ indicators: withOneTarget() }))).toHaveProperty('events');
  });

  it('given a lifecycle of the body, when proposed and proposed again, then it stays under the first', () => {
    const workflow = { ...usualLifecycle, id: 'comune', version: 3 };
    const later = { ...usualLifecycle, id: 'comune', version: 4 };
    expect(after().when(propose({ workflow }))).toMatchObject({ events: [{ data: { workflow } }] });
    const again = after(propose({ workflow }), returnProposal()).when(propose({ workflow: later }));
    expect(again).toMatchObject({ events: [{ data: { proposal: 2, workflow } }] });
    const transitions = usualLifecycle.transitions.map((one) =>
      one.verb === 'propose' ? { ...one, who: [{ role: 'segretario' }] } : one,
    );
    expect(after().when(propose({ workflow: { ...workflow, transitions } }))).toMatchObject({
      refusal: 'lifecycle/not-yours',
      facts: { verb: 'propose', who: 'segretario' },
    });
  });

  it.each<[string, string, PlannedObjective, string, readonly string[]]>([
    [
      'a Sunday that two shares have in common',
      '2022-06-20',
      withTargets,
      'lint/closed-day',
      [`${REGISTRY} ${SECRETARY}`],
    ],
    ['a share with one indicator', '2022-06-20', withTargets, 'lint/one-indicator', [SECRETARY]],
    [
      'a year that is over',
      '2023-06-20',
      withTargets,
      'lint/retroactive-start',
      [REGISTRY, `${REGISTRY} ${SECRETARY}`],
    ],
  ])(
    'given a proposal with %s, when looked through, then the lint of plans says where',
    (_, today, planned, rule, where) => {
      const found = findingsOf(planned, '2022-12-31', today);
      expect(found.filter(({ code }) => code === rule).map((finding) => finding.where)).toEqual(where);
    },
  );

  it('given what is only worth knowing, when looked through, then nobody has to accept it', () => {
    const sound = {
      ...withTargets,
      shares: withTargets.shares.slice(0, 1),
      indicators: withTargets.indicators.slice(0, 2),
      deadlines: [{ ...sundays(), shareIds: [REGISTRY], on: '2022-07-29' }],
    };
    expect(findingsOf(sound, '2022-12-31', '2022-06-20')).toEqual([]);
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
          {
            type: 'objective.proposal-opened.v1',
            data: {
              approval: {
                subject: 'objective',
                parties: { authors: [head.id], offices: [head.office, 'segretario'], scored: [], beneficiaries: [] },
                relations: { proposer: [head.office], 'head-of-area': ['affari-generali', 'segretario'] },
                at: MORNING,
              },
            },
          },
        ],
      });
      expect(after().when(propose({ through: { ...through, chain: null } }))).toMatchObject({
        events: [{ type: 'objective.proposed.v1' }],
      });
    });

    it('given both steps agree as in any approval, then it is validated, what the lint found with a reason', () => {
      const coherent = takes('proposta', vice);
      const last = after(sound, coherent).when(takes('decisione', nucleo));
      expect(last).toMatchObject({ refusal: 'objective/lint-not-waived' });
      const waived = after(sound, coherent, takes('decisione', nucleo, { note: 'è la sagra' }));
      expect(waived.state.proposal).toMatchObject({ waiver: 'è la sagra' });
      expect(objectiveStatusOf(waived.state)).toBe('validated');
      expect(waived.when(takes('decisione', nucleo))).toMatchObject({ refusal: 'approval/not-open' });
    });

    it('given a reason at the first step, when the last agrees without a word, then what the lint found is accepted for that one', () => {
      const coherent = takes('proposta', vice, { note: 'è la sagra' });
      const { state } = after(sound, coherent, takes('decisione', nucleo, { note: ' ' }));
      expect(state.proposal).toMatchObject({ waiver: 'è la sagra' });
      expect(after(sound, coherent).when(takes('decisione', nucleo))).toMatchObject({
        events: [
          {},
          {},
          {},
          {
            type: 'objective.validated.v1',
            data: {
              findings: findingsOf(withTargets, '2022-12-31', '2023-01-20'),
              waiver: 'è la sagra',
            },
          },
        ],
      });
    });

    it('given a step that asks for more, then its points go back to those who proposed it', () => {
      const steps = judging.steps.map((one) => ({ ...one, outcomes: ['approve', 'return'] as const }));
      const asking = propose({ through: { ...through, chain: { ...judging, steps } } });
      const returns = takes('proposta', vice, { outcome: 'return', points: ['manca il confronto'], note: 'sic' });
      expect(after(asking).when(returns)).toMatchObject({
        events: [
          { type: 'objective.proposal-weighed.v1', data: { fact: { kind: 'voted' }, waiver: null } },
          { type: 'objective.proposal-weighed.v1', data: { fact: { kind: 'returned' }, waiver: null } },
          { type: 'objective.proposal-returned.v1', data: { points: ['manca il confronto'] } },
        ],
      });
      const { state } = after(asking, returns);
      expect(state.proposal?.points).toEqual(['manca il confronto']);
      expect(after(asking, returns).when(takes('proposta', vice))).toMatchObject({
        refusal: 'approval/not-open',
      });
    });

    it('given a claim, or no proposal at all, then it is weighed, or there is nothing open', () => {
      const claims = { ...takes('proposta', vice), deed: { do: 'claim', step: 'proposta' } as const };
      expect(after(sound).when(claims)).toMatchObject({
        events: [{ type: 'objective.proposal-weighed.v1', data: { fact: { kind: 'claimed' }, waiver: null } }],
      });
      expect(after(define()).when(takes('proposta', vice))).toMatchObject({ refusal: 'approval/not-open' });
      const rings = { ...claims, deed: { do: 'time-out', calendar: { patronDay: null } } as const };
      expect(after(define()).when(rings)).toEqual({ events: [] });
      expect(after(sound).when(rings)).toEqual({ events: [] });
    });

    it('given a step that rejects or its own author, then it goes back with the reason, or is refused', () => {
      const rejected = after(sound, takes('proposta', vice, { outcome: 'reject', reason: 'non è misurabile' }));
      expect(objectiveStatusOf(rejected.state)).toBe('draft');
      expect(rejected.state.proposal?.points).toEqual(['non è misurabile']);
      expect(after(sound).when(takes('proposta', head))).toMatchObject({ refusal: 'approval/own-report' });
    });
  });
});

/** Of the head's area alone. */
const ofArea: PlannedObjective = {
  ...withTargets,
  shares: withTargets.shares.filter(({ id }) => id === REGISTRY),
  indicators: withTargets.indicators
    .filter(({ shareIds }) => shareIds.includes(REGISTRY))
    .map((one) => ({ ...one, shareIds: [REGISTRY] })),
  deadlines: withTargets.deadlines
    .filter(({ shareIds }) => shareIds.includes(REGISTRY))
    .map((one) => ({ ...one, shareIds: [REGISTRY] })),
};

/** The first share has two indicators, and a target for one. */
function withOneTarget(): PlannedObjective['indicators'] {
  return withTargets.indicators.map((one) => (one.id === 'rules' ? { ...one, target: null } : one));
}

function sundays() {
  const found = withTargets.deadlines.find(({ kind }) => kind === 'fixed');
  if (found?.kind !== 'fixed') throw new Error('The example has no day');
  return found;
}
