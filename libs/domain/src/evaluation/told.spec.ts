import type { Tenure } from '../organisation/staff.js';
import type { RefusalCode } from '../refused.js';
import { eventsOf, given, type Outcome } from '../testing.js';
import * as story from '../testing/evaluation.js';
import {
  act,
  ask,
  conciliate,
  evaluated,
  evaluator,
  hear,
  JUDGED,
  judge,
  name,
  observe,
  offer,
  open,
  OBSERVED,
  propose,
  received,
  settle,
  superior,
  takes,
  third,
  upTo,
} from '../testing/evaluation.js';
import { tenure } from '../testing/staff.js';
import { evaluation } from './evaluation.js';
import type { EvaluationCommand } from './messages.js';

const after = (commands: readonly EvaluationCommand[]) => given(evaluation)(...eventsOf(evaluation, ...commands));
const to = (person: string, office: string) => ({ person, office });
const low = { behaviours: '10' };
const offered = [...upTo.observed, offer()];
const heads = (...tenures: readonly Tenure[]) => ({
  ...story.judgesOf,
  tenures: [...story.judgesOf.tenures.filter(({ person }) => person !== 'u-head'), ...tenures],
});

describe('a refusal of an evaluation says what is in the way', () => {
  it.each<[string, Outcome<unknown>, RefusalCode, object]>([
    ['opened again', after(upTo.opened).when(open()), 'evaluation/already-opened', { evaluation: '2022-u-head' }],
    ['without a name', after([]).when(open({ evaluationId: '' })), 'value/text-missing', { field: 'evaluationId' }],
    [
      'with a judge who has left',
      after([]).when(open({ evaluator: to('u-giunta', 'nucleo') })),
      'evaluation/judge-not-in-office',
      { office: 'nucleo' },
    ],
    [
      'proposed by another',
      after(upTo.opened).when(propose({ by: superior })),
      'evaluation/not-evaluator',
      { office: 'nucleo' },
    ],
    [
      'proposed by a colleague of the evaluator',
      after(upTo.opened).when(propose({ by: { ...evaluator, id: 'u-x' } })),
      'evaluation/not-evaluator',
      { office: 'nucleo' },
    ],
    [
      'proposed by the evaluator as another office',
      after(upTo.opened).when(propose({ by: { ...evaluator, office: 'giunta' } })),
      'evaluation/not-evaluator',
      { office: 'nucleo' },
    ],
    [
      'of an uncertified share',
      after(upTo.opened).when(propose({ shares: [story.certified('a', '20', null)] })),
      'evaluation/not-certified',
      { share: 'a' },
    ],
    [
      'of more than all',
      after(upTo.opened).when(propose({ behaviours: '101' })),
      'value/out-of-range',
      { field: 'behaviours', value: '101', min: '0', max: '100' },
    ],
    [
      'received without proof',
      after(upTo.proposed).when(received('proposal', { proof: ' ' })),
      'value/text-missing',
      { field: 'proof' },
    ],
    [
      'received on no day',
      after(upTo.proposed).when(received('proposal', { receivedOn: '2023-02-30' })),
      'value/not-a-date',
      { field: 'receivedOn', value: '2023-02-30' },
    ],
    [
      'received before it was there',
      after(upTo.proposed).when(received('proposal', { receivedOn: '2023-01-19' })),
      'value/out-of-range',
      { field: 'receivedOn', value: '2023-01-19', min: '2023-01-20', max: '2023-01-23' },
    ],
    [
      'received twice',
      after(upTo.delivered).when(received('final')),
      'evaluation/already-received',
      { until: '2023-02-14' },
    ],
    [
      'observed too early',
      after(upTo.proposed).when(observe()),
      'evaluation/not-now',
      { status: 'proposed', wanted: 'notified, observed, heard' },
    ],
    [
      'observed too late',
      after(upTo.notified).when(observe({ at: JUDGED })),
      'evaluation/term-over',
      { until: '2023-01-30', today: '2023-01-31' },
    ],
    [
      'observed without a word',
      after(upTo.notified).when(observe({ text: '' })),
      'value/text-missing',
      { field: 'text' },
    ],
    [
      'heard yesterday',
      after(upTo.notified).when(offer({ hearingOn: '2023-01-24' })),
      'value/out-of-range',
      { field: 'on', value: '2023-01-24', min: '2023-01-25' },
    ],
    [
      'heard on no day',
      after(upTo.notified).when(offer({ hearingOn: 'x' })),
      'value/not-a-date',
      { field: 'on', value: 'x' },
    ],
    ['heard without an offer', after(upTo.notified).when(hear()), 'evaluation/hearing-not-offered', { threshold: 60 }],
    [
      'heard too early',
      after([...upTo.notified, offer()]).when(hear({ at: OBSERVED })),
      'evaluation/term-running',
      { until: '2023-01-27', today: '2023-01-25' },
    ],
    [
      'heard twice',
      after([...upTo.notified, offer(), hear({ outcome: 'declined' })]).when(hear()),
      'evaluation/not-now',
      { status: 'notified', wanted: 'hearing-offered' },
    ],
    [
      'judged while the term runs',
      after(upTo.notified).when(judge({ at: OBSERVED })),
      'evaluation/term-running',
      { until: '2023-01-30', today: '2023-01-25' },
    ],
    [
      'judged without a reason',
      after(upTo.observed).when(judge({ reason: '' })),
      'value/text-missing',
      { field: 'reason' },
    ],
    ['judged low, unheard', after(upTo.observed).when(judge(low)), 'evaluation/hearing-not-offered', { threshold: 60 }],
    [
      'judged low before the day of the hearing is over',
      after(offered).when(judge({ ...low, at: '2023-01-27T09:00:00.000Z' })),
      'evaluation/term-running',
      { until: '2023-01-27', today: '2023-01-27' },
    ],
    [
      'appealed without a reason',
      after(upTo.delivered).when(ask({ reason: ' ' })),
      'value/text-missing',
      { field: 'reason' },
    ],
    [
      'appealed too late',
      after(upTo.delivered).when(ask({ at: story.LATER })),
      'evaluation/term-over',
      { until: '2023-02-14', today: '2023-03-01' },
    ],
    [
      'before its own evaluator',
      after(upTo.asked).when(name({ conciliator: to('u-nucleo', 'nucleo') })),
      'evaluation/conciliator-judged',
      { office: 'nucleo' },
    ],
    [
      'before who took a step of the judgement',
      after(upTo.asked).when(name({ conciliator: to('u-segretario', 'segretario') })),
      'evaluation/conciliator-judged',
      { office: 'segretario' },
    ],
    [
      'conciliated by another',
      after(upTo.named).when(conciliate({ by: superior })),
      'evaluation/not-conciliator',
      { office: 'conciliazione' },
    ],
    [
      'conciliated by a colleague of the third',
      after(upTo.named).when(conciliate({ by: { ...third, id: 'u-x' } })),
      'evaluation/not-conciliator',
      { office: 'conciliazione' },
    ],
    [
      'conciliated by the third as another office',
      after(upTo.named).when(conciliate({ by: { ...third, office: 'nucleo' } })),
      'evaluation/not-conciliator',
      { office: 'conciliazione' },
    ],
    [
      'conciliated without a reason',
      after(upTo.named).when(conciliate({ reason: '' })),
      'value/text-missing',
      { field: 'reason' },
    ],
    [
      'definitive while the term runs',
      after(upTo.delivered).when(settle({ at: '2023-02-14T09:00:00.000Z' })),
      'evaluation/term-running',
      { until: '2023-02-14', today: '2023-02-14' },
    ],
    [
      'definitive while it is appealed',
      after(upTo.asked).when(settle()),
      'evaluation/not-now',
      { status: 'conciliation-requested', wanted: 'final, confirmed, revised' },
    ],
  ])('given one that is %s, when commanded, then the facts of its sentence', (_, outcome, refusal, facts) => {
    expect(outcome).toMatchObject({ refusal });
    expect('refusal' in outcome && outcome.facts).toMatchObject(facts);
  });

  it.each<[string, readonly EvaluationCommand[], EvaluationCommand]>([
    ['heard this very day', upTo.notified, offer({ hearingOn: '2023-01-25' })],
    ['judged after the hearing, whatever the score', [...offered, hear()], judge(low)],
    ['judged on the day after the one that was offered', offered, judge(low)],
    ['judged exactly at the threshold', upTo.observed, judge({ behaviours: '15' })],
    ['definitive after a conciliation, at once', upTo.revised, settle({ at: JUDGED })],
  ])('given one that is %s, then that is possible', (_, commands, command) => {
    expect(after(commands).when(command)).toHaveProperty('events');
  });
});

