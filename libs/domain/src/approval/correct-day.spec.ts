import {
  ACT_OF_GIUNTA,
  approvalOf,
  OPENED,
  opening,
  people,
  step,
  takes,
  told,
  who,
  type Deed,
} from '../testing/approval.js';
import { parties, tenure } from '../testing/staff.js';
import type { Actor } from '../values.js';
import { evolveByEvent } from './compose.js';
import type { DayCorrection } from './correct-day.js';
import { openApproval } from './open.js';

const LATER = '2023-01-31T09:00:00.000Z';

/** Typed in on the 31st of what was done on the 10th. */
const typedLate = approvalOf(opening(undefined, { at: LATER }), LATER);

function corrects(day: string, by: Actor = who.head, fields: Partial<DayCorrection> = {}): Deed {
  return [{ do: 'correct-day', step: null, person: null, day, reason: 'registrata tardi', ...fields }, by];
}
const ofStep = (stepId: string, day: string, by: Actor, fields: Partial<DayCorrection> = {}) =>
  corrects(day, by, { step: stepId, ...fields });

describe('a day that was told wrongly, or not at all', () => {
  const deliberates = takes('delibera', who.giunta, { act: { ...ACT_OF_GIUNTA, date: '2023-01-10' } });
  const toTheGiunta = approvalOf(
    opening([step('delibera', { who: [{ office: 'giunta' }], act: { kinds: ['DGC'] } })], {
      subject: 'plan',
      at: LATER,
    }),
    LATER,
  );

  it('given something sent on its way without its day, when the act of an earlier one decides, then it is refused until whoever sent it says when', () => {
    expect(toTheGiunta.when(deliberates)).toMatchObject({ refusal: 'approval/act-before-step' });
    const corrected = toTheGiunta.after(corrects('2023-01-09'));
    expect(corrected.when(deliberates)).toMatchObject({ facts: [{}, {}, { kind: 'approved' }] });
    expect(toTheGiunta.after(corrects('2023-01-11')).when(deliberates)).toMatchObject({
      refusal: 'approval/act-before-step',
    });
  });

  it('given a correction, then it tells what was told before, what is told now, by whom and why', () => {
    expect(typedLate.when(corrects('2023-01-10'))).toEqual({
      facts: [
        {
          kind: 'day-corrected',
          step: 'verifica',
          person: 'u-head',
          office: 'affari-generali',
          onBehalfOf: null,
          vote: null,
          from: '2023-01-31',
          to: '2023-01-10',
          reason: 'registrata tardi',
          at: LATER,
        },
      ],
    });
  });

  it('given the day that is told already, then nothing happens; given no reason, or no day, then the field', () => {
    const corrected = typedLate.after(corrects('2023-01-10'));
    expect(corrected.when(corrects('2023-01-10'))).toEqual({ facts: [] });
    expect(typedLate.when(corrects('2023-01-10', who.head, { reason: ' ' }))).toMatchObject({
      refusal: 'value/text-missing',
    });
    expect(typedLate.when(corrects('ieri'))).toMatchObject({ refusal: 'value/not-a-date', told: { field: 'day' } });
  });

  it('given a vote without its day, then whoever gave it says when, and the step after it opened with it', () => {
    const verified = typedLate.after(corrects('2023-01-10'), takes('verifica', who.segretario));
    const certifies = takes('certificazione', who.nucleo, { on: '2023-01-12' });
    expect(verified.when(certifies)).toMatchObject({ refusal: 'approval/before-its-step' });
    const corrected = verified.after(ofStep('verifica', '2023-01-11', who.segretario));
    expect(corrected.state.agreed['verifica']).toMatchObject([{ on: '2023-01-11', at: LATER }]);
    expect(corrected.when(certifies)).toHaveProperty('facts');
    expect(corrected.when(takes('certificazione', who.nucleo, { on: '2023-01-10' }))).toMatchObject({
      refusal: 'approval/before-its-step',
      told: { min: '2023-01-11' },
    });
  });

  it('given a whole chain typed in on one day, then its days are corrected in their order, one by one', () => {
    const typed = typedLate.after(takes('verifica', who.segretario), takes('certificazione', who.nucleo));
    expect(typed.when(ofStep('certificazione', '2023-01-12', who.nucleo))).toMatchObject({
      refusal: 'value/before-its-fact',
      told: { field: 'day', needs: 'step-opened', value: '2023-01-12', min: '2023-01-31' },
    });
    const done = typed.after(
      corrects('2023-01-10'),
      ofStep('verifica', '2023-01-11', who.segretario),
      ofStep('certificazione', '2023-01-12', who.nucleo),
    );
    expect(done.state.setOut).toMatchObject({ on: '2023-01-10' });
    expect(done.state.opening).toMatchObject({ on: '2023-01-11', votes: [{ on: '2023-01-12' }] });
    expect(done.when(corrects('2023-01-12'))).toMatchObject({
      refusal: 'approval/day-after-next',
      told: { field: 'day', value: '2023-01-12', max: '2023-01-11' },
    });
    expect(done.when(ofStep('verifica', '2023-01-13', who.segretario))).toMatchObject({
      refusal: 'approval/day-after-next',
      told: { max: '2023-01-12' },
    });
    expect(done.when(ofStep('verifica', '2023-01-09', who.segretario))).toMatchObject({ told: { min: '2023-01-10' } });
  });

  it('given a day after the recording, then it is refused: nothing is written down before it happens', () => {
    const later = typedLate.at('2023-02-10T09:00:00.000Z');
    expect(later.when(corrects('2023-02-01'))).toMatchObject({
      refusal: 'approval/day-after-next',
      told: { value: '2023-02-01', max: '2023-01-31' },
    });
    expect(later.after(corrects('2023-01-10')).when(corrects('2023-01-31'))).toHaveProperty('facts');
  });

  it('given what had come back, then it set out again no earlier than that', () => {
    const asks = takes('verifica', who.segretario, {
      outcome: 'return',
      points: ['manca il verbale'],
      on: '2023-01-21',
    });
    const back = approvalOf(opening(), OPENED).at(LATER).after(asks).state;
    const opened = { shareId: null, ...openApproval(opening(undefined, { at: LATER })) };
    const again = evolveByEvent<'plan'>(back, { type: 'plan.approval-opened.v1', data: opened });
    const resent = told(again ?? back, people, LATER);
    expect(resent.when(corrects('2023-01-20'))).toEqual({
      refusal: 'value/before-its-fact',
      told: { field: 'day', needs: 'returned', value: '2023-01-20', min: '2023-01-21' },
    });
    expect(resent.when(corrects('2023-01-21'))).toHaveProperty('facts');
  });

  it('given a vote by an act, then it is no older than the act; given the last of several who follow one another, than the one before', () => {
    const byAct = takes('verifica', who.segretario, { act: { kind: 'determina', number: '7', date: '2023-01-15' } });
    const verified = typedLate.after(corrects('2023-01-10'), byAct);
    expect(verified.when(ofStep('verifica', '2023-01-14', who.segretario))).toMatchObject({
      refusal: 'value/before-its-fact',
      told: { needs: 'act', min: '2023-01-15' },
    });
    const both = step('a', {
      who: [{ office: 'segretario' }, { office: 'giunta' }],
      agreement: { kind: 'all', of: 'offices' },
      order: 'in-order',
    });
    const inTurn = approvalOf(opening([both, step('b')]))
      .at(LATER)
      .after(takes('a', who.segretario, { on: '2023-01-25' }));
    const spoken = inTurn.after(takes('a', who.giunta));
    expect(spoken.when(ofStep('a', '2023-01-24', who.giunta))).toMatchObject({
      told: { needs: 'vote', min: '2023-01-25' },
    });
    expect(spoken.when(ofStep('a', '2023-01-25', who.giunta))).toHaveProperty('facts');
  });

  it('given a corrected degree, then whoever agreed to it did so no earlier', () => {
    const lowers = takes('certificazione', who.nucleo, {
      outcome: 'correct-degree',
      degree: '80',
      reason: 'dodici fascicoli su venti',
      on: '2023-01-25',
    });
    const three = step('certificazione', { who: [{ office: 'nucleo' }], agreement: { kind: 'quorum', count: 3 } });
    const agreed = approvalOf(opening([three]))
      .at(LATER)
      .after(lowers, takes('certificazione', who.nucleo2));
    expect(agreed.when(ofStep('certificazione', '2023-01-24', who.nucleo2))).toMatchObject({
      refusal: 'value/before-its-fact',
      told: { needs: 'corrected', min: '2023-01-25' },
    });
    expect(agreed.when(ofStep('certificazione', '2023-01-25', who.nucleo2))).toHaveProperty('facts');
  });

  it('given what followed it, then it is no later: the next in turn, whoever agreed to the corrected degree, the act by which the next step was taken', () => {
    const both = step('a', {
      who: [{ office: 'segretario' }, { office: 'giunta' }],
      agreement: { kind: 'all', of: 'offices' },
      order: 'in-order',
    });
    const inTurn = approvalOf(opening([both, step('b')]))
      .at(LATER)
      .after(takes('a', who.segretario, { on: '2023-01-22' }), takes('a', who.giunta, { on: '2023-01-25' }));
    expect(inTurn.when(ofStep('a', '2023-01-26', who.segretario, { person: 'u-segretario' }))).toMatchObject({
      refusal: 'approval/day-after-next',
      told: { max: '2023-01-25' },
    });
    expect(inTurn.when(ofStep('a', '2023-01-25', who.segretario, { person: 'u-segretario' }))).toHaveProperty('facts');

    const three = step('certificazione', { who: [{ office: 'nucleo' }], agreement: { kind: 'quorum', count: 3 } });
    const lowers = takes('certificazione', who.nucleo, {
      outcome: 'correct-degree',
      degree: '80',
      reason: 'ritardo',
      on: '2023-01-22',
    });
    const lowered = approvalOf(opening([three]))
      .at(LATER)
      .after(lowers, takes('certificazione', who.nucleo2, { on: '2023-01-25' }));
    const ofFirst = (day: string) => ofStep('certificazione', day, who.nucleo, { person: 'u-nucleo' });
    expect(lowered.when(ofFirst('2023-01-26'))).toMatchObject({
      refusal: 'approval/day-after-next',
      told: { max: '2023-01-25' },
    });
    expect(lowered.when(ofFirst('2023-01-24'))).toHaveProperty('facts');

    // those who agree side by side wait for nobody
    const aside = approvalOf(opening([three]))
      .at(LATER)
      .after(
        takes('certificazione', who.nucleo, { on: '2023-01-22' }),
        takes('certificazione', who.nucleo2, { on: '2023-01-25' }),
      );
    expect(aside.when(ofFirst('2023-01-26'))).toHaveProperty('facts');

    const byAct = takes('certificazione', who.nucleo, { act: { kind: 'verbale', number: '3', date: '2023-01-28' } });
    const certified = typedLate.after(
      corrects('2023-01-10'),
      takes('verifica', who.segretario, { on: '2023-01-11' }),
      byAct,
    );
    expect(certified.when(ofStep('verifica', '2023-01-29', who.segretario))).toMatchObject({
      told: { max: '2023-01-28' },
    });
  });

  it('given several votes at a step, then the one of whoever is named, else the one recorded last', () => {
    const three = step('certificazione', { who: [{ office: 'nucleo' }], agreement: { kind: 'quorum', count: 3 } });
    const both = approvalOf(opening([three]))
      .at(LATER)
      .after(takes('certificazione', who.nucleo), takes('certificazione', who.nucleo2));
    const ofFirst = both.after(ofStep('certificazione', '2023-01-25', who.nucleo, { person: 'u-nucleo' }));
    expect(ofFirst.state.opening.votes).toMatchObject([{ on: '2023-01-25' }, { person: 'u-nucleo-2' }]);
    expect(ofFirst.state.opening.votes[1]).not.toHaveProperty('on');
    const ofLast = both.after(ofStep('certificazione', '2023-01-26', who.nucleo2));
    expect(ofLast.state.opening.votes[1]).toMatchObject({ on: '2023-01-26' });
  });

  it('given a step that nobody has taken, or that silence passed, then there is no day to correct', () => {
    expect(typedLate.when(ofStep('verifica', '2023-01-11', who.segretario))).toEqual({
      refusal: 'approval/no-such-day',
      told: { step: 'verifica' },
    });
    const { setOut: _, ...older } = typedLate.state;
    expect(told(older, people, LATER).when(corrects('2023-01-10', who.segretario))).toEqual({
      refusal: 'approval/no-such-day',
      told: {},
    });
  });

  it('given something decided, or that came back, then its days stay as they are', () => {
    const over = toTheGiunta.after(corrects('2023-01-09'), deliberates);
    expect(over.when(corrects('2023-01-08'))).toEqual({ refusal: 'approval/not-open', told: { status: 'approved' } });
    const asks = takes('verifica', who.segretario, { outcome: 'return', points: ['manca il verbale'] });
    expect(typedLate.after(asks).when(corrects('2023-01-08'))).toMatchObject({ refusal: 'approval/not-open' });
  });
});

