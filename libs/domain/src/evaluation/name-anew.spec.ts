import { eventsOf, given } from '../testing.js';
import * as story from '../testing/evaluation.js';
import { tenure } from '../testing/staff.js';
import { evaluationAwaits } from './awaits.js';
import { evaluation } from './evaluation.js';
import type { EvaluationCommand } from './messages.js';

const { upTo, renewed, successor, replace, judge, name, conciliate, offer, foreseen } = story;

const after = (commands: readonly EvaluationCommand[]) => given(evaluation)(...eventsOf(evaluation, ...commands));
const waits = (commands: readonly EvaluationCommand[], staff = renewed) =>
  evaluationAwaits(after(commands).state, '2023-01-31', { staff }).map(({ action, person }) => [action, person]);

describe('an evaluation whose evaluator has left the office', () => {
  const stuck = upTo.observed;
  const replaced = [...stuck, replace()];

  it('given the receipt, then it waits for whoever conducts to name another, and for nobody else', () => {
    expect(waits(stuck)).toEqual([['name-evaluator', null]]);
    expect(waits(stuck, story.judgesOf)).toContainEqual(['judge', 'u-nucleo']);
  });

  it('given an account that is disabled, then it waits as well', () => {
    const staff = { ...renewed, tenures: [...renewed.tenures, ...story.judgesOf.tenures], disabled: ['u-nucleo'] };
    expect(waits(stuck, staff)).toEqual([['name-evaluator', null]]);
    expect(after(stuck).when(replace({ staff }))).toHaveProperty('events');
  });

  it('given another, named with the reason, then they judge in the place of who left, with the same terms', () => {
    expect(after(stuck).when(judge({ by: successor, staff: renewed }))).toEqual({
      refusal: 'evaluation/not-evaluator',
      facts: { office: 'nucleo' },
    });
    const data = { planId: '2022', evaluator: { person: 'u-nucleo-2', office: 'nucleo' }, reason: replace().reason };
    expect(after(stuck).when(replace())).toEqual({ events: [{ type: 'evaluation.evaluator-named.v1', data }] });
    expect(after(replaced).state).toMatchObject({
      status: 'observed',
      observationsUntil: after(stuck).state.observationsUntil,
      score: after(stuck).state.score,
    });
    expect(waits(replaced)).toContainEqual(['judge', 'u-nucleo-2']);
    expect(after(replaced).when(judge({ by: successor, staff: renewed }))).toHaveProperty('events');
    expect(after(replaced).when(judge())).toMatchObject({ refusal: 'evaluation/not-evaluator' });
  });

  it('given a day before they were named, then nothing of theirs is told with it', () => {
    const early = { by: successor, staff: renewed, on: '2023-01-30' };
    expect(after(replaced).when(judge(early))).toMatchObject({
      refusal: 'value/before-its-fact',
      facts: { needs: 'evaluator-named', min: '2023-01-31' },
    });
  });

  it('given who proposed before, then they conciliate no more than who judged', () => {
    expect(after(replaced).state.judges).toEqual(['u-nucleo']);
    expect(after([...upTo.opened, replace()]).state.judges).toEqual([]);
  });

  it('given a judgement that a step sent back, then another gives it again; while the chain has it, nobody is named', () => {
    const back = { outcome: 'return', points: ['motivare'] };
    const returned = [...upTo.judged, story.takes(story.superior, 'valutazione', back)];
    expect(waits(returned)).toEqual([['name-evaluator', null]]);
    expect(after([...returned, replace()]).when(offer({ by: successor }))).toHaveProperty('events');
    expect(after(upTo.judged).when(replace())).toMatchObject({ refusal: 'evaluation/not-now' });
    expect(after(upTo.definitive).when(replace())).toMatchObject({ refusal: 'evaluation/definitive' });
  });

  it('given one who can still judge, then nobody takes the judgement from them', () => {
    expect(after(stuck).when(replace({ staff: story.judgesOf }))).toEqual({
      refusal: 'evaluation/judge-still-in-office',
      facts: { office: 'nucleo' },
    });
  });

  it('given a day on which the evaluator could still judge, then no other was named on it', () => {
    const until = { from: '2023-01-01', to: '2023-01-30' };
    const staff = { ...renewed, tenures: [...renewed.tenures, tenure('u-nucleo', 'nucleo', until)], day: '2023-01-31' };
    expect(after(stuck).when(replace({ staff, on: '2023-01-30' }))).toMatchObject({
      refusal: 'evaluation/judge-still-in-office',
    });
    expect(after(stuck).when(replace({ staff }))).toHaveProperty('events');
  });

  it('given whom the opening would refuse, then this refuses them too', () => {
    const as = (person: string, office: string) => ({ evaluator: { person, office } });
    expect(after(stuck).when(replace({ reason: ' ' }))).toMatchObject({ refusal: 'value/text-missing' });
    expect(after(stuck).when(replace({ by: story.evaluated }))).toMatchObject({ refusal: 'evaluation/own' });
    expect(after(stuck).when(replace(as('u-head', 'nucleo')))).toMatchObject({ refusal: 'evaluation/own' });
    expect(after(stuck).when(replace(as('u-giunta', 'nucleo')))).toMatchObject({
      refusal: 'evaluation/judge-not-in-office',
    });
    const named = [story.open({ route: foreseen })];
    expect(after(named).when(replace())).toMatchObject({ refusal: 'evaluation/not-foreseen' });
    expect(after(named).when(replace({ by: story.superior, ...as('u-third', 'conciliazione') }))).toMatchObject({
      refusal: 'evaluation/not-foreseen',
    });
  });
});

describe('a conciliation whose conciliator has left the office', () => {
  const gone = { ...renewed, tenures: renewed.tenures.filter(({ person }) => person !== 'u-third') };
  const other = { conciliator: { person: 'u-third-2', office: 'conciliazione' }, staff: gone };

  it('given another, then they hear both', () => {
    expect(waits(upTo.named, gone)).toEqual([['name-conciliator', null]]);
    const named = [...upTo.named, name(other)];
    expect(waits(named, gone)).toEqual([['conciliate', 'u-third-2']]);
    const by = { id: 'u-third-2', office: 'conciliazione' };
    expect(after(named).when(conciliate({ by, staff: gone }))).toHaveProperty('events');
  });

  it('given one who can still hear them, then nobody else is named', () => {
    expect(after(upTo.named).when(name({ ...other, staff: renewed }))).toEqual({
      refusal: 'evaluation/judge-still-in-office',
      facts: { office: 'conciliazione' },
    });
  });
});
