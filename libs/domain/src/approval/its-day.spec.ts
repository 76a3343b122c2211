import { ACT_OF_GIUNTA, approvalOf, OPENED, opening, people, step, takes, told, who } from '../testing/approval.js';
import { passedLate } from './days-of.js';

const LATER = '2023-12-01T09:00:00.000Z';
const reported = approvalOf(opening()).at(LATER);
const verified = (on: string) => reported.after(takes('verifica', who.segretario, { on }));
const certifies = (on: string) => takes('certificazione', who.nucleo, { on });

describe('the day on which a step was taken', () => {
  it('given a report of 20 January, when a vote on its first step is said to be of the 19th, then it is refused; of the 20th it is not', () => {
    expect(reported.when(takes('verifica', who.segretario, { on: '2023-01-19' }))).toEqual({
      refusal: 'approval/before-its-step',
      told: { field: 'occurredOn', step: 'verifica', value: '2023-01-19', min: '2023-01-20' },
    });
    expect(reported.when(takes('verifica', who.segretario, { on: '2023-01-20' }))).toHaveProperty('facts');
  });

  it('given a step passed on the 28th and recorded in December, then the next cannot have been taken before the 28th, and can since', () => {
    const told = verified('2023-01-28');
    expect(told.when(certifies('2023-01-27'))).toEqual({
      refusal: 'approval/before-its-step',
      told: { field: 'occurredOn', step: 'certificazione', value: '2023-01-27', passed: 'verifica', min: '2023-01-28' },
    });
    expect(told.when(certifies('2023-01-28'))).toHaveProperty('facts');
  });

  it('given offices that follow one another, then the second speaks no earlier than the first did; side by side they may', () => {
    const asked = (order: 'in-order' | 'parallel') =>
      approvalOf(
        opening([
          step('a', {
            who: [{ office: 'segretario' }, { office: 'giunta' }],
            agreement: { kind: 'all', of: 'offices' },
            order,
          }),
        ]),
      )
        .at(LATER)
        .after(takes('a', who.segretario, { on: '2023-02-10' }));
    const second = (on: string) => takes('a', who.giunta, { on });
    expect(asked('in-order').when(second('2023-02-09'))).toEqual({
      refusal: 'value/before-its-fact',
      told: { field: 'occurredOn', needs: 'vote', value: '2023-02-09', min: '2023-02-10' },
    });
    expect(asked('in-order').when(second('2023-02-10'))).toHaveProperty('facts');
    expect(asked('parallel').when(second('2023-02-09'))).toHaveProperty('facts');
  });

  it('given two who agreed on different days, then the step after them opened on the later, in whichever order they were recorded', () => {
    const last = verified('2023-01-28').after(
      certifies('2023-02-10'),
      takes('certificazione', who.nucleo2, { on: '2023-02-03' }),
    );
    const act = { ...ACT_OF_GIUNTA, date: '2023-02-10' };
    const takesNote = (on: string) => last.when(takes('presa-atto', who.giunta, { act, on }));
    expect(takesNote('2023-02-09')).toMatchObject({ refusal: 'approval/before-its-step', told: { min: '2023-02-10' } });
    expect(takesNote('2023-02-10')).toHaveProperty('facts');
  });

  it('given an act whose day nobody says again, then the step after it opened on the day of the act', () => {
    const act = { kind: 'determina', number: '7', date: '2023-02-01' };
    const told = reported.after(takes('verifica', who.segretario, { act }));
    expect(told.when(certifies('2023-01-31'))).toMatchObject({ told: { min: '2023-02-01' } });
    expect(told.when(certifies('2023-02-01'))).toHaveProperty('facts');
  });

  it('given a report that is itself recorded late, then its first step opened on the day on which it was handed in', () => {
    const late = approvalOf(opening(undefined, { on: '2023-01-17', at: LATER }), LATER);
    const verifies = (on: string) => late.when(takes('verifica', who.segretario, { on }));
    expect(verifies('2023-01-16')).toMatchObject({ refusal: 'approval/before-its-step', told: { min: '2023-01-17' } });
    expect(verifies('2023-01-17')).toHaveProperty('facts');
  });

  it('given a degree corrected on 10 February, when another agrees to it with an earlier day, then it is refused; from the 10th on it is not', () => {
    const corrects = takes('certificazione', who.nucleo, {
      outcome: 'correct-degree',
      degree: '80',
      reason: 'dodici fascicoli su venti',
      on: '2023-02-10',
    });
    const corrected = verified('2023-01-28').after(corrects);
    const agrees = (on: string) => takes('certificazione', who.nucleo2, { on });
    expect(corrected.when(agrees('2023-02-09'))).toEqual({
      refusal: 'value/before-its-fact',
      told: { field: 'occurredOn', needs: 'corrected', value: '2023-02-09', min: '2023-02-10' },
    });
    expect(corrected.when(agrees('2023-02-10'))).toHaveProperty('facts');
    const byAct = (date: string) =>
      takes('certificazione', who.nucleo2, { act: { kind: 'verbale', number: '3', date } });
    expect(corrected.when(byAct('2023-02-09'))).toMatchObject({
      refusal: 'value/before-its-fact',
      told: { field: 'act.date', needs: 'corrected', min: '2023-02-10' },
    });
    expect(corrected.when(byAct('2023-02-10'))).toHaveProperty('facts');
  });

  it('given a return or a rejection, then its day is looked at too', () => {
    const on = '2023-01-19';
    const asks = takes('verifica', who.segretario, { outcome: 'return', points: ['manca il verbale'], on });
    const rejects = takes('verifica', who.segretario, { outcome: 'reject', reason: 'dati non verificabili', on });
    expect(reported.when(asks)).toMatchObject({ refusal: 'approval/before-its-step' });
    expect(reported.when(rejects)).toMatchObject({ refusal: 'approval/before-its-step' });
    expect(approvalOf(opening(), OPENED).when(asks)).toMatchObject({ refusal: 'approval/before-its-step' });
  });

  it('given a first step, then no step before it is told of; given a day that is none, then the field', () => {
    const early = reported.when(takes('verifica', who.segretario, { on: '2023-01-19' }));
    expect('told' in early && early.told).not.toHaveProperty('passed');
    expect(reported.when(takes('verifica', who.segretario, { on: 'ieri' }))).toMatchObject({
      refusal: 'value/not-a-date',
      told: { field: 'occurredOn' },
    });
  });

  it('given an approval older than terms, of which nobody knows when it opened, then its step may be of any day on which it was theirs', () => {
    const { state } = reported;
    const old = told({ ...state, opening: { ...state.opening, since: null } }, people, LATER);
    expect(old.when(takes('verifica', who.segretario, { on: '2022-01-01' }))).toHaveProperty('facts');
  });

  it('given votes, then the day on which they passed a step is told where it is another than that of the recording', () => {
    const { opening: voted } = verifiedBy('2023-01-28');
    expect(passedLate(voted, LATER)).toBe('2023-01-28');
    expect(passedLate(voted, '2023-01-28T09:00:00.000Z')).toBeUndefined();
    expect(passedLate(voted, null)).toBeUndefined();
    expect(passedLate({ ...voted, silentAt: LATER }, LATER)).toBeUndefined();
    expect(passedLate({ ...voted, votes: [] }, LATER)).toBeUndefined();
  });
});

/** As it stands once one of two has certified on that day. */
function verifiedBy(on: string) {
  return reported.after(takes('verifica', who.segretario, { on }), certifies(on)).state;
}
