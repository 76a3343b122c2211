import { eventsOf, given, type Outcome } from '../testing.js';
import * as story from '../testing/evaluation.js';
import { delegation, tenure } from '../testing/staff.js';
import { evaluationAwaits } from './awaits.js';
import { evaluation } from './evaluation.js';
import type { EvaluationCommand, EvaluationEvent } from './messages.js';

const {
  upTo,
  open,
  propose,
  withdraw,
  received,
  observe,
  offer,
  hear,
  judge,
  takes,
  ask,
  name,
  conciliate,
  settle,
  end,
  remind,
  byForeseen,
} = story;
const { evaluated, superior, clerk, LATER, JUDGED } = story;

const after = (commands: readonly EvaluationCommand[]) => given(evaluation)(...eventsOf(evaluation, ...commands));
const types = (outcome: Outcome<EvaluationEvent>) =>
  'events' in outcome ? outcome.events.map(({ type }) => type.replace('evaluation.', '')) : outcome.refusal;

/** Behaviours of 0: 60 × 90 + 40 × 0 = 54, below the example's threshold. */
const low = { behaviours: '0' };

describe('the evaluation of a person', () => {
  it('given its opening, then the rules of that day are frozen, without the step at which nobody judges', () => {
    expect(after(upTo.opened).state.opened).toMatchObject({
      offices: ['affari-generali'],
      route: { terms: { results: 60 }, chain: { steps: [{ id: 'proposta' }, { id: 'valutazione' }] } },
    });
  });

  it('given whoever acts by a delegation of the evaluated person, then they conduct it no more than that person', () => {
    const delegations = [delegation('d-1', 'personale', 'u-x'), delegation('d-2', 'affari-generali', 'u-personale')];
    const lent = { ...story.judgesOf, delegations };
    const ofHead = { ...lent, tenures: [...lent.tenures, tenure('u-head', 'personale')] };
    const alone = { ...ofHead, tenures: ofHead.tenures.filter(({ person }) => person !== 'u-personale') };
    const own = { refusal: 'evaluation/own', facts: { rule: 'delegate' } };
    // in the place of the person, or in their own right
    expect(after(upTo.opened).when(withdraw({ by: { id: 'u-x', office: 'personale' }, staff: alone }))).toEqual(own);
    expect(after(upTo.proposed).when(received('proposal', { staff: lent }))).toEqual(own);
    expect(after([]).when(open({ by: clerk, staff: lent }))).toEqual(own);
    expect(after(upTo.asked).when(name({ staff: lent, by: clerk }))).toEqual(own);
    expect(after(upTo.delivered).when(settle({ by: clerk, staff: lent }))).toEqual(own);
    expect(after(upTo.proposed).when(received('proposal', { staff: story.judgesOf }))).toHaveProperty('events');
  });

  it('given certified degrees, when proposed, then they say the results, and the weights the total', () => {
    expect(after(upTo.proposed).state).toMatchObject({
      status: 'proposed',
      score: { results: '90', behaviours: '80', total: '86' },
    });
  });

  describe('given somebody of whom no share says a result', () => {
    const nobody = { shares: [] };

    it('then nothing is proposed, and the evaluation is withdrawn with a reason, and may be opened anew', () => {
      expect(after(upTo.opened).when(propose(nobody))).toMatchObject({ refusal: 'evaluation/no-results' });
      expect(after(upTo.opened).when(withdraw())).toEqual({
        events: [{ type: 'evaluation.withdrawn.v1', data: { planId: '2022', reason: 'Nessuna quota da valutare' } }],
      });
      const withdrawn = [...upTo.opened, withdraw()];
      expect(after(withdrawn).when(propose())).toMatchObject({ refusal: 'evaluation/not-now' });
      expect(types(after(withdrawn).when(open()))).toEqual(['opened.v1']);
      expect(after([...upTo.proposed, withdraw(), open()]).state).toEqual({
        ...after(upTo.opened).state,
        days: expect.any(Object) as object,
      });
      expect(evaluationAwaits(after(withdrawn).state, '2023-01-25')).toEqual([]);
    });

    it('then where the definition weighs the behaviours alone they are judged', () => {
      const route = { ...story.route, terms: { ...story.route.terms, results: 0 } };
      const score = { results: '0', behaviours: '80', total: '80' };
      expect(after([open({ route }), propose(nobody)]).state.score).toEqual(score);
      expect(after([open({ route }), propose()]).state.score).toMatchObject({ results: '90', total: '80' });
      const shares = [story.certified('a', '20', '100'), story.certified('b', '10', null)];
      expect(after([open({ route })]).when(propose({ shares }))).toMatchObject({
        events: [{ data: { score: { results: '100', total: '80' }, shares: [{ shareId: 'a' }] } }],
      });
      expect(after(upTo.opened).when(propose({ shares }))).toMatchObject({ refusal: 'evaluation/not-certified' });
    });
  });

  it('given that the person has received the proposal, then it is withdrawn no more, nor by themselves or for no reason', () => {
    expect(after(upTo.proposed).when(withdraw())).toHaveProperty('events');
    expect(after(upTo.notified).when(withdraw())).toMatchObject({ refusal: 'evaluation/not-now' });
    expect(after(upTo.opened).when(withdraw({ by: evaluated }))).toMatchObject({ refusal: 'evaluation/own' });
    expect(after(upTo.opened).when(withdraw({ reason: ' ' }))).toMatchObject({ refusal: 'value/text-missing' });
    const byAnother = after([open({ route: story.foreseen })]).when(withdraw());
    expect(byAnother).toMatchObject({ refusal: 'evaluation/not-foreseen' });
  });

  it('given the proposal, when it was received, then the term for observations runs from that day', () => {
    expect(after(upTo.notified).state).toMatchObject({ status: 'notified', observationsUntil: '2023-01-30' });
  });

  it('given observations, when judged, then that is the evaluator’s step of the chain', () => {
    const outcome = after(upTo.observed).when(judge());
    expect(types(outcome)).toEqual(['judged.v1', 'approval-opened.v1', 'approval-voted.v1', 'approval-step-passed.v1']);
    expect(after(upTo.judged).state).toMatchObject({ status: 'judged', score: { total: '88' }, judges: ['u-nucleo'] });
  });

  it('given no observations, when the term has run out, then it is judged; not before', () => {
    expect(after(upTo.notified).when(judge({ at: story.OBSERVED }))).toMatchObject({
      refusal: 'evaluation/term-running',
    });
    expect(types(after(upTo.notified).when(judge()))).toContain('judged.v1');
  });

  it('given a chain that begins with others, when judged, then the evaluator decides on none of its steps', () => {
    const commands = [open({ route: story.ofOthers }), propose(), received(), observe(), judge()];
    expect(after(commands).state.approval).toMatchObject({ passed: [], parties: { authors: ['u-nucleo'] } });
  });

  it('given a judgement that came back, then it is judged anew, after a hearing if need be', () => {
    const back = [...upTo.judged, takes(superior, 'valutazione', { outcome: 'return', points: ['Motivare'] })];
    expect(after(back).when(judge(low))).toMatchObject({ refusal: 'evaluation/hearing-not-offered' });
    expect(
      types(after([...back, offer({ at: JUDGED, hearingOn: '2023-02-01' })]).when(judge({ ...low, at: LATER }))),
    ).toContain('judged.v1');
    expect(types(after(back).when(judge()))).toContain('judged.v1');
  });

  it('given a score below the threshold, then a hearing was offered before, and its day has come', () => {
    expect(after(upTo.observed).when(judge(low))).toMatchObject({
      refusal: 'evaluation/hearing-not-offered',
      facts: { threshold: 60 },
    });
    const offered = [...upTo.observed, offer({ hearingOn: '2023-01-31' })];
    expect(after(offered).when(judge(low))).toMatchObject({ refusal: 'evaluation/term-running' });
    expect(after(offered).when(judge())).toMatchObject({ refusal: 'evaluation/term-running' });
    expect(types(after([...offered, hear({ at: JUDGED })]).when(judge(low)))).toContain('judged.v1');
    expect(types(after(offered).when(judge({ ...low, at: LATER })))).toContain('judged.v1');
    expect(after([...offered, hear()]).state).toMatchObject({ status: 'heard', hearing: { outcome: 'held' } });
    expect(after([...offered, hear({ outcome: 'declined' })]).state.status).toBe('observed');
  });

  it('given a chain that may correct, when it lowers the score below the threshold, then it is bound as well', () => {
    const steps = story.ofOthers.chain.steps.map((one) => ({ ...one, outcomes: ['correct-degree'] as const }));
    const route = { ...story.ofOthers, chain: { ...story.ofOthers.chain, steps } };
    const judged = [open({ route }), propose(), received(), observe(), judge()];
    const corrects = (degree: string) =>
      takes(superior, 'valutazione', { outcome: 'correct-degree', degree, reason: 'Omogeneità' });
    expect(after(judged).when(corrects('40'))).toMatchObject({ refusal: 'evaluation/hearing-not-offered' });
    const corrected = [...judged, corrects('75')];
    expect(after(corrected).state).toMatchObject({
      status: 'final',
      score: { results: '90', behaviours: '85', total: '75' },
      correction: {
        computed: '88',
        to: '75',
        reason: 'Omogeneità',
        step: 'valutazione',
        by: { person: 'u-segretario', office: 'segretario' },
      },
    });
    // whoever revises judges the behaviours, and the weights make the total again
    const revised = [...corrected, received('final'), ask(), name(), conciliate()];
    expect(after(revised).state).toMatchObject({ score: { total: '92' }, correction: null });
  });

  it('given two corrections on the way, then what the weights made is still told, and the last of them', () => {
    const steps = ['verifica', 'valutazione'].map((id) => ({
      ...story.ofOthers.chain.steps[0]!,
      id,
      who: [{ office: id === 'verifica' ? 'giunta' : 'segretario' }],
      outcomes: ['correct-degree', 'return'] as const,
    }));
    const route = { ...story.ofOthers, chain: { ...story.ofOthers.chain, steps } };
    const judged = [open({ route }), propose(), received(), observe(), judge()];
    const corrects = (by: typeof superior, step: string, degree: string) =>
      takes(by, step, { outcome: 'correct-degree', degree, reason: 'Omogeneità' });
    const once = [...judged, corrects({ id: 'u-giunta', office: 'giunta' }, 'verifica', '80')];
    expect(after([...once, corrects(superior, 'valutazione', '75')]).state.correction).toMatchObject({
      computed: '88',
      to: '75',
      by: { office: 'segretario' },
    });
    const back = [...once, takes(superior, 'valutazione', { outcome: 'return', points: ['Motivare'] })];
    expect(after([...back, judge()]).state).toMatchObject({ score: { total: '88' }, correction: null });
  });

  it('given observations or a request of the last day of their term, then they may be recorded later; of the day after it they may not', () => {
    const at = LATER;
    expect(types(after(upTo.notified).when(observe({ at, on: '2023-01-30' })))).toEqual(['observed.v1']);
    expect(after(upTo.notified).when(observe({ at, on: '2023-01-31' }))).toEqual({
      refusal: 'evaluation/term-over',
      facts: { until: '2023-01-30', value: '2023-01-31' },
    });
    expect(after(upTo.notified).when(observe({ at }))).toMatchObject({ facts: { today: '2023-03-01' } });
    expect(types(after(upTo.delivered).when(ask({ at, on: '2023-02-14' })))).toEqual(['conciliation-requested.v1']);
    expect(after(upTo.delivered).when(ask({ at, on: '2023-02-15' }))).toMatchObject({
      refusal: 'evaluation/term-over',
    });
  });

  it('given a hearing that was offered days ago and is recorded now, then its day may be over by now', () => {
    const told = { at: LATER, hearingOn: '2023-01-27' };
    expect(types(after(upTo.notified).when(offer({ ...told, on: '2023-01-25' })))).toEqual(['hearing-offered.v1']);
    expect(after(upTo.notified).when(offer({ ...told, on: '2023-01-28' }))).toMatchObject({
      refusal: 'value/out-of-range',
      facts: { field: 'on', min: '2023-01-28' },
    });
  });

  it('given who judges or conducts since a day, then not with an earlier one; nor who was a delegate of the person then', () => {
    const day = '2023-03-01';
    const since = (office: string, from: string) =>
      story.judgesOf.tenures.map((one) => (one.office === office ? { ...one, from } : one));
    const early = { refusal: 'value/before-its-fact', facts: { needs: 'tenure', min: '2023-01-23' } };
    const judges = { ...story.judgesOf, day, tenures: since('nucleo', '2023-01-23') };
    expect(after(upTo.opened).when(propose({ staff: judges, on: '2023-01-22', at: LATER }))).toMatchObject(early);
    expect(types(after(upTo.opened).when(propose({ staff: judges, on: '2023-01-23', at: LATER })))).toEqual([
      'proposed.v1',
    ]);
    const conducts = { ...story.judgesOf, day, tenures: since('personale', '2023-01-23') };
    const taken = (staff: typeof story.judgesOf, on: string) =>
      after(upTo.opened).when(withdraw({ staff, by: clerk, on, at: LATER }));
    expect(taken(conducts, '2023-01-22')).toMatchObject(early);
    expect(types(taken(conducts, '2023-01-23'))).toEqual(['withdrawn.v1']);
    const lent = delegation('d-1', 'affari-generali', clerk.id, { until: '2023-01-31' });
    const delegate = { ...story.judgesOf, day, delegations: [lent] };
    expect(taken(delegate, '2023-01-31')).toMatchObject({ refusal: 'evaluation/own', facts: { rule: 'delegate' } });
    expect(types(taken(delegate, '2023-02-01'))).toEqual(['withdrawn.v1']);
    const evaluator = { person: 'u-nucleo', office: 'nucleo' };
    const opens = (on: string) => after([]).when(open({ evaluator, staff: judges, on, at: LATER }));
    expect(opens('2023-01-22')).toMatchObject({ refusal: 'evaluation/judge-not-in-office' });
    expect(opens('2023-01-23')).toHaveProperty('events');
  });

  it('given a term that the person has not used, then they are reminded of it once before it is over', () => {
    const told = (of: string, until: string) => ({
      events: [{ type: 'evaluation.term-reminded.v1', data: { planId: '2022', of, until } }],
    });
    expect(after(upTo.notified).when(remind())).toEqual(told('proposal', '2023-01-30'));
    expect(after(upTo.delivered).when(remind({ at: '2023-02-14T22:59:59.000Z' }))).toEqual(told('final', '2023-02-14'));
    const nothing = { events: [] };
    expect(after([...upTo.notified, remind()]).when(remind())).toEqual(nothing);
    expect(after([...upTo.delivered, remind()]).when(remind())).toEqual(nothing);
    expect(after(upTo.observed).when(remind())).toEqual(nothing);
    expect(after(upTo.asked).when(remind())).toEqual(nothing);
    expect(after(upTo.proposed).when(remind())).toEqual(nothing);
    expect(after(upTo.notified).when(remind({ at: JUDGED }))).toEqual(nothing);
    expect(after([...upTo.notified, end()]).when(remind())).toEqual(nothing);
  });

  it('given the final judgement, when it was received, then a conciliation may be asked for until the term’s last day', () => {
    const last = '2023-02-14T09:00:00.000Z';
    const next = '2023-02-15T09:00:00.000Z';
    expect(after(upTo.final).when(ask())).toMatchObject({ refusal: 'evaluation/not-received' });
    expect(after(upTo.delivered).state).toMatchObject({ status: 'final', conciliationUntil: '2023-02-14' });
    expect(types(after(upTo.delivered).when(ask({ at: last })))).toEqual(['conciliation-requested.v1']);
    expect(after(upTo.delivered).when(ask({ at: next }))).toMatchObject({ refusal: 'evaluation/term-over' });
    expect(after(upTo.delivered).when(settle({ at: last }))).toMatchObject({ refusal: 'evaluation/term-running' });
    expect(types(after(upTo.delivered).when(settle({ at: next })))).toEqual(['made-definitive.v1']);
  });

  it('given a conciliation, when the score is revised, then both are told, and that premiums must be recomputed', () => {
    expect(after(upTo.named).when(conciliate())).toMatchObject({
      events: [
        {
          type: 'evaluation.score-revised.v1',
          data: { before: { total: '88' }, after: { total: '92' }, premiumsToRecompute: true },
        },
      ],
    });
    expect(after(upTo.definitive).state).toMatchObject({ status: 'definitive', score: { total: '92' } });
  });

  it('given a conciliation, when the judgement is confirmed, then it stands as it was', () => {
    const confirmed = [...upTo.named, conciliate({ behaviours: null })];
    expect(after(confirmed).state).toMatchObject({ status: 'confirmed', score: { total: '88' } });
    expect(types(after(confirmed).when(settle()))).toEqual(['made-definitive.v1']);
  });

  it('given a term that is over, then whose turn it is now is told, once; not on its last day, nor of what is answered', () => {
    const told = after(upTo.notified).when(end());
    expect(told).toMatchObject({
      events: [{ data: { of: 'proposal', until: '2023-01-30', offices: ['nucleo'] } }],
    });
    expect(after([...upTo.notified, end()]).when(end())).toEqual({ events: [] });
    expect(after(upTo.notified).when(end({ at: '2023-01-30T22:59:00.000Z' }))).toEqual({ events: [] });
    expect(after(upTo.judged).when(end())).toEqual({ events: [] });
    expect(after(byForeseen(upTo.delivered)).when(end())).toMatchObject({
      events: [{ data: { of: 'final', until: '2023-02-14', offices: ['segretario'] } }],
    });
    expect(after(upTo.asked).when(end())).toEqual({ events: [] });
  });

  const awaited = (commands: readonly EvaluationCommand[], today = '2023-01-25') =>
    evaluationAwaits(after(commands).state, today).map(({ action, person }) => [action, person]);
  const gone = ['withdraw', null] as const;
  it.each<[string, readonly EvaluationCommand[], string, readonly (readonly [string, string | null])[]]>([
    ['opened', upTo.opened, '2023-01-25', [['propose', 'u-nucleo'], gone]],
    ['proposed', upTo.proposed, '2023-01-25', [['deliver-proposal', null], gone]],
    [
      'notified',
      upTo.notified,
      '2023-01-30',
      [
        ['observe', 'u-head'],
        ['offer-hearing', 'u-nucleo'],
      ],
    ],
    [
      'unanswered',
      upTo.notified,
      '2023-01-31',
      [
        ['offer-hearing', 'u-nucleo'],
        ['judge', 'u-nucleo'],
      ],
    ],
    [
      'observed',
      upTo.observed,
      '2023-01-25',
      [
        ['observe', 'u-head'],
        ['offer-hearing', 'u-nucleo'],
        ['judge', 'u-nucleo'],
      ],
    ],
    [
      'to be heard',
      [...upTo.observed, offer()],
      '2023-01-27',
      [
        ['observe', 'u-head'],
        ['record-hearing', 'u-nucleo'],
      ],
    ],
    ['on its way through the chain', upTo.judged, '2023-01-31', []],
    ['final', upTo.final, '2023-01-31', [['deliver-judgement', null]]],
    ['delivered', upTo.delivered, '2023-02-14', [['request-conciliation', 'u-head']]],
    ['accepted by silence', upTo.delivered, '2023-02-15', [['make-definitive', null]]],
    ['appealed', upTo.asked, '2023-01-31', [['name-conciliator', null]]],
    ['at the conciliator’s', upTo.named, '2023-01-31', [['conciliate', 'u-third']]],
    ['revised', upTo.revised, '2023-01-31', [['make-definitive', null]]],
    ['definitive', upTo.definitive, '2023-03-01', []],
  ])('given that it is %s, then it waits for whoever can bring it on', (_, commands, today, waits) => {
    expect(awaited(commands, today)).toEqual(waits);
  });
});
