import { given } from '../testing.js';
import { step } from '../testing/approval.js';
import {
  after,
  approve,
  assign,
  close,
  score,
  secretaryToTheEnd,
  sendBack,
  submit,
  upTo,
} from '../testing/commands.js';
import {
  archive,
  chain,
  head,
  NEXT_YEAR,
  nucleo,
  oldChain,
  REGISTRY,
  SECRETARY,
  segretario,
  vice,
} from '../testing/example.js';
import { exampleStaff, tenure } from '../testing/staff.js';
import type { ObjectiveCommandOf, ObjectiveEvent } from './messages.js';
import { objective } from './objective.js';
import { statusOf } from './state.js';

type Act = ObjectiveCommandOf<'approval.act'>;

function act(deed: Act['deed'], fields: Partial<Act> = {}): Act {
  return {
    type: 'approval.act',
    subject: 'rendicontazione',
    shareId: REGISTRY,
    deed,
    staff: exampleStaff,
    by: segretario,
    at: NEXT_YEAR,
    ...fields,
  };
}

const said = { note: '', act: null, points: [], returnBy: null, degree: null, reason: '' } as const;
const timed = {
  ...chain,
  version: 2,
  steps: [
    step('verifica', {
      term: { workingDays: 3 },
      onTimeout: [
        { after: 1, do: 'remind' },
        { after: 2, do: 'approve-silently' },
      ],
    }),
    step('certificazione', { who: [{ office: 'nucleo' }], agreement: { kind: 'quorum', count: 2 } }),
  ],
} as const;
const submitted = after(...upTo.acknowledged, submit({ chain: timed }));
const commission = { ...exampleStaff, tenures: [...exampleStaff.tenures, tenure('u-nucleo-2', 'nucleo')] };

