import fc from 'fast-check';
import { addDays } from '../calendar/civil.js';
import { acknowledge, after, assign, define, sendBack, upTo } from '../testing/commands.js';
import { NEXT_YEAR, REGISTRY, segretario, vice } from '../testing/example.js';
import { exampleStaff as roles, tenure } from '../testing/staff.js';
import { creditOf } from './moves.js';
import { answeringOn, partiesOf } from './parties.js';
import type { ObjectiveState } from './state.js';

const AT = '2022-10-20T08:00:00.000Z';
const reason = 'il decreto era del 16 maggio';
const given = (office: string, from: string) =>
  assign({ office, from, act: { kind: 'decreto', number: '91', date: from }, at: AT });
const corrected = (office: string, from: string, why = reason) => assign({ office, from, reason: why, at: AT });
const first = given('affari-generali', '2022-03-01');

/** All that tells whose a share was: credits, who answered on each day, the sides of a judgement. */
function whose(state: ObjectiveState) {
  const [share] = state.shares;
  if (share === undefined) throw new Error('no share');
  const days = Array.from({ length: 365 }, (_, day) => answeringOn(share, addDays('2022-01-01', day)));
  return {
    office: share.office,
    days,
    credits: creditOf(share.holders, '2022-12-31'),
    parties: partiesOf(share, state, []),
  };
}

