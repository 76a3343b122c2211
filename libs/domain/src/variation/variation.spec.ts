import fc from 'fast-check';
import { formatHundredths, parseHundredths } from '../decimal.js';
import { objective } from '../objective/objective.js';
import type { ObjectiveCommand } from '../objective/messages.js';
import type { ObjectiveState } from '../objective/state.js';
import type { PlanDocument, PlannedObjective } from '../plan/document.js';
import { plan } from '../plan/plan.js';
import { withVaried } from '../plan/vary.js';
import { weightByArea } from '../plan/weights.js';
import { Refused, type RefusalCode } from '../refused.js';
import { eventsOf, given, type Outcome } from '../testing.js';
import { acknowledge, after, alarm, assign, define, fulfilLate, report, upTo } from '../testing/commands.js';
import { people, step, who } from '../testing/approval.js';
import { ACT, archive, document, head, MORNING, REGISTRY, SECRETARY, staff } from '../testing/example.js';
import type { Actor } from '../values.js';
import type { PlanChange } from './changes.js';
import type { VariationCommand, VariationEvent } from './messages.js';
import type { Surroundings } from './standing.js';
import { variedBy } from './varied.js';
import { variation } from './variation.js';

const chain = {
  id: 'variation',
  version: 1,
  steps: [
    step('parere-segretario', { substitute: { office: 'vicesegretario' } }),
    step('parere-nucleo', { who: [{ office: 'nucleo' }] }),
    step('delibera', { who: [{ office: 'giunta' }], act: { kinds: ['DGC'] } }),
  ],
};
const workflow = { id: 'comune', version: 1 };
const AUGUST = '2022-08-05T08:00:00.000Z';

const moveDraft: PlanChange = { kind: 'move-deadline', objectiveId: '6.1.1', deadlineId: 'draft', to: '2022-10-31' };
const moveWeight: PlanChange = { kind: 'move-weight', from: REGISTRY, to: SECRETARY, points: '2.5' };
const reword: PlanChange = {
  kind: 'change-indicator',
  objectiveId: '6.1.1',
  indicatorId: 'boxes',
  text: 'Faldoni riordinati e schedati',
  target: { comparison: 'at-least', value: '60', unit: '%' },
};
const addShare: PlanChange = {
  kind: 'add-share',
  objectiveId: '6.1.1',
  share: { areaId: 'affari-generali', unit: 'Messi', weight: '5', funding: null },
  indicatorIds: ['rules'],
  deadlineIds: ['draft'],
};
const museum: PlannedObjective = {
  ...archive,
  id: '6.1.2',
  number: '2',
  title: 'Museo',
  shares: [{ ...archive.shares[0]!, id: '6.1.2-affari-generali', weight: '7.5' }],
  indicators: [],
  deadlines: [],
};
const addObjective: PlanChange = { kind: 'add-objective', objective: museum };
const remove: PlanChange = {
  kind: 'remove-objective',
  objectiveId: '6.1.1',
  cause: 'force-majeure',
  note: 'alluvione',
  weight: 'neutralise',
};

const stateAfter = (...commands: readonly ObjectiveCommand[]): ObjectiveState => after(...commands).state;
const surroundings = (fields: Partial<Surroundings> = {}): Surroundings => ({
  document,
  planStatus: 'in-force',
  objectives: { '6.1.1': stateAfter(...upTo.acknowledged) },
  underWay: {},
  cutOff: '2022-12-15',
  ...fields,
});

interface Asking {
  readonly changes?: readonly PlanChange[];
  readonly reason?: string;
  readonly around?: Partial<Surroundings>;
  readonly by?: Actor;
  readonly at?: string;
}
const request = ({
  changes = [moveDraft],
  reason = 'gara deserta',
  around = {},
  by = head,
  at = MORNING,
}: Asking = {}) =>
  ({
    type: 'variation.request',
    variationId: '2022-1',
    planId: '2022',
    requestId: 'r-1',
    reason,
    changes,
    surroundings: surroundings(around),
    chain,
    workflow,
    staff: people,
    by,
    at,
  }) as const satisfies VariationCommand;
