import { addDays } from '../calendar/civil.js';
import type { LocalDate } from '../values.js';
import type { PlannedObjective } from '../plan/document.js';
import {
  acknowledge,
  after,
  alarm,
  decideJustification,
  fulfilLate,
  justify,
  suspend,
  upTo,
} from '../testing/commands.js';
import { archive, REGISTRY, SECRETARY } from '../testing/example.js';
import type { ObjectiveCommand, ObjectiveCommandOf } from './messages.js';

const AUGUST = '2022-08-05T08:00:00.000Z';
const missedDraft = { deadlineId: 'draft', instance: '2022-07-31' };
const dated = (date: LocalDate | null) => ({ kind: 'DGC', number: '61', date });

/** As the plan has it from then on: the draft is due another day. */
const due = (on: LocalDate, date: LocalDate | null = '2022-07-20', at = AUGUST) => ({
  ...toBe({ draft: on }),
  act: dated(date),
  at,
});
function toBe({
  draft,
  until,
}: {
  readonly draft?: LocalDate;
  readonly until?: LocalDate;
}): ObjectiveCommandOf<'objective.vary'> {
  const deadlines: PlannedObjective['deadlines'] = archive.deadlines.map((one) => {
    if (one.id === 'draft' && draft !== undefined) return { ...one, kind: 'fixed', on: draft };
    return one.kind === 'recurring' && until !== undefined ? { ...one, until } : one;
  });
  const objective = { ...archive, deadlines };
  const by = { id: 'system', office: 'system' };
  return { type: 'objective.vary', variationId: '2022-1', objective, act: dated('2022-07-20'), by, at: AUGUST };
}

const missed = [...upTo.acknowledged, alarm('2022-08-01T08:00:00.000Z')];
const types = (outcome: object) =>
  'events' in outcome ? (outcome.events as { type: string }[]).map(({ type }) => type) : outcome;
function standings(commands: readonly ObjectiveCommand[], deadlineId = 'draft', shareId = REGISTRY) {
  const share = after(...commands).state.shares.find((one) => one.shareId === shareId);
  return share?.deadlines
    .filter((standing) => standing.deadlineId === deadlineId)
    .map(({ instance, dueOn, status }) => (instance === dueOn ? [instance, status] : [instance, status, dueOn]));
}

