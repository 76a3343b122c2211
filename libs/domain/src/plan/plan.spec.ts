import type { RefusalCode } from '../refused.js';
import { eventsOf, given, type Outcome } from '../testing.js';
import { ACT, archive, DECIDED, document, MORNING, staff } from '../testing/example.js';
import type { StepTaken } from '../approval/take-step.js';
import { people, step, who } from '../testing/approval.js';
import type { Actor } from '../values.js';
import type { PlanDocument } from './document.js';
import type { PlanCommand, PlanEvent, ProposePlan } from './messages.js';
import type { NumberTaken } from './number-taken.js';
import { plan } from './plan.js';
import { weightByArea } from './weights.js';

const issued = { by: staff, at: MORNING };
const draft = (fields: Partial<PlanDocument> = {}): PlanCommand => ({
  type: 'plan.draft',
  planId: 'demo-2022',
  document: { ...document, ...fields },
  ...issued,
});
const approve = (fields: Partial<typeof ACT> = {}): PlanCommand => ({
  type: 'plan.approve',
  act: { ...ACT, ...fields },
  ...issued,
});
const enterIntoForce = (from = '2022-01-01'): PlanCommand => ({ type: 'plan.enter-into-force', from, ...issued });
const close = (fields: Partial<typeof ACT> = {}): PlanCommand => ({
  type: 'plan.close',
  act: { ...ACT, ...fields },
  ...issued,
});

const opinion = step('parere');
const resolution = step('delibera', {
  who: [{ office: 'giunta' }],
  outcomes: ['approve', 'return'],
  act: { kinds: ['DGC'] },
});
const chain = { id: 'plan', version: 1, steps: [opinion, resolution] };
const propose = (fields: Partial<ProposePlan> = {}): PlanCommand => ({
  type: 'plan.propose',
  chain,
  workflow: { id: 'comune', version: 1 },
  staff: people,
  ...issued,
  ...fields,
});
const take = (stepId: string, by: Actor, said: Partial<StepTaken> = {}): PlanCommand => ({
  type: 'approval.act',
  subject: 'plan',
  shareId: null,
  deed: {
    do: 'take-step',
    step: stepId,
    outcome: 'approve',
    note: '',
    act: null,
    points: [],
    returnBy: null,
    degree: null,
    reason: '',
    ...said,
  },
  staff: people,
  by,
  at: MORNING,
});

const after = (...commands: PlanCommand[]) => given(plan)(...eventsOf(plan, ...commands));
const nothing = after();
const drafted = after(draft());
const proposed = after(draft(), propose());
const approved = after(draft(), approve());
const inForce = after(draft(), approve(), enterIntoForce());
const closed = after(draft(), approve(), enterIntoForce(), close());