const resubmit = (asking: Asking = {}): VariationCommand => ({ ...request(asking), type: 'variation.resubmit' });
const take = (
  stepId: string,
  by: Actor,
  fields: Partial<Extract<VariationCommand, { type: 'variation.take-step' }>> = {},
): VariationCommand => ({
  type: 'variation.take-step',
  step: stepId,
  outcome: 'approve',
  note: '',
  act: null,
  points: [],
  returnBy: null,
  degree: null,
  reason: '',
  surroundings: surroundings(),
  staff: people,
  by,
  at: MORNING,
  ...fields,
});
const decide = (fields: Partial<Extract<VariationCommand, { type: 'variation.take-step' }>> = {}) =>
  take('delibera', who.giunta, { act: ACT, ...fields });
const heard = [request(), take('parere-segretario', who.vice), take('parere-nucleo', who.nucleo)];
const withdraw = (by: Actor = head): VariationCommand => ({
  type: 'variation.withdraw',
  reason: 'non serve più',
  by,
  at: MORNING,
});
const system = { id: 'system', office: 'system' };
const told = (...commands: readonly VariationCommand[]) => given(variation)(...eventsOf(variation, ...commands));
const types = (outcome: Outcome<VariationEvent>) =>
  'events' in outcome ? outcome.events.map(({ type }) => type) : outcome;

