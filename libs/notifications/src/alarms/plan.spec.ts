import fc from 'fast-check';
import { addDays, missedAt, type Approval } from '#domain';
import { nextAlarmAfter, noticesFor, planAlarms, reminderHour, reminderItems, stepKey } from './plan.js';
import type { DueNotice } from './due-notice.js';
import type { DueInstance, DueTable, TimedApproval } from './plan.js';

const due = (dueOn: string, more: Partial<DueInstance> = {}): DueInstance => ({
  objectiveId: '2022-1.1.1',
  shareId: '1.1.1-anagrafe',
  deadlineId: 'd1',
  instance: dueOn,
  every: null,
  dueOn,
  missedAt: missedAt({ dueOn }),
  office: 'anagrafe',
  title: 'Carta dei servizi',
  text: 'entro il termine',
  status: 'open',
  frozen: false,
  acknowledgement: 'given',
  ...more,
});

const table = (instances: readonly DueInstance[], more: Partial<DueTable> = {}): DueTable => ({
  instances,
  timed: [],
  terms: [],
  unused: [],
  resting: [],
  notices: [],
  reminded: new Set(),
  sent: new Set(),
  patronDay: null,
  ...more,
});

const told = (instance: DueInstance, ...steps: readonly string[]): ReadonlySet<string> =>
  new Set(steps.map((step) => stepKey({ ...instance, step })));

// Thursday 30 June 2022: -5 is Thursday 23 June, -1 Wednesday 29 June, +1 Friday 1 July
const JUNE_30 = due('2022-06-30');

const reminderDays = (table: DueTable, now: string): string[] =>
  planAlarms(table, now).flatMap((alarm) => (alarm.kind === 'reminder' ? [alarm.day] : []));

describe('the alarms of a due table', () => {
  it('rings at the midnight in Rome after the day, whoever answers for it', () => {
    expect(planAlarms(table([due('2022-06-30', { office: null })]), '2022-06-01T10:00:00.000Z')).toEqual([
      {
        id: 'missed_2022-1.1.1_1.1.1-anagrafe_d1_2022-06-30_2022-06-30T22.00.00.000Z',
        kind: 'missed',
        objectiveId: '2022-1.1.1',
        ringsAt: '2022-06-30T22:00:00.000Z',
      },
    ]);
  });

  it('rings when a rest is over, although nothing falls due on its share', () => {
    const resting = [{ objectiveId: '2022-1.1.1', shareId: '1.1.1-anagrafe', until: '2022-10-30' }];
    expect(planAlarms(table([], { resting }), '2022-06-01T10:00:00.000Z')).toEqual([
      {
        id: 'rest_2022-1.1.1_1.1.1-anagrafe_2022-10-30',
        kind: 'missed',
        objectiveId: '2022-1.1.1',
        ringsAt: '2022-10-30T23:00:00.000Z',
      },
    ]);
  });

  it('asks for a reminder on the next step of the ladder, at eight in the morning', () => {
    const reminders = planAlarms(table([JUNE_30]), '2022-06-01T10:00:00.000Z').filter(
      ({ kind }) => kind === 'reminder',
    );
    expect(reminders).toEqual([
      {
        id: 'reminder_anagrafe_2022-06-23',
        kind: 'reminder',
        office: 'anagrafe',
        day: '2022-06-23',
        ringsAt: '2022-06-23T06:00:00.000Z',
      },
    ]);
  });

  it('keeps eight in the morning on the days on which the clocks change', () => {
    expect(reminderHour('2022-03-26')).toBe('2022-03-26T07:00:00.000Z');
    expect(reminderHour('2022-03-27')).toBe('2022-03-27T06:00:00.000Z');
    expect(reminderHour('2022-10-29')).toBe('2022-10-29T06:00:00.000Z');
    expect(reminderHour('2022-10-30')).toBe('2022-10-30T07:00:00.000Z');
  });

  it('says a step on the day after when the message of its own day was missed', () => {
    expect(reminderDays(table([JUNE_30]), '2022-06-24T10:00:00.000Z')).toEqual(['2022-06-24', '2022-06-29']);
  });

  it('puts a step that comes after the message of the day into the message of the next', () => {
    const sent = new Set(['anagrafe_2022-06-24']);
    expect(reminderDays(table([JUNE_30], { sent }), '2022-06-24T10:00:00.000Z')).toEqual(['2022-06-25', '2022-06-29']);
  });

  it('gives an office one alarm a day for all that it is reminded of', () => {
    const other = due('2022-06-30', { deadlineId: 'd2' });
    expect(reminderDays(table([JUNE_30, other]), '2022-06-23T05:00:00.000Z')).toEqual(['2022-06-23', '2022-06-29']);
  });

  it.each(['met', 'late', 'void'] as const)('has no alarm for what is %s', (status) => {
    expect(planAlarms(table([due('2022-06-30', { status })]), '2022-06-24T10:00:00.000Z')).toEqual([]);
  });

  it('reminds of a missed deadline on the working day after, and only once', () => {
    const missed = due('2022-06-30', { status: 'missed' });
    expect(reminderDays(table([missed]), '2022-07-01T05:00:00.000Z')).toEqual(['2022-07-01']);
    const reminded = told(missed, '+1');
    expect(planAlarms(table([missed], { reminded }), '2022-07-01T07:00:00.000Z')).toEqual([]);
  });

  it('comes in the same order whatever the order of the rows', () => {
    const days = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2022-06-01', days));
    const rows = fc.uniqueArray(
      fc
        .tuple(days, fc.constantFrom('anagrafe', 'tributi'))
        .map(([dueOn, office]) => due(dueOn, { office, deadlineId: office })),
      { selector: (row) => `${row.dueOn} ${row.office}` },
    );
    fc.assert(
      fc.property(rows, (instances) => {
        const now = '2022-06-20T10:00:00.000Z';
        const there = planAlarms(table(instances), now);
        const back = planAlarms(table(instances.toReversed()), now);
        expect(back).toEqual(there);
        expect(new Set(there.map(({ id }) => id)).size).toBe(there.length);
      }),
    );
  });
});