describe('what an evaluation tells of its end', () => {
  const planId = '2022';
  it('given an appeal, a confirmation, a revision or none, then what was said, and the score that stands', () => {
    expect(after(upTo.delivered).when(ask())).toEqual({
      events: [
        {
          type: 'evaluation.conciliation-requested.v1',
          data: { planId, reason: 'Non si è tenuto conto dell’assenza' },
        },
      ],
    });
    expect(after(upTo.named).when(conciliate({ behaviours: null }))).toEqual({
      events: [{ type: 'evaluation.confirmed.v1', data: { planId, reason: 'L’assenza è provata' } }],
    });
    const { score } = after(upTo.revised).state;
    expect(score).not.toBeNull();
    expect(after(upTo.revised).when(settle())).toEqual({
      events: [{ type: 'evaluation.made-definitive.v1', data: { planId, score } }],
    });
    expect(after(upTo.notified).when(observe())).toEqual({
      events: [{ type: 'evaluation.observed.v1', data: { planId, text: 'Due mesi senza personale' } }],
    });
  });

  it('given a judgement, then whom it is about is on the other side, and the evaluator no author of what they decide', () => {
    expect(after(upTo.observed).when(judge())).toMatchObject({
      events: [
        { type: 'evaluation.judged.v1' },
        {
          type: 'evaluation.approval-opened.v1',
          data: {
            planId,
            subject: 'evaluation',
            parties: { authors: [], offices: ['affari-generali'], scored: [], beneficiaries: [evaluated.id] },
          },
        },
        {},
        {},
      ],
    });
  });

  it.each<[string, readonly Tenure[], readonly string[]]>([
    ['until its first day', [tenure('u-head', 'tributi', { from: '2021-01-01', to: '2022-01-01' })], ['tributi']],
    ['until the day before', [tenure('u-head', 'tributi', { from: '2021-01-01', to: '2021-12-31' })], []],
    ['from its last day', [tenure('u-head', 'tributi', { from: '2022-12-31' })], ['tributi']],
    ['from the day after', [tenure('u-head', 'tributi', { from: '2023-01-01' })], []],
    ['of another person', [tenure('u-other', 'tributi')], []],
  ])('given who held an office %s of the time, then they answered for it, or not', (_, tenures, offices) => {
    const always = tenure('u-head', 'affari-generali', { from: '2022-01-01' });
    const outcome = after([]).when(open({ staff: heads(always, ...tenures) }));
    expect(outcome).toMatchObject({ events: [{ data: { offices: ['affari-generali', ...offices] } }] });
  });

  it('given another version of the chain, when it is moved there, then the step at which nobody judges is left out', () => {
    const chain = { ...story.route.chain, version: 2 };
    const moves = act(superior, { do: 'migrate', chain, workflow: null, reason: 'nuovo regolamento' });
    const steps = (commands: readonly EvaluationCommand[]) =>
      after(commands).state.approval?.chain.steps.map(({ id }) => id);
    expect(steps([...upTo.judged, moves])).toEqual(steps(upTo.judged));
    expect(after([...upTo.judged, moves]).state.approval?.chain.version).toBe(2);
    expect(chain.steps).toHaveLength(3);
  });

  it('given a step of the chain that would reject, then an evaluation is never rejected', () => {
    const rejecting = {
      ...story.route,
      chain: {
        ...story.route.chain,
        steps: story.route.chain.steps.map((one) => ({ ...one, outcomes: ['approve', 'reject'] as const })),
      },
    };
    const [, ...rest] = upTo.judged;
    const rejects = takes(superior, 'valutazione', { outcome: 'reject', reason: 'no' });
    expect(after([open({ route: rejecting }), ...rest]).when(rejects)).toEqual({
      refusal: 'approval/outcome-not-offered',
      facts: { step: 'valutazione', outcome: 'reject' },
    });
  });

  it('given an event newer than this code, then the state stays', () => {
    const { state } = after(upTo.judged);
    expect(evaluation.evolve(state, { type: 'evaluation.praised.v1', data: {} } as never)).toBe(state);
  });
});
