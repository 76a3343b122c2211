import { eventsOf, given } from '../testing.js';
import * as story from '../testing/evaluation.js';
import { evaluationAwaits } from './awaits.js';
import { evaluation } from './evaluation.js';
import type { CertifiedShare, EvaluationCommand } from './messages.js';
import { awaitingCertification, changesSince } from './same-results.js';

const { upTo, propose, received, observe, judge, takes, conciliate, settle, withdraw, replace } = story;
const { superior, LATER } = story;

const after = (commands: readonly EvaluationCommand[]) => given(evaluation)(...eventsOf(evaluation, ...commands));

const { certified } = story;
const same = [certified('a', '20.00', '100.00'), certified('b', '10', '70')];
/** Two thirds of the weight at 40 instead of 100. */
const shares = [certified('a', '20', '40'), certified('b', '10', '70')];
const others = shares;
const anew = propose({ shares, counting: others, note: 'Quota riaperta', at: LATER });
const uncertified = [certified('a', '20', null), certified('b', '10', '70')];
const refused = { refusal: 'evaluation/degrees-changed', facts: { share: 'a' } };

describe('an evaluation whose degrees are others since its proposal', () => {
  it('given the same degrees, be they written otherwise, then it goes on', () => {
    expect(after(upTo.observed).when(judge({ counting: same }))).toHaveProperty('events');
    expect(after(upTo.delivered).when(settle({ counting: same }))).toHaveProperty('events');
  });

  it.each([
    ['another one', others, refused],
    ['none any more', uncertified, { ...refused, facts: { share: 'a', uncertified: 'a' } }],
  ])(
    'given a degree that is %s, then nobody judges, agrees, corrects, conciliates or makes it definitive',
    (_, counting, refused) => {
      expect(after(upTo.observed).when(judge({ counting }))).toEqual(refused);
      expect(after(upTo.judged).when({ ...takes(superior, 'valutazione'), counting })).toEqual(refused);
      expect(after(upTo.named).when(conciliate({ counting }))).toEqual(refused);
      expect(after(upTo.delivered).when(settle({ counting }))).toEqual(refused);
      const back = takes(superior, 'valutazione', { outcome: 'return', points: ['Gradi'] });
      expect(after(upTo.judged).when({ ...back, counting })).toHaveProperty('events');
    },
  );

  it('given results that weigh nothing, then it goes on', () => {
    const route = { ...story.route, terms: { ...story.route.terms, results: 0 } };
    const commands = [story.open({ route }), propose(), received(), observe()];
    expect(after(commands).when(judge({ counting: others }))).toHaveProperty('events');
  });

  it.each([
    ['notified'],
    ['observed'],
    ['judged'],
    ['final'],
    ['delivered'],
    ['asked'],
    ['named'],
    ['revised'],
  ] as const)(
    'given it is %s, when it is proposed anew with the reason, then by the degrees of now, and its terms begin anew',
    (stage) => {
      expect(after(upTo[stage]).when(propose({ ...anew, note: ' ' }))).toMatchObject({ refusal: 'value/text-missing' });
      expect(after(upTo[stage]).when(propose({ ...anew, counting: same }))).toMatchObject({
        refusal: 'evaluation/not-now',
      });
      const { state } = after([...upTo[stage], anew]);
      expect(state).toMatchObject({
        status: 'proposed',
        score: { results: '50', total: '62' },
        certified: shares,
        approval: null,
        hearing: null,
        observationsUntil: null,
        conciliationUntil: null,
        conciliator: null,
      });
      expect(state.received).toBeUndefined();
    },
  );

  it('given it is definitive, then it is not proposed anew', () => {
    const definitive = [...upTo.delivered, settle()];
    expect(after(definitive).when(anew)).toMatchObject({ refusal: 'evaluation/definitive' });
  });

  it('given the person has received something, then it is withdrawn no more once it is proposed anew', () => {
    expect(after([...upTo.notified, anew]).when(withdraw({ at: LATER }))).toMatchObject({
      refusal: 'evaluation/not-now',
    });
    expect(after([...upTo.proposed, anew]).when(withdraw({ at: LATER }))).toHaveProperty('events');
  });

  it('given other degrees, then it waits for the evaluator alone to propose, or for who names another', () => {
    const waits = (commands: readonly EvaluationCommand[], staff = story.judgesOf) =>
      evaluationAwaits(after(commands).state, '2023-03-01', { staff, counting: others }).map(({ action }) => action);
    expect(waits(upTo.delivered)).toEqual(['propose']);
    expect(waits(upTo.judged)).toEqual(['propose']);
    expect(waits(upTo.delivered, story.renewed)).toEqual(['name-evaluator']);
    expect(after(upTo.delivered).when(replace({ counting: others }))).toHaveProperty('events');
    expect(waits([...upTo.notified, anew])).toEqual(['deliver-proposal']);
  });
});