describe('a deadline that an act moved in time, and that was missed before anybody recorded the act', () => {
  it('given the act, when the plan tells the objective, then the miss is lifted for each share that it bound, and it falls due on its new day', () => {
    const outcome = after(...missed).when(due('2022-09-30'));
    expect(types(outcome)).toEqual(['objective.varied.v1', 'objective.miss-lifted.v1']);
    expect(outcome).toMatchObject({
      events: [
        {},
        {
          data: {
            shareId: REGISTRY,
            ...missedDraft,
            dueOn: '2022-07-31',
            variationId: '2022-1',
            act: dated('2022-07-20'),
            movedTo: { instance: '2022-09-30', dueOn: '2022-09-30' },
          },
        },
      ],
    });
    expect(standings([...missed, due('2022-09-30')])).toEqual([['2022-09-30', 'open']]);
    expect(standings([...missed, due('2022-09-30')], 'draft', SECRETARY)).toEqual([['2022-09-30', 'open']]);
  });

  it('given that no alarm has rung yet, then it is marked as missed first, where it binds somebody', () => {
    expect(after(...upTo.acknowledged).when(due('2022-09-30'))).toMatchObject({
      events: [
        { type: 'objective.deadline-missed.v1', data: { shareId: REGISTRY, ...missedDraft } },
        { type: 'objective.varied.v1' },
        { type: 'objective.miss-lifted.v1', data: { shareId: REGISTRY, ...missedDraft } },
      ],
    });
    expect(standings([...upTo.acknowledged, due('2022-09-30')])).toEqual([['2022-09-30', 'open']]);
    // on its last day it is not over; while work rests it is not missed
    const inTime = due('2022-09-30', '2022-07-20', '2022-07-31T21:00:00.000Z');
    expect(types(after(...upTo.acknowledged).when(inTime))).toEqual(['objective.varied.v1']);
    expect(types(after(...upTo.acknowledged, suspend()).when(due('2022-10-31')))).toEqual(['objective.varied.v1']);
  });

  it('given its new day, also once that is over, when an alarm rings, then it is missed on that one', () => {
    const over = [...missed, due('2022-08-03')];
    expect(after(...over).when(alarm(AUGUST))).toMatchObject({
      events: [{ type: 'objective.deadline-missed.v1', data: { instance: '2022-08-03', dueOn: '2022-08-03' } }],
    });
    expect(standings([...over, alarm(AUGUST)])).toEqual([['2022-08-03', 'missed']]);
  });

  it.each([
    ['of the last day', '2022-07-31', [['2022-09-30', 'open']]],
    [
      'of the day after',
      '2022-08-01',
      [
        ['2022-07-31', 'missed'],
        ['2022-09-30', 'open'],
      ],
    ],
    [
      'without a day',
      null,
      [
        ['2022-07-31', 'missed'],
        ['2022-09-30', 'open'],
      ],
    ],
  ])('given an act %s, then it is lifted by one that came in time alone', (_, date, expected) => {
    expect(standings([...missed, due('2022-09-30', date)])).toEqual(expected);
    expect(standings([...missed, { ...due('2022-09-30'), act: null }])?.[0]).toEqual(['2022-07-31', 'missed']);
  });

  it('given why it was missed, on its way or decided, then that has no effect any more, and nobody is asked to judge it', () => {
    const explained = [...missed, justify({ at: AUGUST })];
    const lifted = after(...explained, due('2022-09-30'));
    const draft = lifted.state.shares[0]?.deadlines.find(({ deadlineId }) => deadlineId === 'draft');
    expect(draft).toMatchObject({ status: 'open', justification: null });
    expect(lifted.when(decideJustification({ at: AUGUST }))).toMatchObject({ refusal: 'objective/unknown-deadline' });
    const deed = { do: 'time-out', calendar: { patronDay: null } } as const;
    const { staff } = decideJustification();
    const rings = {
      type: 'approval.act',
      subject: 'justification',
      shareId: REGISTRY,
      missed: missedDraft,
      deed,
      staff,
      by: { id: 'system', office: 'system' },
      at: AUGUST,
    } as const;
    expect(lifted.when(rings)).toEqual({ events: [] });
    // missed on its new day it is explained anew
    expect(
      types(
        after(...explained, due('2022-08-03'), acknowledge({ at: AUGUST })).when(
          justify({ at: AUGUST, missed: { deadlineId: 'draft', instance: '2022-08-03' } }),
        ),
      ),
    ).toEqual(['objective.deadline-missed.v1', 'objective.justification-submitted.v1']);
  });

  it.each([
    ['on its new day', '2022-08-02', 'answered'],
    ['before that', '2022-09-30', 'answered'],
    ['after that, too', '2022-08-01', 'fulfilled-late'],
  ])('given that it was done late, %s, when its day is moved, then that counts by its new day', (_, to, status) => {
    const done = [...missed, fulfilLate()]; // on the second of August
    expect(after(...done).when(due(to))).toMatchObject({ events: [{}, { data: { fulfilledOn: '2022-08-02' } }] });
    const draft = after(...done, due(to)).state.shares[0]?.deadlines.find(({ deadlineId }) => deadlineId === 'draft');
    expect(draft).toMatchObject({ instance: to, status, justification: null });
    // by a third act nothing of it is lost
    const again = { ...due('2022-09-15', '2022-07-21'), variationId: '2022-2' };
    expect(standings([...done, due('2022-08-01'), again])).toEqual([['2022-09-15', 'answered']]);
  });

  it('given a rest since the act, then its new day comes as many days later, as if the act had been recorded at once', () => {
    const rested = (from: LocalDate, until: LocalDate) => [
      ...missed,
      suspend({ from, until, act: dated(from), at: `${from}T08:00:00.000Z` }),
      alarm(`${addDays(until, 1)}T08:00:00.000Z`),
    ];
    const SEPTEMBER = '2022-09-20T08:00:00.000Z';
    const tenDays = rested('2022-08-10', '2022-08-19');
    expect(standings([...tenDays, due('2022-09-30', '2022-07-20', SEPTEMBER)])).toEqual([
      ['2022-09-30', 'open', '2022-10-10'],
    ]);
    // due before the rest, or on its first day
    expect(standings([...tenDays, due('2022-08-09', '2022-07-20', SEPTEMBER)])).toEqual([['2022-08-09', 'open']]);
    expect(standings([...tenDays, due('2022-08-10', '2022-07-20', SEPTEMBER)])).toEqual([
      ['2022-08-10', 'open', '2022-08-20'],
    ]);
    // the act knew of what was over by then
    const before = [
      ...upTo.acknowledged,
      suspend({ from: '2022-06-21', until: '2022-06-30', act: dated('2022-06-21'), at: '2022-06-21T08:00:00.000Z' }),
      alarm('2022-08-11T08:00:00.000Z'),
    ];
    expect(standings(before)).toEqual([['2022-07-31', 'missed', '2022-08-10']]);
    expect(standings([...before, due('2022-09-30', '2022-07-01', SEPTEMBER)])).toEqual([['2022-09-30', 'open']]);
    expect(standings([...before, due('2022-09-30', '2022-08-10', SEPTEMBER)])).toEqual([['2022-09-30', 'open']]);
    expect(standings([...before, due('2022-09-30', '2022-08-11', SEPTEMBER)])?.[0]).toEqual([
      '2022-07-31',
      'missed',
      '2022-08-10',
    ]);
  });

  it('given that it was not missed yet, and a rest since the act, then its new day comes as many days later, too', () => {
    const rest = suspend({
      from: '2022-07-21',
      until: '2022-07-30',
      act: dated('2022-07-21'),
      at: '2022-07-21T08:00:00.000Z',
    });
    const rested = [...upTo.acknowledged, rest, alarm('2022-07-31T08:00:00.000Z')];
    expect(standings(rested)).toEqual([['2022-07-31', 'open', '2022-08-10']]);
    expect(after(...rested).when(due('2022-09-30'))).toMatchObject({
      events: [
        {
          type: 'objective.varied.v1',
          data: {
            shifted: [{ shareId: REGISTRY, deadlineId: 'draft', instance: '2022-09-30', dueOn: '2022-10-10' }],
          },
        },
      ],
    });
    expect(standings([...rested, due('2022-09-30')])).toEqual([['2022-09-30', 'open', '2022-10-10']]);
    // of the day on which work went on the act knew of the rest
    expect(standings([...rested, due('2022-09-30', '2022-07-31')])).toEqual([['2022-09-30', 'open']]);
    expect(standings([...rested, { ...due('2022-09-30'), act: null }])).toEqual([['2022-09-30', 'open']]);
  });

  it('given a series that the act ended, then what was missed after its new end is lifted, what fell due before it is not', () => {
    const shortened = { ...toBe({ until: '2022-07-20' }), act: dated('2022-07-10') };
    const weeks = standings([...missed, shortened], 'weekly');
    expect(weeks).toEqual([
      ['2022-06-26', 'missed'],
      ['2022-07-03', 'missed'],
      ['2022-07-10', 'missed'],
      ['2022-07-17', 'missed'],
      ['2022-07-20', 'open'],
    ]);
    expect(after(...missed).when(shortened)).toMatchObject({
      events: [
        {},
        { data: { instance: '2022-07-24', movedTo: { instance: '2022-07-20' } } },
        { data: { instance: '2022-07-31', movedTo: { instance: '2022-07-20' } } },
      ],
    });
    // at a week's end: the next have no successor
    expect(after(...missed).when({ ...shortened, ...toBe({ until: '2022-07-17' }) })).toMatchObject({
      events: [{}, { data: { instance: '2022-07-24', movedTo: null } }, { data: { movedTo: null } }],
    });
  });
});