describe('the first day of a hand-over', () => {
  it('given one that was recorded too late, when the office is given the share from before, with the reason, then it had it since', () => {
    const late = after(define(), first, given('tributi', '2022-06-01'));
    const put = corrected('tributi', '2022-05-16');
    expect(late.when(put)).toMatchObject({
      events: [
        {
          type: 'objective.assignment-corrected.v1',
          data: { shareId: REGISTRY, office: 'tributi', from: '2022-05-16', before: '2022-06-01', reason },
        },
      ],
    });
    const { state } = after(define(), first, given('tributi', '2022-06-01'), put);
    expect(whose(state)).toEqual(whose(after(define(), first, given('tributi', '2022-05-16')).state));
    expect(creditOf(state.shares[0]?.holders ?? [], '2022-12-31')).toEqual([
      { office: 'affari-generali', from: '2022-03-01', to: '2022-05-15', days: 76 },
      { office: 'tributi', from: '2022-05-16', to: null, days: 230 },
    ]);
  });

  it('given an acknowledged share, when its first day is put right, then nobody takes note anew', () => {
    const { state } = after(define(), first, acknowledge({ at: AT }), corrected('affari-generali', '2022-02-01'));
    expect(state.shares[0]).toMatchObject({ acknowledged: true, holders: [{ from: '2022-02-01', to: null }] });
  });

  it('given no reason, or no earlier day, then it is assigned already', () => {
    const late = after(define(), first, given('tributi', '2022-06-01'));
    const already = { refusal: 'objective/already-assigned', facts: { from: '2022-06-01', office: 'tributi' } };
    expect(late.when(given('tributi', '2022-05-16'))).toMatchObject(already);
    expect(late.when(corrected('tributi', '2022-06-01'))).toMatchObject(already);
    expect(late.when(corrected('tributi', '2022-07-01'))).toMatchObject(already);
    expect(late.when(assign({ office: 'tributi', reason, at: AT }))).toMatchObject(already);
    expect(late.when(corrected('tributi', '2022-05-16', ' '))).toEqual({
      refusal: 'value/text-missing',
      facts: { field: 'reason' },
    });
  });

  it('given the day on which the one before began, then it may be put there and no further; the refusal says whose that is', () => {
    const late = after(define(), first, given('tributi', '2022-06-01'));
    expect(late.when(corrected('tributi', '2022-03-01'))).toHaveProperty('events');
    expect(late.when(corrected('tributi', '2022-02-28'))).toEqual({
      refusal: 'objective/before-holder',
      facts: {
        share: REGISTRY,
        former: 'affari-generali',
        since: '2022-06-01',
        field: 'from',
        value: '2022-02-28',
        min: '2022-03-01',
      },
    });
  });

  it('given two hand-overs recorded in the wrong order, when each is told as the refusals say, then all is as recorded in order', () => {
    const wrong = [define(), first, given('personale', '2022-05-26')];
    expect(after(...wrong).when(given('tributi', '2022-05-08'))).toMatchObject({
      refusal: 'objective/before-holder',
      facts: { office: 'personale', min: '2022-05-26' },
    });
    const put = [
      corrected('personale', '2022-05-08'),
      given('tributi', '2022-05-08'),
      given('personale', '2022-05-26'),
    ];
    const inOrder = [given('tributi', '2022-05-08'), given('personale', '2022-05-26')];
    expect(whose(after(...wrong, ...put).state)).toEqual(whose(after(define(), first, ...inOrder).state));
  });

  it('given a former holder’s day that is wrong too, when given back, put right and assigned again, then all is as recorded at once', () => {
    const { state } = after(
      define(),
      first,
      given('tributi', '2022-06-01'),
      given('affari-generali', '2022-06-01'),
      corrected('affari-generali', '2022-01-10'),
      given('tributi', '2022-02-28'),
    );
    const atOnce = after(define(), given('affari-generali', '2022-01-10'), given('tributi', '2022-02-28'));
    expect(whose(state)).toEqual(whose(atOnce.state));
  });

  it('given hand-overs with whatever wrong days, put right as late as may be, then all is as recorded at once', () => {
    const offices = ['affari-generali', 'tributi', 'personale'];
    const handOver = fc.record({ office: fc.nat(2), after: fc.integer({ min: 1, max: 40 }), late: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(handOver, { minLength: 1, maxLength: 6 }), fc.nat(2), (told, starts) => {
        let day = '2022-01-05';
        let office = offices[starts] ?? '';
        const atOnce = [given(office, day)];
        const late = [given(office, addDays(day, 3)), corrected(office, day)];
        for (const { office: at, after: days, late: by } of told) {
          const next = offices[at] ?? '';
          if (next === office) continue;
          [office, day] = [next, addDays(day, days)];
          atOnce.push(given(office, day));
          late.push(given(office, addDays(day, by)));
          // halfway first, where there is a half
          if (by > 1) late.push(corrected(office, addDays(day, 1)));
          if (by > 0) late.push(corrected(office, day));
        }
        expect(whose(after(define(), ...late).state)).toEqual(whose(after(define(), ...atOnce).state));
      }),
    );
  });

  it('given a report with its approvers or approved, when the day is put right, then it is too late, until that is sent back', () => {
    const put = assign({ from: '2022-05-16', reason, at: NEXT_YEAR });
    expect(after(...upTo.submitted).when(put)).toMatchObject({ refusal: 'objective/rendicontazione-open' });
    expect(after(...upTo.submitted, sendBack()).when(put)).toHaveProperty('events');
    expect(after(...upTo.approved).when(put)).toMatchObject({
      refusal: 'objective/rendicontazione-already-approved',
    });
  });

  it('given who had the share on the earlier day, when they put it right, then lifecycle/own-share: with it go the days that are paid', () => {
    const late = after(define(), given('segretario', '2022-03-01'), given('tributi', '2022-06-01'));
    const tenures = [
      tenure('u-segretario', 'segretario', { roles: ['segretario'] }),
      tenure('u-vice', 'vicesegretario', { roles: ['vicesegretario'] }),
    ];
    const staff = { ...roles, day: '2022-10-20', tenures };
    const put = { ...corrected('tributi', '2022-05-16'), staff };
    expect(late.when({ ...put, by: segretario })).toMatchObject({ refusal: 'lifecycle/own-share' });
    expect(late.when({ ...put, by: vice })).toHaveProperty('events');
  });
});