describe('an evaluation whose weights or shares are others since its proposal', () => {
  it.each([
    ['a weight that was moved', [certified('a', '10', '100'), certified('b', '20', '70')], 'a'],
    ['a share that was removed or handed on', [certified('a', '20', '100')], 'b'],
    ['a share that came since', [...same, certified('c', '30', '10')], 'c'],
    ['one that came and is not certified yet', [...same, certified('c', '30', null)], 'c'],
  ])(
    'given %s, then nobody judges, agrees, conciliates or makes it definitive, and it is proposed anew',
    (_, counting, share) => {
      const isCertified = counting.every(({ degree }) => degree !== null);
      const facts = { share, ...(!isCertified && { uncertified: share }) };
      const changed = { refusal: 'evaluation/shares-changed', facts };
      expect(after(upTo.observed).when(judge({ counting }))).toEqual(changed);
      expect(after(upTo.judged).when({ ...takes(superior, 'valutazione'), counting })).toEqual(changed);
      expect(after(upTo.named).when(conciliate({ counting }))).toEqual(changed);
      expect(after(upTo.delivered).when(settle({ counting }))).toEqual(changed);
      expect(
        after(upTo.delivered).when(propose({ shares: counting, counting, note: 'Pesi', at: LATER })),
      ).toMatchObject(
        isCertified ? { events: [{ type: 'evaluation.proposed.v1' }] } : { refusal: 'evaluation/not-certified' },
      );
    },
  );

  it('given others that make the same results, then it goes on', () => {
    const counting = [certified('a', '40', '100'), certified('b', '20', '70')];
    expect(after(upTo.observed).when(judge({ counting }))).toHaveProperty('events');
    expect(after(upTo.delivered).when(settle({ counting: [...same, certified('c', '5', '90')] }))).toHaveProperty(
      'events',
    );
  });

  it('given none that counts any more, then it goes on: nothing could be proposed anew by', () => {
    expect(after(upTo.delivered).when(settle({ counting: [] }))).toHaveProperty('events');
  });
});

describe('an evaluation one of whose shares is not certified', () => {
  const waits = (commands: readonly EvaluationCommand[], counting = uncertified, staff = story.judgesOf) =>
    evaluationAwaits(after(commands).state, '2023-01-24', { staff, counting }).map(({ action }) => action);

  it('given it was never proposed, then it waits for nobody to propose it until the degree is certified', () => {
    expect(waits(upTo.opened)).toEqual(['withdraw']);
    expect(awaitingCertification(after(upTo.opened).state, uncertified)).toMatchObject([{ shareId: 'a' }]);
    expect(waits(upTo.opened, same)).toEqual(['propose', 'withdraw']);
    expect(awaitingCertification(after(upTo.opened).state, same)).toEqual([]);
  });

  it('given the share is judged again after the receipt, then nobody proposes anew yet, and the person may still speak', () => {
    expect(waits(upTo.notified)).toEqual(['observe']);
    expect(awaitingCertification(after(upTo.notified).state, uncertified)).toMatchObject([{ shareId: 'a' }]);
    expect(waits(upTo.notified, others)).toEqual(['propose', 'observe']);
    expect(waits(upTo.notified, uncertified, story.renewed)).toEqual(['observe', 'name-evaluator']);
  });

  it('given the results that it was proposed by, or an end, then it waits for no certification', () => {
    expect(awaitingCertification(after(upTo.notified).state, same)).toEqual([]);
    expect(awaitingCertification(after([...upTo.delivered, settle()]).state, uncertified)).toEqual([]);
  });

  it('given results that weigh nothing, then it is proposed before anything is certified', () => {
    const route = { ...story.route, terms: { ...story.route.terms, results: 0 } };
    expect(waits([story.open({ route })])).toEqual(['propose', 'withdraw']);
  });
});

describe('what is another one since the proposal', () => {
  const changes = (counting: readonly CertifiedShare[]) => changesSince(after(upTo.notified).state, counting);

  it('given a degree, a weight, a share that came and one that went, then each says what it was and is', () => {
    const [a, b] = same;
    const [judged, came] = [certified('a', '25', '40'), certified('c', '5', null)];
    expect(changes([judged, came]).toSorted((x, y) => x.shareId.localeCompare(y.shareId))).toEqual([
      { objectiveId: '2022-1.1.1', shareId: 'a', before: { ...a, weight: '20', degree: '100' }, now: judged },
      { objectiveId: '2022-1.1.1', shareId: 'b', before: b, now: null },
      { objectiveId: '2022-1.1.1', shareId: 'c', before: null, now: came },
    ]);
  });

  it('given the same results, then nothing is', () => {
    expect(changes(same)).toEqual([]);
  });
});