describe('what a reminder says', () => {
  it('names the step that has come, once for each share', () => {
    const items = reminderItems(table([JUNE_30]), 'anagrafe', '2022-06-23T06:00:00.000Z');
    expect(items).toEqual([
      {
        objectiveId: '2022-1.1.1',
        shareId: '1.1.1-anagrafe',
        deadlineId: 'd1',
        instance: '2022-06-30',
        step: '-5',
        dueOn: '2022-06-30',
        title: 'Carta dei servizi',
      },
    ]);
  });

  it('leaves out a step that a later one has overtaken', () => {
    const steps = reminderItems(table([JUNE_30]), 'anagrafe', '2022-06-29T06:00:00.000Z').map(({ step }) => step);
    expect(steps).toEqual(['-1']);
  });

  it('says nothing of what was said, answered, or belongs to another office', () => {
    const now = '2022-06-23T06:00:00.000Z';
    expect(reminderItems(table([JUNE_30], { reminded: told(JUNE_30, '-5') }), 'anagrafe', now)).toEqual([]);
    expect(reminderItems(table([due('2022-06-30', { status: 'met' })]), 'anagrafe', now)).toEqual([]);
    expect(reminderItems(table([JUNE_30]), 'tributi', now)).toEqual([]);
  });

  it('does not remind of meeting a deadline that is over but not yet marked as missed', () => {
    expect(reminderItems(table([due('2022-07-02')]), 'anagrafe', '2022-07-03T10:00:00.000Z')).toEqual([]);
  });

  it('reminds of a week only once, on the Friday', () => {
    const week = due('2022-06-26', { every: 'week' });
    expect(reminderDays(table([week]), '2022-06-17T10:00:00.000Z')).toEqual(['2022-06-24']);
  });
});

describe('the next alarm', () => {
  it('is the first instant after now at which one rings', () => {
    expect(nextAlarmAfter(table([JUNE_30]), '2022-06-01T10:00:00.000Z')).toBe('2022-06-23T06:00:00.000Z');
    expect(nextAlarmAfter(table([JUNE_30]), '2022-06-23T06:00:00.000Z')).toBe('2022-06-29T06:00:00.000Z');
    expect(nextAlarmAfter(table([JUNE_30]), '2022-06-29T06:00:00.000Z')).toBe('2022-06-30T22:00:00.000Z');
    expect(nextAlarmAfter(table([]), '2022-06-01T10:00:00.000Z')).toBeNull();
  });

  it('given a share that nobody took note of, or work at rest, then nobody is reminded, and the alarm of the day is set', () => {
    for (const more of [{ acknowledgement: 'awaited' }, { frozen: true }] as const) {
      const alarms = planAlarms(table([due('2022-06-30', more)]), '2022-06-22T08:00:00.000Z');
      expect(alarms.map(({ kind }) => kind)).toEqual(['missed']);
      expect(reminderItems(table([due('2022-06-30', more)]), 'anagrafe', '2022-06-29T08:00:00.000Z')).toEqual([]);
    }
    const unasked = table([due('2022-06-30', { acknowledgement: 'unasked' })]);
    expect(reminderItems(unasked, 'anagrafe', '2022-06-29T08:00:00.000Z')).toHaveLength(1);
  });
});