describe('a plan', () => {
  it('given nothing, when drafted, then the document is kept whole', () => {
    expect(nothing.when(draft())).toEqual({
      events: [{ type: 'plan.drafted.v1', data: { planId: 'demo-2022', document } }],
    });
  });

  it('given a draft, when approved by an act of the same day, then it is approved', () => {
    expect(drafted.when(approve({ date: '2022-06-20' }))).toEqual({
      events: [{ type: 'plan.approved.v1', data: { planId: 'demo-2022', act: { ...ACT, date: '2022-06-20' } } }],
    });
  });

  it('given an approved plan, when it enters into force from a day before the approval, then it is in force', () => {
    expect(approved.when(enterIntoForce())).toEqual({
      events: [{ type: 'plan.entered-into-force.v1', data: { planId: 'demo-2022', from: '2022-01-01' } }],
    });
  });

  it('given a plan in force, when closed by an act, then it is closed', () => {
    expect(inForce.when(close())).toEqual({
      events: [{ type: 'plan.closed.v1', data: { planId: 'demo-2022', act: ACT } }],
    });
    expect(closed.state).toMatchObject({ planId: 'demo-2022', document, status: 'closed', version: 1 });
  });

  it('given an event newer than this code, when replayed, then the state stays', () => {
    const newer: PlanEvent = JSON.parse('{"type":"plan.praised.v1","data":{}}');
    expect(plan.evolve(inForce.state, newer)).toEqual(inForce.state);
  });

  it('given a body with a chain for plans, when proposed, then opinions come first and the act of the last step approves it', () => {
    const heard = after(draft(), propose(), take('parere', who.segretario));
    expect(heard.state).toMatchObject({ status: 'drafted', approval: { status: 'open', passed: ['parere'] } });
    expect(heard.when(take('delibera', who.giunta, { act: DECIDED }))).toMatchObject({
      events: [
        { type: 'plan.approval-voted.v1' },
        { type: 'plan.approval-step-passed.v1' },
        { type: 'plan.approval-approved.v1' },
        { type: 'plan.approved.v1', data: { planId: 'demo-2022', act: DECIDED } },
      ],
    });
    expect(heard.when(take('delibera', who.giunta))).toMatchObject({ refusal: 'approval/act-missing' });
    expect(heard.when(take('delibera', who.segretario, { act: DECIDED }))).toMatchObject({
      refusal: 'approval/not-your-step',
    });
  });

  it('given a chain without an act at its end, when it ends, then a plan is not approved without one', () => {
    const alone = { ...chain, steps: [step('parere')] };
    expect(after(draft(), propose({ chain: alone })).when(take('parere', who.segretario))).toMatchObject({
      refusal: 'approval/act-missing',
    });
  });

  it('given a returned plan, when proposed again, then it sets out anew; once approved nobody acts on it', () => {
    const returned = after(
      draft(),
      propose(),
      take('parere', who.segretario, { outcome: 'return', points: ['manca un dato'] }),
    );
    expect(returned.when(take('parere', who.segretario))).toMatchObject({ refusal: 'approval/not-open' });
    expect(returned.when(propose())).toMatchObject({ events: [{ type: 'plan.approval-opened.v1' }] });
    expect(approved.when(propose())).toMatchObject({ refusal: 'plan/already-approved' });
    expect(approved.when(take('parere', who.segretario))).toMatchObject({ refusal: 'approval/not-open' });
  });

  it('given a chain with nothing but the act, when the act is recorded, then it is approved as without a chain', () => {
    const alone = { ...chain, steps: [resolution] };
    expect(drafted.when({ ...approve(), chain: alone } as PlanCommand)).toHaveProperty('events');
  });

  it('given weights over the ceiling, when drafted, then the refusal says which area, how much, and the ceiling', () => {
    const areas = document.areas.map((area) => ({ ...area, ceiling: '9.5' }));
    expect(nothing.when(draft({ areas }))).toEqual({
      refusal: 'plan/weights-over-ceiling',
      facts: { area: 'affari-generali', sum: '10', ceiling: '9.5' },
    });
  });

  it('given no ceiling, or weights that reach it exactly, when drafted, then it is accepted', () => {
    const areas = document.areas.map((area) => ({ ...area, ceiling: area.kind === 'area' ? '10' : null }));
    expect(nothing.when(draft({ areas }))).toHaveProperty('events');
  });

  it('given a share of the office that evaluates, by its id or its name, when drafted, then the plan says so; by a log it stays', () => {
    const [objective] = document.objectives;
    const [share] = objective!.shares;
    const offices = [{ id: 'oiv', function: 'evaluation-body' as const, names: ['Affari generali'] }];
    const byId = [{ ...offices[0]!, id: share!.areaId, names: [] }];
    for (const known of [offices, byId]) {
      expect(given(plan)().when({ ...draft(), offices: known } as PlanCommand)).toMatchObject({
        refusal: 'objective/office-evaluates',
        facts: { share: share!.id, office: share!.areaId },
      });
    }
    expect(
      given(plan)().when({ ...draft(), offices: [{ ...byId[0]!, function: null }] } as PlanCommand),
    ).toHaveProperty('events');
    expect(given(plan)().when(draft())).toHaveProperty('events');
  });

  it('given a document, when weights are added up, then each area has its sum', () => {
    const idle = { id: 'tributi', name: 'Tributi', aliases: [], kind: 'area', ceiling: null } as const;
    expect(weightByArea({ ...document, areas: [...document.areas, idle] })).toEqual({
      'affari-generali': '10',
      segretario: '2.5',
      tributi: '0',
    });
  });

  const takenBy = (fields: Partial<NumberTaken>): NumberTaken => ({
    objective: archive.id,
    title: 'Doppio',
    office: 'tributi',
    state: 'proposed',
    differs: ['title'],
    another: false,
    validated: false,
    mayEnter: true,
    ...fields,
  });
  it('given the number of a proposal, when drafted for something else, then whoever sends it has to know', () => {
    const other = takenBy({ another: true });
    const second = { ...other, objective: '9.1.1' };
    const taken = { ...draft(), taken: [takenBy({}), other, second] } as PlanCommand;
    expect(nothing.when(taken)).toEqual({
      refusal: 'plan/number-proposed',
      facts: {
        plan: 'demo-2022',
        objective: archive.id,
        title: 'Doppio',
        office: 'tributi',
        state: 'proposed',
        differs: 'title',
        others: '9.1.1',
      },
    });
    expect(nothing.when({ ...taken, knowingly: true } as PlanCommand)).toHaveProperty('events');
    expect(nothing.when({ ...draft(), taken: [takenBy({})] } as PlanCommand)).toHaveProperty('events');
  });

  const refusals: Record<Extract<RefusalCode, `plan/${string}`>, readonly Outcome<PlanEvent>[]> = {
    'plan/already-drafted': [approved.when(draft()), inForce.when(draft())],
    'plan/under-approval': [proposed.when(draft({ title: 'Piano corretto' })), proposed.when(draft())],
    'plan/already-begun': [drafted.when({ ...draft({ title: 'Piano corretto' }), begun: [archive.id] } as PlanCommand)],
    'plan/number-proposed': [nothing.when({ ...draft(), taken: [takenBy({ another: true })] } as PlanCommand)],
    'plan/proposal-not-validated': [
      nothing.when({ ...draft(), taken: [takenBy({ mayEnter: false })], knowingly: true } as PlanCommand),
    ],
    'plan/not-drafted': [nothing.when(approve()), nothing.when(enterIntoForce()), nothing.when(close())],
    'plan/not-approved': [drafted.when(enterIntoForce())],
    'plan/not-in-force': [drafted.when(close()), approved.when(close())],
    'plan/already-approved': [approved.when(approve()), inForce.when(approve())],
    'plan/already-in-force': [inForce.when(enterIntoForce())],
    'plan/closed': [draft(), approve(), enterIntoForce(), close()].map((command) => closed.when(command)),
    'plan/no-objectives': [nothing.when(draft({ objectives: [] }))],
    'plan/weights-over-ceiling': [
      nothing.when(draft({ areas: document.areas.map((area) => ({ ...area, ceiling: '2.49' })) })),
    ],
    'plan/unknown-area': [nothing.when(draft({ areas: document.areas.slice(1) }))],
    'plan/unknown-mission': [
      nothing.when(draft({ missions: [] })),
      nothing.when(draft({ objectives: [{ ...archive, strategicObjective: 9 }] })),
    ],
    'plan/approval-under-way': [proposed.when(approve()), proposed.when(propose())],
    'plan/chain-to-follow': [drafted.when({ ...approve(), chain } as PlanCommand)],
    'plan/validated-after-act': [
      drafted.when({
        ...approve({ date: '2022-06-01' }),
        lastValidated: { objective: archive.id, title: archive.title, on: '2022-06-02' },
      } as PlanCommand),
    ],
    'plan/approved-before-act': [
      drafted.when(approve({ date: '2022-06-21' })),
      inForce.when(close({ date: '2022-06-21' })),
    ],
  };
  it('given a chain of one step, when its act is recorded alone, then that is of a kind which the step takes', () => {
    const alone = (kind: string) =>
      drafted.when({ ...approve({ kind }), chain: { ...chain, steps: [resolution] } } as PlanCommand);
    expect(resolution.act).not.toBeNull();
    expect(alone('determina')).toMatchObject({ refusal: 'approval/act-of-other-kind', facts: { kind: 'determina' } });
    expect(alone(resolution.act?.kinds[0] ?? '')).toMatchObject({ events: [{ type: 'plan.approved.v1' }] });
  });

  it.each(Object.entries(refusals))('given a reason for %s, when commanded, then it is refused', (code, outcomes) => {
    expect(outcomes).toEqual(outcomes.map(() => expect.objectContaining({ refusal: code })));
  });

  const [area] = document.areas;
  const [mission] = document.missions;
  it.each<[RefusalCode, PlanCommand]>([
    ['value/text-missing', { ...draft(), planId: '' } as PlanCommand],
    ['value/text-missing', draft({ body: ' ' })],
    ['value/text-missing', draft({ title: '' })],
    ['value/not-a-date', draft({ horizon: '2022-12-32' })],
    ['value/not-a-date', draft({ act: { ...ACT, date: '2022-02-30' } })],
    ['value/not-unique', draft({ objectives: [archive, archive] })],
    ['value/not-unique', draft({ objectives: [archive, { ...archive, id: '6.1.2' }] })],
    ['value/not-unique', draft({ areas: area ? [area, ...document.areas] : [] })],
    ['value/not-unique', draft({ missions: mission ? [mission, mission] : [] })],
    ['value/not-a-decimal', draft({ areas: document.areas.map((each) => ({ ...each, ceiling: '60,0' })) })],
  ])('given a fault in the document, when drafted, then %s', (code, command) => {
    expect(nothing.when(command)).toMatchObject({ refusal: code });
  });

  it.each<[RefusalCode, PlanCommand]>([
    ['value/text-missing', approve({ number: '' })],
    ['value/text-missing', approve({ kind: ' ' })],
    ['value/not-a-date', approve({ date: '16/05/2022' })],
    ['value/not-a-date', { type: 'plan.approve', act: { ...ACT, date: null }, ...issued }],
  ])('given a doubtful act, when approved, then %s', (code, command) => {
    expect(drafted.when(command)).toMatchObject({ refusal: code });
  });

  it('given a day that does not exist, when entering into force, then value/not-a-date', () => {
    expect(approved.when(enterIntoForce('2022-02-29'))).toMatchObject({ refusal: 'value/not-a-date' });
    for (const value of ['2021-12-31', '2023-01-01']) {
      const facts = { field: 'from', value, min: '2022-01-01', max: '2022-12-31' };
      expect(approved.when(enterIntoForce(value))).toEqual({ refusal: 'value/out-of-range', facts });
    }
    expect(approved.when(enterIntoForce('2022-12-31'))).toHaveProperty('events');
  });
});