describe('a variation of the plan', () => {
  it('given a plan in force, when the office concerned asks, then it is on its way, with what it touches', () => {
    const outcome = told().when(request());
    expect(types(outcome)).toEqual(['variation.requested.v1', 'variation.approval-opened.v1']);
    expect(outcome).toMatchObject({
      events: [
        {
          data: {
            submission: 1,
            requestedBy: 'u-head',
            before: ['2022-07-31'],
            touched: { '6.1.1': [REGISTRY, SECRETARY] },
          },
        },
        {},
      ],
    });
  });

  it('given the opinions, when the Giunta decides by its act, then it is approved with it', () => {
    const outcome = told(...heard).when(decide());
    expect(types(outcome)).toEqual([
      'variation.approval-voted.v1',
      'variation.approval-step-passed.v1',
      'variation.approval-approved.v1',
      'variation.approved.v1',
    ]);
    expect(told(...heard, decide()).state).toMatchObject({ status: 'approved', act: ACT });
    expect(told(...heard).when(decide({ act: null }))).toMatchObject({ refusal: 'approval/act-missing' });
  });

  it('given that it concerns the Segretario, then the substitute gives the opinion in his place', () => {
    expect(told(request()).state.approval?.panels['parere-segretario']).toMatchObject({ offices: ['vicesegretario'] });
  });

  it('given a step taken by way of the approvals, then the same follows', () => {
    const {
      step: stepId,
      outcome,
      note,
      act,
      points,
      returnBy,
      degree,
      reason,
    } = decide() as Extract<VariationCommand, { type: 'variation.take-step' }>;
    const deed = { do: 'take-step', step: stepId, outcome, note, act, points, returnBy, degree, reason } as const;
    const command: VariationCommand = {
      type: 'approval.act',
      subject: 'variation',
      shareId: null,
      deed,
      staff: people,
      by: who.giunta,
      at: MORNING,
    };
    expect(types(told(...heard).when(command))).toContain('variation.approved.v1');
    const alarmed: VariationCommand = { ...command, deed: { do: 'time-out', calendar: { patronDay: null } } };
    expect(told(...heard, decide()).when(alarmed)).toEqual({ events: [] });
  });

  it('given a refusal by the Giunta, then it is rejected with the reason', () => {
    const no = decide({ outcome: 'reject', reason: 'si può ancora fare', act: null });
    expect(types(told(...heard).when(no))).toContain('variation.rejected.v1');
    expect(told(...heard, no).state.status).toBe('rejected');
  });

  it('given a return, when submitted again, then it counts its submissions and starts at the first step', () => {
    const back = take('parere-nucleo', who.nucleo, { outcome: 'return', points: ['allegare il verbale'] });
    const returned = told(...heard.slice(0, 2), back);
    expect(returned.state.status).toBe('returned');
    const again = told(...heard.slice(0, 2), back, resubmit({ changes: [reword] }));
    expect(again.state).toMatchObject({ status: 'open', submission: 2, requestId: 'r-1', approval: { passed: [] } });
    expect(again.state.asked?.changes).toEqual([reword]);
  });

  it('given it was approved, when the plan has taken it or refused it, then it says so, once', () => {
    const applied: VariationCommand = { type: 'variation.mark-applied', planVersion: 2, by: system, at: MORNING };
    const not: VariationCommand = { type: 'variation.mark-not-applied', code: 'x/y', by: system, at: MORNING };
    expect(told(...heard, decide(), applied).state.status).toBe('applied');
    expect(told(...heard, decide(), not).state).toMatchObject({ status: 'not-applied', notAppliedBecause: 'x/y' });
    expect(told(...heard, decide(), applied).when(applied)).toEqual({ events: [] });
    expect(told(...heard, decide(), applied).when(not)).toEqual({ events: [] });
  });

  it('given it is open or returned, when its office withdraws it, then it is withdrawn', () => {
    expect(told(...heard, withdraw()).state.status).toBe('withdrawn');
  });

  const settled = stateAfter(...upTo.submitted);
  const missed = stateAfter(...upTo.acknowledged, alarm(AUGUST));
  const asks = (asking: Asking) => told().when(request(asking));
  const refusals: Record<Extract<RefusalCode, `variation/${string}`>, readonly Outcome<VariationEvent>[]> = {
    'variation/already-requested': [told(request()).when(request())],
    'variation/not-requested': [told().when(withdraw()), told().when(decide())],
    'variation/not-returned': [told(request()).when(resubmit()), told(...heard, decide()).when(resubmit())],
    'variation/decided': [told(...heard, decide()).when(withdraw()), told(request(), withdraw()).when(withdraw())],
    'variation/not-yours': [told(request()).when(withdraw({ id: 'u-x', office: 'tributi' }))],
    'variation/not-concerned': [asks({ by: { id: 'u-x', office: 'tributi' } })],
    'variation/nothing-changed': [
      asks({ changes: [] }),
      asks({ changes: [{ ...moveDraft, to: '2022-07-31' } as PlanChange] }),
      asks({ changes: [moveWeight, { ...moveWeight, from: SECRETARY, to: REGISTRY } as PlanChange] }),
      asks({ changes: [{ ...moveWeight, to: REGISTRY } as PlanChange] }),
    ],
    'variation/weight-exhausted': [
      asks({ changes: [{ ...moveWeight, points: '10' } as PlanChange] }),
      asks({ changes: [{ ...moveWeight, points: '11' } as PlanChange] }),
    ],
    'variation/share-without-weight': [
      asks({
        changes: [moveWeight],
        around: {
          document: {
            ...document,
            objectives: [{ ...archive, shares: archive.shares.map((one) => ({ ...one, weight: null })) }],
          },
        },
      }),
    ],
    'variation/objective-removed': [asks({ changes: [remove, reword] }), asks({ changes: [remove, moveWeight] })],
    'variation/unknown-objective': [asks({ changes: [{ ...reword, objectiveId: '9.9.9' } as PlanChange] })],
    'variation/settled': [
      asks({ around: { objectives: { '6.1.1': settled } } }),
      asks({ around: { objectives: { '6.1.1': { ...settled, closed: true } } } }),
    ],
    'variation/deadline-missed': [
      asks({ at: AUGUST }), // though no alarm has rung yet
      asks({ around: { objectives: { '6.1.1': missed } } }),
      asks({
        around: {
          objectives: { '6.1.1': stateAfter(...upTo.acknowledged, alarm(AUGUST), fulfilLate({ at: AUGUST })) },
        },
      }),
      // asked for in time, decided too late
      told(...heard).when(decide({ at: AUGUST, surroundings: surroundings({ objectives: { '6.1.1': missed } }) })),
    ],
    'variation/deadline-answered': [
      asks({
        around: {
          objectives: {
            '6.1.1': stateAfter(
              ...upTo.acknowledged,
              report({ fulfils: { deadlineId: 'draft', instance: '2022-07-31' } }),
            ),
          },
        },
      }),
    ],
    'variation/day-passed': [asks({ changes: [{ ...moveDraft, to: '2022-06-19' } as PlanChange] })],
    'variation/after-cut-off': [asks({ at: '2022-12-16T08:00:00.000Z' }), asks({ around: { cutOff: '2022-06-19' } })],
    'variation/share-under-variation': [asks({ around: { underWay: { [REGISTRY]: '2022-7' } } })],
    'variation/already-applied': [], // of the plan, see below
  };
  it.each(Object.entries(refusals))('given a reason for %s, when commanded, then it is refused', (code, outcomes) => {
    expect(outcomes).toEqual(outcomes.map(() => expect.objectContaining({ refusal: code })));
  });

  it.each<[RefusalCode, Asking]>([
    ['value/text-missing', { reason: ' ' }],
    ['value/text-missing', { changes: [{ ...reword, text: '' } as PlanChange] }],
    ['value/text-missing', { changes: [{ ...remove, note: '' } as PlanChange] }],
    ['value/not-a-date', { changes: [{ ...moveDraft, to: '2022-02-30' } as PlanChange] }],
    ['value/not-a-decimal', { changes: [{ ...moveWeight, points: '2,5' } as PlanChange] }],
    ['objective/unknown-deadline', { changes: [{ ...moveDraft, deadlineId: 'none' } as PlanChange] }],
    ['objective/unknown-indicator', { changes: [{ ...reword, indicatorId: 'none' } as PlanChange] }],
    ['objective/unknown-indicator', { changes: [{ ...addShare, indicatorIds: ['none'] } as PlanChange] }],
    ['objective/unknown-deadline', { changes: [{ ...addShare, deadlineIds: ['none'] } as PlanChange] }],
    ['objective/unknown-share', { changes: [{ ...moveWeight, from: 'none' } as PlanChange] }],
    ['value/not-unique', { changes: [{ kind: 'add-objective', objective: archive }] }],
    ['plan/not-in-force', { around: { planStatus: 'closed' } }],
  ])('given a fault in what is asked, then %s', (code, asking) => {
    expect(asks(asking)).toMatchObject({ refusal: code });
  });

  it('given weights over the ceiling of the whole area, when a share is added, then it is refused', () => {
    const areas = document.areas.map((area) => ({ ...area, ceiling: '12.5' }));
    expect(asks({ changes: [addShare], around: { document: { ...document, areas } } })).toMatchObject({
      refusal: 'plan/weights-over-ceiling',
      facts: { area: 'affari-generali', sum: '15' },
    });
  });
});

