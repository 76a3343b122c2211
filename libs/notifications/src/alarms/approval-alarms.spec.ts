import { addDays, type Approval } from '#domain';
import { reminderDays, table } from '../testing/due-table.js';
import type { DueNotice } from './due-notice.js';
import { noticesFor, planAlarms, type TimedApproval } from './plan.js';

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