describe('the approval of a rendicontazione', () => {
  it('given a quorum, when the first of two agrees, then only the vote is recorded, and the second passes the step', () => {
    const first = act(
      { do: 'take-step', step: 'certificazione', outcome: 'approve', ...said },
      { by: nucleo, staff: commission },
    );
    const told = after(...upTo.acknowledged, submit({ chain: timed }), approve());
    expect(told.when(first)).toMatchObject({ events: [{ type: 'objective.approval-voted.v1' }] });
    const both = after(...upTo.acknowledged, submit({ chain: timed }), approve(), first);
    expect(both.when({ ...first, by: { id: 'u-nucleo-2', office: 'nucleo' } })).toMatchObject({
      events: [
        { type: 'objective.approval-voted.v1' },
        { type: 'objective.rendicontazione-approved.v1', data: { step: 'certificazione', final: true } },
      ],
    });
  });

  it('given a corrected degree, then it is what the rest of the chain approves, and the claim stays readable', () => {
    const corrects = act({
      do: 'take-step',
      step: 'verifica',
      outcome: 'correct-degree',
      ...said,
      degree: '80',
      reason: 'ritardo',
    });
    expect(submitted.when(corrects)).toMatchObject({
      events: [
        { type: 'objective.approval-degree-corrected.v1', data: { shareId: REGISTRY, from: '95', to: '80' } },
        { type: 'objective.approval-voted.v1' },
        { type: 'objective.rendicontazione-approved.v1' },
      ],
    });
    const { state } = after(...upTo.acknowledged, submit({ chain: timed }), corrects);
    expect(state.shares[0]?.rendicontazione).toMatchObject({ selfDegree: '95', degree: '80' });
  });

  it('given a corrected degree, when scored, then the claim needs a reason, and what was approved needs none', () => {
    const verified = { ...chain, version: 2, steps: [step('verifica')] };
    const outcome = 'correct-degree';
    const corrects = act({ do: 'take-step', step: 'verifica', ...said, outcome, degree: '80', reason: 'ritardo' });
    const approved = after(...upTo.acknowledged, submit({ chain: verified }), corrects);
    expect(approved.when(score({ degree: '95' }))).toMatchObject({ refusal: 'value/text-missing' });
    expect(approved.when(score({ degree: '80.00' }))).toMatchObject({
      events: [{ data: { degree: '80', reason: '' } }],
    });
  });

  it('given a rejection, then the report is with its office again, which may submit another', () => {
    const rejects = act({ do: 'take-step', step: 'verifica', outcome: 'reject', ...said, reason: 'dati mancanti' });
    const told = after(...upTo.acknowledged, submit({ chain: timed }), rejects);
    expect(told.state.shares[0] && statusOf(told.state.shares[0])).toBe('rendicontazione-returned');
    expect(told.when(submit())).toMatchObject({ events: [{ data: { submission: 2 } }] });
  });

  it('given a claim, then it is an event of the objective and holds the others off', () => {
    const claims = act({ do: 'claim', step: 'verifica' });
    expect(submitted.when(claims)).toMatchObject({ events: [{ type: 'objective.approval-claimed.v1' }] });
    const two = { ...exampleStaff, tenures: [...exampleStaff.tenures, tenure('u-x', 'segretario')] };
    const told = after(...upTo.acknowledged, submit({ chain: timed }), claims);
    expect(told.when(approve({ by: { id: 'u-x', office: 'segretario' }, staff: two }))).toMatchObject({
      refusal: 'approval/claimed',
    });
  });

  it('given a term that runs out, then the alarm reminds, and later silence passes the step where the chain says so', () => {
    const rings = (at: string) => act({ do: 'time-out', calendar: { patronDay: null } }, { at });
    expect(submitted.when(rings('2023-01-25T08:00:00.000Z'))).toEqual({ events: [] });
    expect(submitted.when(rings('2023-01-26T08:00:00.000Z'))).toMatchObject({
      events: [{ type: 'objective.approval-reminded.v1', data: { offices: ['segretario'], rung: 0 } }],
    });
    expect(submitted.when(rings('2023-01-27T08:00:00.000Z'))).toMatchObject({
      events: [
        { type: 'objective.approval-reminded.v1' },
        { type: 'objective.approval-approved-silently.v1' },
        { type: 'objective.rendicontazione-approved.v1', data: { office: 'system', final: false } },
      ],
    });
  });

  it('given a step passed by silence, then the next one waits since that day, with its own term, whoever had voted before', () => {
    const [verification, certification] = timed.steps;
    const who = [{ office: 'segretario' }, { office: 'vicesegretario' }];
    const all = step('verifica', { ...verification, who, agreement: { kind: 'all', of: 'offices' } });
    const both = { ...timed, steps: [all, certification] };
    const votes = act({ do: 'take-step', step: 'verifica', outcome: 'approve', ...said });
    const at = '2023-01-27T08:00:00.000Z';
    const silence = act({ do: 'time-out', calendar: { patronDay: null } }, { at });
    for (const told of [
      after(...upTo.acknowledged, submit({ chain: timed }), silence),
      after(...upTo.acknowledged, submit({ chain: both }), votes, silence),
    ]) {
      expect(told.state.shares[0]?.rendicontazione).toMatchObject({ passed: ['verifica'], opening: { since: at } });
    }
  });

  it('given no report, or one that is over, when its alarm rings late, then nothing happens', () => {
    const rings = act({ do: 'time-out', calendar: { patronDay: null } });
    expect(after(...upTo.acknowledged).when(rings)).toEqual({ events: [] });
    expect(after(...upTo.liquidated).when(rings)).toEqual({ events: [] });
  });

  it('given another version of the chain, when the report is moved to it, then the event says what is lost', () => {
    const deed = {
      do: 'migrate',
      chain: { ...timed, version: 3, steps: [timed.steps[1]] },
      workflow: { id: 'comune', version: 3 },
      reason: 'nuovo regolamento',
    } as const;
    const moves = act(deed, { staff: commission });
    const told = after(...upTo.acknowledged, submit({ chain: timed }), approve());
    expect(told.when(moves)).toMatchObject({
      events: [{ type: 'objective.approval-migrated.v1', data: { lost: [{ what: 'step', step: 'verifica' }] } }],
    });
  });

  it('given a return with a day, then the report says by when it is to come back', () => {
    const told = after(...upTo.submitted, sendBack({ returnBy: '2023-01-31' }));
    expect(told.state.shares[0]?.rendicontazione).toMatchObject({ status: 'returned', returnBy: '2023-01-31' });
  });

  it('given the Segretario with a share of the same finding, when the other’s report is verified, then his substitute acts', () => {
    const shared = archive.indicators.map((indicator) =>
      indicator.id === 'rules' ? { ...indicator, shareIds: [REGISTRY, SECRETARY] } : indicator,
    );
    const definition: ObjectiveEvent = {
      type: 'objective.defined.v1',
      data: { planId: 'p', objective: { ...archive, indicators: shared }, horizon: '2022-12-31' },
    };
    const acknowledged: readonly ObjectiveEvent[] = [
      definition,
      { type: 'objective.assigned.v1', data: { shareId: REGISTRY, office: head.office } },
      { type: 'objective.acknowledged.v1', data: { shareId: REGISTRY } },
    ];
    const outcome = given(objective)(...acknowledged).when(submit());
    const events = 'events' in outcome ? outcome.events : [];
    expect(events).toMatchObject([{ data: { approval: { panels: { verifica: { offices: ['vicesegretario'] } } } } }]);
    const told = given(objective)(...acknowledged, ...events);
    expect(told.when(approve())).toMatchObject({ refusal: 'approval/own-report', facts: { rule: 'same-finding' } });
    expect(told.when(approve({ by: vice }))).toHaveProperty('events');
  });

  it('given a report of a time before definitions, then the engine carries it on as it was', () => {
    const report = { submission: 1, measurements: [], selfDegree: '95', note: '', evidence: [], submittedBy: head.id };
    const told = given(objective)(
      { type: 'objective.defined.v1', data: { planId: 'p', objective: archive, horizon: '2022-12-31' } },
      { type: 'objective.assigned.v1', data: { shareId: REGISTRY, office: head.office } },
      { type: 'objective.rendicontazione-submitted.v1', data: { shareId: REGISTRY, ...report, chain: oldChain } },
      {
        type: 'objective.rendicontazione-approved.v1',
        data: { shareId: REGISTRY, step: 'verifica', office: 'segretario', note: '', act: null, final: false },
      },
    );
    expect(told.when(approve({ step: 'certificazione', by: nucleo }))).toHaveProperty('events');
    expect(told.when(approve({ step: 'certificazione', by: { ...head, office: 'nucleo' } }))).toMatchObject({
      refusal: 'approval/own-report',
    });
  });

  it('given something else to approve of the objective, then it has an approval of its own beside the reports', () => {
    const opened = {
      subject: 'evaluation',
      chain: timed,
      workflow: null,
      parties: { authors: [], offices: [], scored: [], beneficiaries: [] },
      relations: {},
      panels: {},
      degree: null,
      at: NEXT_YEAR,
    } as const;
    const ref = { subject: 'evaluation', shareId: REGISTRY } as const;
    const told = given(objective)(
      { type: 'objective.defined.v1', data: { planId: 'p', objective: archive, horizon: '2022-12-31' } },
      { type: 'objective.approval-opened.v1', data: { ...ref, ...opened } },
    );
    const takes = act({ do: 'take-step', step: 'verifica', outcome: 'approve', ...said }, { subject: 'evaluation' });
    expect(told.when(takes)).toMatchObject({
      events: [{ type: 'objective.approval-voted.v1' }, { type: 'objective.approval-step-passed.v1', data: ref }],
    });
    expect(after(...upTo.assigned, assign({ shareId: SECRETARY })).when(takes)).toMatchObject({
      refusal: 'approval/not-open',
    });
  });

  it('given two other approvals of one objective, when one goes on, then the other waits as before', () => {
    const opened = {
      chain: timed,
      workflow: null,
      parties: { authors: [], offices: [], scored: [], beneficiaries: [] },
      relations: {},
      panels: {},
      degree: null,
      at: NEXT_YEAR,
    } as const;
    const open = (subject: 'evaluation' | 'premium-run', shareId: string): ObjectiveEvent => ({
      type: 'objective.approval-opened.v1',
      data: { subject, shareId, ...opened },
    });
    const three = [open('evaluation', REGISTRY), open('evaluation', SECRETARY), open('premium-run', REGISTRY)] as const;
    const definition: ObjectiveEvent = {
      type: 'objective.defined.v1',
      data: { planId: 'p', objective: archive, horizon: '2022-12-31' },
    };
    const of = (subject: 'evaluation' | 'premium-run', shareId: string) =>
      act({ do: 'take-step', step: 'verifica', outcome: 'approve', ...said }, { subject, shareId });
    const told = given(objective)(definition, ...three);
    const outcome = told.when(of('evaluation', SECRETARY));
    const events = 'events' in outcome ? outcome.events : [];
    const { state } = given(objective)(definition, ...three, ...events);
    const passed = state.approvals.map(({ subject, shareId, approval }) =>
      [subject, shareId, ...approval.passed].join(' '),
    );
    expect(passed.toSorted()).toEqual([
      `evaluation ${REGISTRY}`,
      `evaluation ${SECRETARY} verifica`,
      `premium-run ${REGISTRY}`,
    ]);
    expect(told.when(of('premium-run', SECRETARY))).toMatchObject({ refusal: 'approval/not-open' });
  });

  it('given a closed objective, when an alarm rings late, then nothing happens; whoever acts is told that it is closed', () => {
    const closed = after(...upTo.liquidated, ...secretaryToTheEnd, close());
    expect(closed.when(act({ do: 'time-out', calendar: { patronDay: null } }))).toEqual({ events: [] });
    expect(closed.when(act({ do: 'claim', step: 'verifica' }))).toMatchObject({ refusal: 'objective/closed' });
  });
});
