import {
  after,
  alarm,
  decideJustification,
  define,
  fulfilLate,
  justify,
  ratify,
  report,
  resume,
  suspend,
  upTo,
} from '../testing/commands.js';
import { REGISTRY } from '../testing/example.js';
import type { LocalDate } from '../values.js';
import type { ObjectiveCommand } from './messages.js';
import { usualLifecycle } from './usual-lifecycle.js';

const AUGUST = '2022-08-05T08:00:00.000Z';
const draft = { deadlineId: 'draft', instance: '2022-07-31' };
const dated = (date: LocalDate) => ({ kind: 'DGC', number: '61', date });
/** Recorded on the fifth of August, of work that rests since the twentieth of July. */
const late = (date = '2022-07-20', until = '2022-09-30') =>
  suspend({ from: '2022-07-20', until, act: dated(date), at: AUGUST });
const missed = [...upTo.acknowledged, alarm('2022-08-01T08:00:00.000Z')];

const types = (outcome: object) =>
  'events' in outcome ? (outcome.events as { type: string }[]).map(({ type }) => type) : outcome;
const standings = (...commands: readonly ObjectiveCommand[]) => after(...commands).state.shares[0]?.deadlines ?? [];
const draftOf = (...commands: readonly ObjectiveCommand[]) =>
  standings(...commands).find(({ deadlineId }) => deadlineId === 'draft');
const weeksOf = (...commands: readonly ObjectiveCommand[]) =>
  standings(...commands)
    .filter(({ deadlineId }) => deadlineId === 'weekly')
    .slice(3, 8)
    .map(({ instance, dueOn, status }) => [instance, dueOn, status]);