describe('who says of which day it was', () => {
  it('given what somebody did, then they do, and the Segretario; nobody else, and the refusal says who', () => {
    expect(typedLate.when(corrects('2023-01-10', who.segretario))).toHaveProperty('facts');
    expect(typedLate.when(corrects('2023-01-10', who.nucleo))).toEqual({
      refusal: 'approval/not-yours-to-correct',
      told: { office: 'affari-generali, segretario' },
    });
    const verified = typedLate.after(corrects('2023-01-10'), takes('verifica', who.segretario));
    expect(verified.when(ofStep('verifica', '2023-01-11', who.head))).toEqual({
      refusal: 'approval/not-yours-to-correct',
      told: { step: 'verifica', office: 'segretario' },
    });
  });

  it('given the report of the Segretario, then nobody on that side says when others judged it, but of their own deed they do', () => {
    const own = opening(undefined, {
      parties: parties({ authors: ['u-segretario'], offices: ['segretario'] }),
      at: LATER,
    });
    const reported = approvalOf(own, LATER);
    expect(reported.when(corrects('2023-01-10', who.segretario))).toHaveProperty('facts');
    const verified = reported.after(corrects('2023-01-10', who.segretario), takes('verifica', who.vice));
    expect(verified.when(ofStep('verifica', '2023-01-11', who.segretario))).toMatchObject({
      refusal: 'approval/own-report',
    });
    expect(verified.when(ofStep('verifica', '2023-01-11', who.vice))).toHaveProperty('facts');
  });

  it('given who stands in for the Segretario, then only where no Segretario can', () => {
    expect(typedLate.when(corrects('2023-01-10', who.vice))).toMatchObject({ refusal: 'approval/for-the-segretario' });
  });

  it('given whoever voted before they held the office, then nobody says that they did', () => {
    const others = people.tenures.filter(({ person }) => person !== 'u-nucleo');
    const staff = { ...people, tenures: [...others, tenure('u-nucleo', 'nucleo', { from: '2023-01-20' })] };
    const certified = typedLate
      .at(LATER, staff)
      .after(corrects('2023-01-10'), takes('verifica', who.segretario, { on: '2023-01-10' }))
      .after(takes('certificazione', who.nucleo));
    expect(certified.when(ofStep('certificazione', '2023-01-19', who.segretario))).toMatchObject({
      refusal: 'value/before-its-fact',
      told: { field: 'day', needs: 'tenure', value: '2023-01-19', min: '2023-01-20' },
    });
    expect(certified.when(ofStep('certificazione', '2023-01-20', who.segretario))).toHaveProperty('facts');
  });
});