describe('a plan that is varied', () => {
  const issued = { by: staff, at: MORNING };
  const inForce = given(plan)(
    ...eventsOf(
      plan,
      { type: 'plan.draft', planId: '2022', document, ...issued },
      { type: 'plan.approve', act: ACT, ...issued },
      { type: 'plan.enter-into-force', from: '2022-01-01', ...issued },
    ),
  );
  const vary = (changes: readonly PlanChange[], state: ObjectiveState = stateAfter(...upTo.acknowledged)) =>
    ({
      type: 'plan.vary',
      variationId: '2022-1',
      changes,
      act: ACT,
      objectives: { '6.1.1': state },
      ...issued,
    }) as const;
  const variedPlan = (changes: readonly PlanChange[]) => {
    const outcome = inForce.when(vary(changes));
    return 'events' in outcome
      ? outcome.events.reduce((before, event) => plan.evolve(before, event), inForce.state)
      : inForce.state;
  };

  it('given a decided variation, then the plan has another version, and the objectives that changed, whole', () => {
    expect(inForce.when(vary([moveDraft, addObjective]))).toMatchObject({
      events: [
        {
          type: 'plan.varied.v1',
          data: { version: 2, added: ['6.1.2'], act: ACT, objectives: [{ id: '6.1.1' }, { id: '6.1.2' }] },
        },
      ],
    });
    expect(variedPlan([moveDraft]).document?.objectives[0]?.deadlines).toContainEqual(
      expect.objectContaining({ id: 'draft', kind: 'fixed', on: '2022-10-31' }),
    );
  });

  it('given the same variation again, then variation/already-applied', () => {
    const again = given(plan);
    const outcome = inForce.when(vary([moveDraft]));
    expect('events' in outcome && plan.evolve(inForce.state, outcome.events[0]!).variations).toEqual(['2022-1']);
    expect(() => plan.decide(vary([reword]), variedPlan([moveDraft]))).toThrow('variation/already-applied');
    expect(again().when(vary([reword]))).toMatchObject({ refusal: 'plan/not-drafted' });
  });

  it('given a deadline missed meanwhile, then the plan refuses to move it', () => {
    const missed = stateAfter(...upTo.acknowledged, alarm(AUGUST));
    expect(inForce.when(vary([moveDraft], missed))).toMatchObject({ refusal: 'variation/deadline-missed' });
  });

  it('given a removed objective, then it stays in the plan, marked, and weighs nothing', () => {
    const after = variedPlan([remove]).document;
    expect(after?.objectives.map(({ id }) => id)).toEqual(['6.1.1']);
    expect(after?.removed).toEqual(['6.1.1']);
    expect(after && weightByArea(after)).toEqual({ 'affari-generali': '0', segretario: '0' });
  });
});