describe('a deadline of a day on which work rested by an act, and that was missed before anybody recorded the act', () => {
  it('given the act, when it is recorded, then its miss is lifted, and those of before the rest are not', () => {
    expect(after(...missed).when(late())).toMatchObject({
      events: [
        { type: 'objective.suspended.v1' },
        { type: 'objective.miss-lifted.v1', data: { deadlineId: 'weekly', instance: '2022-07-24' } },
        {
          type: 'objective.miss-lifted.v1',
          data: {
            shareId: REGISTRY,
            ...draft,
            dueOn: '2022-07-31',
            act: dated('2022-07-20'),
            movedTo: { instance: '2022-07-31', dueOn: '2022-07-31' },
            restsUntil: '2022-09-30',
          },
        },
        { type: 'objective.miss-lifted.v1', data: { deadlineId: 'weekly', instance: '2022-07-31' } },
      ],
    });
    expect(draftOf(...missed, late())).toMatchObject({ status: 'open', dueOn: '2022-07-31', justification: null });
    expect(weeksOf(...missed, late()).slice(0, 3)).toEqual([
      ['2022-07-17', '2022-07-17', 'missed'],
      ['2022-07-24', '2022-07-24', 'open'],
      ['2022-07-31', '2022-07-31', 'open'],
    ]);
  });

  it('given that work goes on, then it falls due as many days later, and is missed on that day alone', () => {
    const again = resume({ at: '2022-08-09T08:00:00.000Z' }); // after twenty days
    expect(draftOf(...missed, late(), again)).toMatchObject({ status: 'open', dueOn: '2022-08-20' });
    const rings = after(...missed, late(), again);
    expect(rings.when(alarm('2022-08-20T08:00:00.000Z'))).not.toMatchObject({
      events: expect.arrayContaining([expect.objectContaining({ data: expect.objectContaining(draft) })]),
    });
    expect(rings.when(alarm('2022-08-21T08:00:00.000Z'))).toMatchObject({
      events: expect.arrayContaining([
        { type: 'objective.deadline-missed.v1', data: { shareId: REGISTRY, ...draft, dueOn: '2022-08-20' } },
      ]),
    });
  });

  it('given a rest that is over by the time it is recorded, then what was missed since falls due as many days later, too', () => {
    const over = [...missed, late('2022-07-19', '2022-07-23')]; // four days
    expect(types(after(...over).when(alarm(AUGUST)))).toEqual([
      'objective.resumed.v1',
      'objective.deadline-missed.v1', // of 24 July, on the 28th
      'objective.deadline-missed.v1', // of 31 July, on the fourth of August: the report and the draft
      'objective.deadline-missed.v1',
    ]);
    expect(draftOf(...over, alarm(AUGUST))).toMatchObject({ status: 'missed', dueOn: '2022-08-04' });
  });

  it.each([
    ['of its last day', '2022-07-31', 'open'],
    ['of the day after', '2022-08-01', 'missed'],
  ])('given an act %s, then one that came in time alone lifts it', (_, date, status) => {
    expect(draftOf(...missed, late(date))).toMatchObject({ status, dueOn: '2022-07-31' });
    // whether an alarm has rung makes no difference
    expect(draftOf(...upTo.acknowledged, late(date))).toMatchObject({ status, dueOn: '2022-07-31' });
  });

  it('given a rest without an act, whatever its first day, then it lifts nothing before it is ratified by one that came in time', () => {
    const urgent = suspend({ from: '2022-07-20', act: null, at: AUGUST });
    expect(types(after(...missed).when(urgent))).toEqual(['objective.suspended.v1']);
    expect(draftOf(...upTo.acknowledged, urgent)).toMatchObject({ status: 'missed' });
    const by = (date: LocalDate) => ratify({ act: dated(date), at: AUGUST });
    expect(types(after(...missed, urgent).when(by('2022-07-25')))).toEqual([
      'objective.suspension-ratified.v1',
      'objective.miss-lifted.v1',
      'objective.miss-lifted.v1',
    ]);
    expect(draftOf(...missed, urgent, by('2022-07-25'))).toMatchObject({ status: 'open' });
    expect(weeksOf(...missed, urgent, by('2022-07-25'))[1]).toEqual(['2022-07-24', '2022-07-24', 'missed']);
    expect(types(after(...missed, urgent).when(by('2022-08-01')))).toEqual(['objective.suspension-ratified.v1']);
  });

  it('given a rest without an act that was recorded too late for it, when one of then ratifies it once it is over, then it falls due as many days later', () => {
    const workflow = { ...usualLifecycle, suspension: { maximumDays: 180, unratifiedDays: 14 } };
    const begun = [define({ workflow }), ...upTo.acknowledged.slice(1), alarm('2022-08-01T08:00:00.000Z')];
    const urgent = suspend({ from: '2022-07-20', until: '2022-09-30', act: null, at: AUGUST }); // fourteen days
    const over = [...begun, urgent, alarm(AUGUST)];
    const by = (date: LocalDate) => ratify({ act: dated(date), at: '2022-08-10T08:00:00.000Z' });
    expect(types(after(...over).when(by('2022-07-31')))).toEqual([
      'objective.suspension-ratified.v1',
      'objective.miss-lifted.v1',
      'objective.miss-lifted.v1',
    ]);
    expect(draftOf(...over, by('2022-07-31'))).toMatchObject({ status: 'open', dueOn: '2022-08-14' });
    expect(types(after(...over).when(by('2022-08-01')))).toEqual(['objective.suspension-ratified.v1']);
    // as if the act had been recorded at once
    const atOnce = [
      ...begun,
      suspend({ from: '2022-07-20', until: '2022-08-02', act: dated('2022-07-31'), at: AUGUST }),
    ];
    const last = alarm('2023-06-01T08:00:00.000Z');
    expect(standings(...over, by('2022-07-31'), last)).toEqual(standings(...atOnce, last));
    // what was done late was done in time
    const done = fulfilLate({ at: AUGUST });
    expect(draftOf(...over, done, by('2022-07-31'))).toMatchObject({ status: 'answered', dueOn: '2022-08-14' });
  });

  it('given a first day after it, then it stays missed: work did not rest yet', () => {
    const later = suspend({ from: '2022-08-01', act: dated('2022-07-20'), at: AUGUST });
    expect(types(after(...missed).when(later))).toEqual(['objective.suspended.v1']);
  });

  it('given why it was missed, on its way or decided, then that has no effect any more, and nobody is asked to judge it', () => {
    const explained = [...missed, justify({ at: AUGUST })];
    for (const told of [explained, [...explained, decideJustification({ at: AUGUST })]]) {
      const lifted = after(...told, late());
      expect(lifted.state.shares[0]?.deadlines.find(({ deadlineId }) => deadlineId === 'draft')).toMatchObject({
        status: 'open',
        justification: null,
      });
      expect(lifted.when(decideJustification({ at: AUGUST }))).toMatchObject({ refusal: 'objective/not-justified' });
      const { staff } = decideJustification();
      const rings = {
        type: 'approval.act',
        subject: 'justification',
        shareId: REGISTRY,
        missed: draft,
        deed: { do: 'time-out', calendar: { patronDay: null } },
        staff,
        by: { id: 'system', office: 'system' },
        at: AUGUST,
      } as const;
      expect(lifted.when(rings)).toEqual({ events: [] });
      expect(lifted.when(justify({ at: AUGUST }))).toMatchObject({ refusal: 'objective/deadline-not-missed' });
    }
    // missed on its new day it is explained anew
    const gone = [...explained, late('2022-07-20', '2022-07-23')];
    expect(types(after(...gone).when(justify({ at: AUGUST })))).toEqual([
      'objective.resumed.v1',
      'objective.deadline-missed.v1',
      'objective.justification-submitted.v1',
    ]);
  });

  it('given that it was done late, then it was done in time, unless work went on so early that its new day came before', () => {
    const done = [...missed, fulfilLate()]; // on the second of August
    expect(after(...done).when(late())).toMatchObject({
      events: expect.arrayContaining([
        expect.objectContaining({ data: expect.objectContaining({ ...draft, fulfilledOn: '2022-08-02' }) }),
      ]),
    });
    expect(draftOf(...done, late())).toMatchObject({ status: 'answered', fulfilledOn: '2022-08-02' });
    expect(after(...done, late()).when(report({ fulfils: draft, at: AUGUST }))).toHaveProperty('refusal');
    const until = (day: LocalDate) => draftOf(...done, late('2022-07-20', day), alarm(AUGUST));
    expect(until('2022-07-21')).toMatchObject({ status: 'answered', dueOn: '2022-08-02' });
    expect(until('2022-07-20')).toMatchObject({ status: 'fulfilled-late', dueOn: '2022-08-01', justification: null });
    // what was answered in time stays on its day
    const answered = report({ fulfils: draft });
    expect(draftOf(...upTo.acknowledged, answered, late('2022-07-20', '2022-07-21'), alarm(AUGUST))).toMatchObject({
      status: 'answered',
      dueOn: '2022-07-31',
    });
  });
});