describe('the alarms of approvals', () => {
  const step = {
    id: 'verifica',
    name: { it: 'Verifica', en: 'Verification' },
    who: [{ office: 'segretario' }],
    agreement: { kind: 'one' },
    order: 'parallel',
    substitute: null,
    term: { workingDays: 3 },
    onTimeout: [
      { after: 0, do: 'remind' },
      { after: 2, do: 'escalate', to: { office: 'giunta' } },
    ],
    outcomes: ['approve'],
    act: null,
  } as const;
  // a Monday: three working days end on Thursday 23 June
  const approval: Approval = {
    subject: 'rendicontazione',
    chain: { id: 'rendicontazione', version: 1, steps: [step] },
    workflow: null,
    parties: { authors: [], offices: [], scored: [], beneficiaries: [] },
    relations: {},
    panels: {},
    status: 'open',
    passed: [],
    took: {},
    agreed: {},
    opening: {
      number: 1,
      since: '2022-06-20T08:00:00.000Z',
      votes: [],
      claims: [],
      rungs: [],
      escalatedTo: [],
      substitutes: null,
    },
    degree: null,
    points: [],
    returnBy: null,
  };
  const timed = (more: Partial<Approval['opening']> = {}): TimedApproval => ({
    approvalId: 'objective~2022-1.1.1~rendicontazione~a',
    approval: { ...approval, opening: { ...approval.opening, ...more } },
  });
  const notice = (office: string, more: Partial<DueNotice> = {}): DueNotice => ({
    office,
    approvalId: 'objective~2022-1.1.1~rendicontazione~a',
    since: '2022-06-20T08:00:00.000Z',
    rung: 0,
    says: 'waits',
    others: [],
    subject: 'rendicontazione',
    streamId: '2022-1.1.1',
    title: 'Carta dei servizi',
    step: step.name,
    day: '2022-06-23',
    ...more,
  });

  it('ring as the day of the next time-out begins, by the calendar of the body', () => {
    expect(planAlarms(table([], { timed: [timed()] }), '2022-06-20T09:00:00.000Z')).toEqual([
      {
        id: 'rung_objective~2022-1.1.1~rendicontazione~a_2022-06-20T08.00.00.000Z_0',
        kind: 'rung',
        approvalId: 'objective~2022-1.1.1~rendicontazione~a',
        ringsAt: '2022-06-22T22:00:00.000Z',
      },
    ]);
    const [later] = planAlarms(table([], { timed: [timed()], patronDay: '06-22' }), '2022-06-20T09:00:00.000Z');
    expect(later?.ringsAt).toBe('2022-06-23T22:00:00.000Z');
  });

  it('move on with each time-out, begin anew with the step, and end with the ladder', () => {
    const ringsAt = (one: TimedApproval) => planAlarms(table([], { timed: [one] }), '2022-06-20T09:00:00.000Z');
    expect(ringsAt(timed({ rungs: [0] }))).toMatchObject([{ ringsAt: '2022-06-26T22:00:00.000Z' }]);
    expect(ringsAt(timed({ since: '2022-06-21T08:00:00.000Z' }))).toMatchObject([
      { id: expect.stringContaining('2022-06-21T08'), ringsAt: '2022-06-23T22:00:00.000Z' },
    ]);
    expect(ringsAt(timed({ rungs: [0, 1] }))).toEqual([]);
  });

  it('ring once more when the term of an evaluation is over, as the day after its last one begins', () => {
    const running = table([], { terms: [{ evaluationId: '2022-u-head', until: '2023-01-30' }] });
    expect(planAlarms(running, '2023-01-28T09:00:00.000Z')).toEqual([
      {
        id: 'term_2022-u-head_2023-01-30',
        kind: 'term',
        evaluationId: '2022-u-head',
        ringsAt: '2023-01-30T23:00:00.000Z',
      },
    ]);
  });

  it('ring before a term ends that the person has not used: two working days, as messages leave', () => {
    const unused = table([], { unused: [{ evaluationId: '2022-u-head', until: '2023-01-30' }] });
    expect(planAlarms(unused, '2023-01-20T09:00:00.000Z')).toEqual([
      {
        id: 'ending_2022-u-head_2023-01-30',
        kind: 'ending',
        evaluationId: '2022-u-head',
        ringsAt: '2023-01-26T07:00:00.000Z',
      },
    ]);
    const [earlier] = planAlarms({ ...unused, patronDay: '01-26' }, '2023-01-20T09:00:00.000Z');
    expect(earlier?.ringsAt).toBe('2023-01-25T07:00:00.000Z');
  });

  it('tell each office what concerns it, in the message of the day or of the next one', () => {
    const told = table([], { notices: [notice('segretario'), notice('giunta', { rung: 1, says: 'may-decide' })] });
    expect(planAlarms(told, '2022-06-23T05:00:00.000Z')).toMatchObject([
      { id: 'reminder_giunta_2022-06-23' },
      { id: 'reminder_segretario_2022-06-23' },
    ]);
    expect(noticesFor(told, 'giunta', '2022-06-23')).toMatchObject([{ rung: 1, says: 'may-decide' }]);
    expect(noticesFor(told, 'giunta', '2022-06-23')[0]).not.toHaveProperty('office');
    const sent = { ...told, sent: new Set(['segretario_2022-06-23']) };
    expect(reminderDays(sent, '2022-06-23T10:00:00.000Z')).toEqual(['2022-06-23', '2022-06-24']);
  });

  it('remind whoever must integrate on the days of its term, once it is over no more that it ends', () => {
    const until = '2022-07-08';
    const due = notice('lavori', { says: 'integration-due', until, day: '2022-07-05' });
    const over = notice('lavori', { says: 'integration-overdue', rung: 1, until, day: '2022-07-11' });
    const told = table([], { notices: [due, over] });
    expect(reminderDays(told, '2022-06-23T05:00:00.000Z')).toEqual(['2022-07-06', '2022-07-11']);
    expect(noticesFor(told, 'lavori', '2022-07-05')).toEqual([]);
    expect(noticesFor(told, 'lavori', '2022-07-06')).toMatchObject([{ says: 'integration-due' }]);
    expect(reminderDays(told, '2022-07-11T05:00:00.000Z')).toEqual(['2022-07-11']);
    expect(noticesFor(told, 'lavori', '2022-07-11')).toMatchObject([{ says: 'integration-overdue', until }]);
  });

  it.each([
    ['2022-07-07', '2022-07-05', '2022-07-11'],
    ['2022-07-06', '2022-07-05', '2022-07-11'],
    ['2022-07-08', '2022-07-06', '2022-07-11'],
    ['2022-07-11', '2022-07-06', '2022-07-12'],
  ])('count the patron’s day (%s) as none of the working days around the term of a return', (patron, before, after) => {
    const until = '2022-07-08';
    const due = notice('lavori', { says: 'integration-due', until, day: '2022-07-05' });
    const over = notice('lavori', { says: 'integration-overdue', rung: 1, until, day: '2022-07-11' });
    const told = table([], { notices: [due, over], patronDay: patron.slice(5) });
    expect(reminderDays(told, '2022-06-23T05:00:00.000Z')).toEqual([before, after]);
    expect(noticesFor(told, 'lavori', before)).toMatchObject([{ says: 'integration-due' }]);
    expect(noticesFor(told, 'lavori', addDays(before, -1))).toEqual([]);
    expect(noticesFor(told, 'lavori', after)).toMatchObject([{ says: 'integration-overdue' }]);
    expect(noticesFor(told, 'lavori', addDays(after, -1))).toEqual([]);
  });

  it('do not remind of the term of a return of a day or two, which a patron’s day may make of three', () => {
    const until = '2022-06-23';
    const due = (since: string) => notice('lavori', { says: 'integration-due', until, since, day: '2022-06-20' });
    const told = (since: string, patronDay: string | null) =>
      reminderDays(table([], { notices: [due(since)], patronDay }), since);
    expect(told('2022-06-20T21:59:00.000Z', null)).toEqual(['2022-06-21']);
    expect(told('2022-06-20T21:59:00.000Z', '06-22')).toEqual([]);
    expect(told('2022-06-20T22:00:00.000Z', null)).toEqual([]);
  });
});