describe('laws of variations', () => {
  const cents = (text: string) => parseHundredths(text, 'weight');
  const shareId = fc.constantFrom(REGISTRY, SECRETARY, '6.1.1-affari-generali', '6.1.2-affari-generali');
  const points = fc.integer({ min: 1, max: 2000 }).map((hundredths) => formatHundredths(BigInt(hundredths)));
  const change: fc.Arbitrary<PlanChange> = fc.oneof(
    fc.record({ from: shareId, to: shareId, points }).map((of): PlanChange => ({ kind: 'move-weight', ...of })),
    points.map((weight): PlanChange => ({ ...addShare, share: { ...addShare.share, weight } }) as PlanChange),
    points.map((weight): PlanChange => ({
      kind: 'add-objective',
      objective: { ...museum, shares: museum.shares.map((share) => ({ ...share, weight })) },
    })),
    fc.constantFrom(moveDraft, reword, remove),
  );

  it('given any variations, then in every version no area is over its ceiling and no objective is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 8 }), (variations) => {
        let version: PlanDocument = document;
        for (const changes of variations) {
          const before = version.objectives.map(({ id }) => id);
          try {
            const { objectives, removed } = variedBy(changes, version);
            version = withVaried(version, { objectives, removed });
          } catch (error) {
            if (!(error instanceof Refused)) throw error;
          }
          const sums = weightByArea(version);
          for (const { id, ceiling } of version.areas)
            expect(cents(sums[id] ?? '0') <= cents(ceiling ?? '0')).toBe(true);
          expect(version.objectives.map(({ id }) => id)).toEqual(expect.arrayContaining(before));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('given any variation of an objective, then what was missed or answered stays so', () => {
    const lived = [
      define(),
      assign(),
      acknowledge(),
      report({ fulfils: { deadlineId: 'weekly', instance: '2022-06-26' } }),
      alarm('2022-07-12T08:00:00.000Z'),
    ];
    const before = stateAfter(...lived);
    const settledIn = (state: ObjectiveState) =>
      state.shares.flatMap(({ shareId: share, deadlines }) =>
        deadlines.filter(({ status }) => status !== 'open').map((standing) => ({ share, ...standing })),
      );
    const day = fc
      .integer({ min: 0, max: 200 })
      .map((days) => new Date(Date.parse('2022-06-01') + days * 86_400_000).toISOString().slice(0, 10));
    const moves = fc.array(
      fc
        .record({ deadlineId: fc.constantFrom('weekly', 'draft', 'after'), to: day })
        .map((of): PlanChange => ({ kind: 'move-deadline', objectiveId: '6.1.1', ...of })),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(moves, (changes) => {
        let planned: PlannedObjective | undefined;
        try {
          [planned] = variedBy(changes, document).objectives;
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
        }
        if (planned === undefined) return;
        const command = {
          type: 'objective.vary',
          variationId: '2022-1',
          objective: planned,
          act: ACT,
          by: system,
          at: MORNING,
        } as const;
        const varied = objective
          .decide(command, before)
          .reduce((state, event) => objective.evolve(state, event), before);
        expect(settledIn(before).length).toBeGreaterThan(1);
        expect(settledIn(varied)).toEqual(settledIn(before));
        expect(objective.decide(command, varied)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
