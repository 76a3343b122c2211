import { eventsOf, given } from '../testing.js';
import * as story from '../testing/evaluation.js';
import { evaluationAwaits } from './awaits.js';
import { evaluation } from './evaluation.js';
import type { EvaluationCommand } from './messages.js';

const { upTo, propose, received, observe, judge, takes, conciliate, settle, withdraw, replace } = story;
const { superior, LATER } = story;

const after = (commands: readonly EvaluationCommand[]) => given(evaluation)(...eventsOf(evaluation, ...commands));

const same = { a: '100.00', b: '70' };
/** Two thirds of the weight at 40 instead of 100. */
const others = { a: '40', b: '70' };
const shares = [story.certified('a', '20', '40'), story.certified('b', '10', '70')];
const anew = propose({ shares, degrees: others, note: 'Quota riaperta', at: LATER });
const refused = { refusal: 'evaluation/degrees-changed', facts: { share: 'a' } };

describe('an evaluation whose degrees are others since its proposal', () => {
  it('given the same degrees, be they written otherwise, then it goes on', () => {
    expect(after(upTo.observed).when(judge({ degrees: same }))).toHaveProperty('events');
    expect(after(upTo.delivered).when(settle({ degrees: same }))).toHaveProperty('events');
  });

  it.each([
    ['another one', others],
    ['none any more', { a: null, b: '70' }],
  ])(
    'given a degree that is %s, then nobody judges, agrees, corrects, conciliates or makes it definitive',
    (_, degrees) => {
      expect(after(upTo.observed).when(judge({ degrees }))).toEqual(refused);
      expect(after(upTo.judged).when({ ...takes(superior, 'valutazione'), degrees })).toEqual(refused);
      expect(after(upTo.named).when(conciliate({ degrees }))).toEqual(refused);
      expect(after(upTo.delivered).when(settle({ degrees }))).toEqual(refused);
      const back = takes(superior, 'valutazione', { outcome: 'return', points: ['Gradi'] });
      expect(after(upTo.judged).when({ ...back, degrees })).toHaveProperty('events');
    },
  );

  it('given a share that is in the plan no more, or results that weigh nothing, then it goes on', () => {
    expect(after(upTo.observed).when(judge({ degrees: { b: '70' } }))).toHaveProperty('events');
    const route = { ...story.route, terms: { ...story.route.terms, results: 0 } };
    const commands = [story.open({ route }), propose(), received(), observe()];
    expect(after(commands).when(judge({ degrees: others }))).toHaveProperty('events');
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
      expect(after(upTo[stage]).when(propose({ ...anew, degrees: same }))).toMatchObject({
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
      evaluationAwaits(after(commands).state, '2023-03-01', { staff, degrees: others }).map(({ action }) => action);
    expect(waits(upTo.delivered)).toEqual(['propose']);
    expect(waits(upTo.judged)).toEqual(['propose']);
    expect(waits(upTo.delivered, story.renewed)).toEqual(['name-evaluator']);
    expect(after(upTo.delivered).when(replace({ degrees: others }))).toHaveProperty('events');
    expect(waits([...upTo.notified, anew])).toEqual(['deliver-proposal']);
  });
});
