import { sql } from 'kysely';
import { missedAt } from '#domain';
import { openAlarmQueue, reminderAlarmId, missedAlarmId, type Alarm } from '#notifications';
import { BODY, openStack, type Stack } from './stack.js';

let stack: Stack;
beforeEach(async () => {
  stack = await openStack();
});
afterEach(() => stack.close());

const JUNE_30 = { id: 'd1', kind: 'fixed', on: '2022-06-30' } as const;
const EIGHT_ON_JUNE_23 = '2022-06-23T06:00:00.000Z';
const MISSED = '2022-06-30T22:00:00.000Z';

const missed = {
  objectiveId: '2022-1.1.1',
  shareId: '1.1.1-anagrafe',
  deadlineId: 'd1',
  instance: '2022-06-30',
  missedAt: MISSED,
};
const ALARMS: readonly Alarm[] = [
  { id: missedAlarmId(missed), kind: 'missed', objectiveId: '2022-1.1.1', ringsAt: MISSED },
  {
    id: reminderAlarmId('anagrafe', '2022-06-23'),
    kind: 'reminder',
    office: 'anagrafe',
    day: '2022-06-23',
    ringsAt: EIGHT_ON_JUNE_23,
  },
];

async function facts() {
  const events = [];
  for await (const { id, stream, type } of stack.store.readAll()) events.push([id, stream, type]);
  const due = await stack.db
    .selectFrom('read.due')
    .selectAll()
    .orderBy(sql`objective_id, share_id, deadline_id, instance`)
    .execute();
  const reminders = await stack.db.selectFrom('read.reminder').selectAll().orderBy('id').execute();
  const reminded = await stack.db
    .selectFrom('read.reminded')
    .selectAll()
    .orderBy(sql`objective_id, share_id, deadline_id, instance, step`)
    .execute();
  return { events, due, reminders, reminded, letters: await stack.letters() };
}

async function ringAgain(alarms: readonly Alarm[]): Promise<void> {
  const queue = await openAlarmQueue({
    store: { kind: 'postgres', url: stack.database.url },
    body: BODY,
    onTrouble: (trouble) => {
      throw trouble;
    },
  });
  await queue.ringNow(alarms);
  await queue.close();
  await answered();
}

/** Until the queue is empty. */
async function answered(): Promise<void> {
  for (;;) {
    const { rows } = await sql`select 1 from bullmq.job`.execute(stack.db);
    if (rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function halfAYear(): Promise<void> {
  await stack.define('1.1.1', ['anagrafe', 'tributi'], [JUNE_30]);
  await stack.define('1.1.2', ['anagrafe'], [{ ...JUNE_30, on: '2022-07-29' }]);
  for (const now of [EIGHT_ON_JUNE_23, '2022-06-29T06:00:00.000Z', MISSED, '2022-07-01T06:00:00.000Z'])
    await stack.moveTo(now);
}

describe('what has happened does not happen again', () => {
  it('when the jobs are deleted, the tables dropped and the worker started again', async () => {
    const worker = await stack.startWorker();
    await halfAYear();
    const before = await facts();
    await worker.stop();
    await sql`drop schema read cascade`.execute(stack.db);
    await sql`drop schema bullmq cascade`.execute(stack.db);
    await stack.startWorker();
    await stack.settled('2022-07-01T06:00:00.000Z');
    expect(await facts()).toEqual(before);
  });

  it('when the tables are dropped under a running worker', async () => {
    await stack.startWorker();
    await halfAYear();
    const before = await facts();
    await sql`drop schema read cascade`.execute(stack.db);
    // the projections notice at the next event
    await stack.define('1.1.3', ['polizia'], [{ ...JUNE_30, on: '2022-12-30' }]);
    await rebuilt();
    await stack.settled('2022-07-01T06:00:00.000Z');
    const { letters, reminders, reminded } = before;
    expect(await facts()).toMatchObject({ letters, reminders, reminded });
    expect(await stack.events('objective.deadline-missed.v1')).toHaveLength(2);
  });

  it('when its alarms ring again, alone or together', async () => {
    await stack.startWorker();
    await halfAYear();
    const before = await facts();
    for (const alarm of ALARMS) await ringAgain([alarm]);
    await ringAgain([...ALARMS, ...ALARMS]);
    expect(await facts()).toEqual(before);
  });

  it('when two workers do the same work', async () => {
    await Promise.all([stack.startWorker(), stack.startWorker()]);
    await halfAYear();
    await answered();
    expect(await stack.events('objective.deadline-missed.v1')).toHaveLength(2);
    const sent = await stack.events('reminder.sent.v1');
    // -5 for both offices, -1 for both, +1 for both; each message once
    expect(sent.map(({ stream }) => stream).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
      ['2022-06-23', '2022-06-29', '2022-07-01']
        .flatMap((day) => [`reminder-demo_anagrafe_${day}`, `reminder-demo_tributi_${day}`])
        .toSorted((a, b) => (a < b ? -1 : 1)),
    );
    expect(await stack.letters()).toHaveLength(6);
  });
});

describe('what was to happen while the worker was away', () => {
  it('happens when it is back, once', async () => {
    const worker = await stack.startWorker();
    await stack.define('1.1.1', ['anagrafe'], [JUNE_30]);
    await stack.moveTo('2022-06-30T10:00:00.000Z');
    await worker.stop();
    await stack.advance('2022-07-01T05:00:00.000Z');
    await stack.startWorker();
    await stack.settled('2022-07-01T05:00:00.000Z');
    expect(await stack.events('objective.deadline-missed.v1')).toHaveLength(1);
  });

  it('happens by the wall clock, too', async () => {
    await stack.define('1.1.1', ['anagrafe'], [JUNE_30]);
    const worker = await stack.startWorker('system');
    for await (const item of stack.store.follow({ prefixes: ['objective-'] }))
      if (item.kind === 'event' && item.event.type === 'objective.deadline-missed.v1') break;
    await worker.stop();
    expect(await stack.events('objective.deadline-missed.v1')).toHaveLength(1);
  });

  it('is set for the near future by the wall clock, and comes back when every job is lost', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await stack.define('1.1.1', ['anagrafe'], [{ ...JUNE_30, on: tomorrow }]);
    const worker = await stack.startWorker('system');
    const id = missedAlarmId({ ...missed, instance: tomorrow, missedAt: missedAt({ dueOn: tomorrow }) });
    await delayed(id);
    await worker.stop();
    await sql`delete from bullmq.job`.execute(stack.db);
    await stack.startWorker('system');
    expect(await delayed(id)).toEqual({ id, due: String(Date.parse(missedAt({ dueOn: tomorrow }))) });
  });
});

async function rebuilt(): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ there: boolean }>`select to_regclass('read.due') is not null as there`.execute(
      stack.db,
    );
    if (rows[0]?.there) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The job, once it waits for its instant. */
async function delayed(id: string): Promise<unknown> {
  for (;;) {
    const { rows } = await sql`
      select id, process_at_ms::text as due from bullmq.job where id = ${id} and state = 'delayed'`.execute(stack.db);
    if (rows.length > 0) return rows[0];
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('a step that nobody takes', () => {
  const LADDER = [
    { after: 0, do: 'remind' },
    { after: 2, do: 'escalate', to: { office: 'giunta' } },
  ] as const;
  const approvalFacts = async () => {
    const told = [];
    for await (const { type, data, metadata } of stack.store.readAll()) {
      if (type.includes('.approval-')) told.push([type, data['offices'], metadata['recordedAt']]);
    }
    return told;
  };

  it('reminds and escalates as each day begins, once, also when jobs and tables are lost, and tells whom it concerns', async () => {
    const worker = await stack.startWorker();
    await stack.hold(['anagrafe', 'segretario', 'giunta']);
    await stack.define('1.1.1', ['anagrafe'], []);
    // a Monday: three working days end on Thursday the 23rd
    await stack.report('1.1.1', 'anagrafe', LADDER, '2022-06-20T08:00:00.000Z');
    await stack.moveTo('2022-06-22T21:59:59.000Z');
    expect(await approvalFacts()).toEqual([]);
    await stack.moveTo('2022-06-22T22:00:00.000Z');
    const reminded = ['objective.approval-reminded.v1', ['segretario'], '2022-06-22T22:00:00.000Z'];
    expect(await approvalFacts()).toEqual([reminded]);
    await stack.moveTo('2022-06-23T06:00:00.000Z');
    expect((await stack.letters()).map(({ name }) => name)).toEqual(['segretario_2022-06-23.eml']);

    await worker.stop();
    await sql`drop schema read cascade`.execute(stack.db);
    await sql`drop schema bullmq cascade`.execute(stack.db);
    await stack.startWorker();
    await stack.moveTo('2022-06-26T22:00:00.000Z');
    const escalated = ['objective.approval-escalated.v1', ['giunta'], '2022-06-26T22:00:00.000Z'];
    expect(await approvalFacts()).toEqual([reminded, escalated]);
    await stack.moveTo('2022-06-27T06:00:00.000Z');
    const sent = await stack.events('reminder.sent.v1');
    expect(sent.map(({ stream, data }) => [stream, data['approvals']])).toMatchObject([
      ['reminder-demo_segretario_2022-06-23', [{ rung: 0, says: 'waits' }]],
      ['reminder-demo_giunta_2022-06-27', [{ rung: 1, says: 'may-decide', others: ['segretario'] }]],
      ['reminder-demo_segretario_2022-06-27', [{ rung: 1, says: 'passed-over', others: ['giunta'] }]],
    ]);
    expect(sent).toHaveLength(3);
  });

  it('is reminded of no more once it was taken, but whoever is to integrate is, and passes in silence where the definition says so', async () => {
    await stack.startWorker();
    await stack.hold(['anagrafe', 'segretario', 'giunta']);
    await stack.define('1.1.1', ['anagrafe'], []);
    await stack.define('1.1.2', ['anagrafe'], []);
    await stack.report('1.1.1', 'anagrafe', LADDER, '2022-06-20T08:00:00.000Z');
    await stack.report('1.1.2', 'anagrafe', [{ after: 1, do: 'approve-silently' }], '2022-06-20T08:00:00.000Z');
    const act = {
      do: 'take-step',
      step: 'verifica',
      outcome: 'return',
      note: '',
      act: null,
      points: ['Manca il verbale.'],
      returnBy: '2022-06-27',
      degree: null,
      reason: '',
    } as const;
    const tenures = [
      { person: 'u-segretario', office: 'segretario', roles: [], from: '2022-01-01', to: null, act: null },
    ];
    await stack.command('1.1.1', {
      type: 'approval.act',
      subject: 'rendicontazione',
      shareId: '1.1.1-anagrafe',
      deed: act,
      staff: { day: '2022-06-22', offices: [], tenures, delegations: [], beneficiaries: [] },
      by: { id: 'u-segretario', office: 'segretario' },
      at: '2022-06-22T08:00:00.000Z',
    });
    for (const day of ['23', '28', '30']) await stack.moveTo(`2022-06-${day}T06:00:00.000Z`);
    expect((await approvalFacts()).map(([type]) => type)).toEqual([
      'objective.approval-voted.v1',
      'objective.approval-approved-silently.v1',
    ]);
    expect(await stack.events('objective.rendicontazione-approved.v1')).toMatchObject([
      { data: { shareId: '1.1.2-anagrafe', office: 'system', final: true } },
    ]);
    const ofAnagrafe = (await stack.events('reminder.sent.v1')).filter(({ stream }) => stream.includes('_anagrafe_'));
    expect(ofAnagrafe.map(({ stream, data }) => [stream, data['approvals']])).toMatchObject([
      ['reminder-demo_anagrafe_2022-06-23', [{ says: 'integration-due', until: '2022-06-27' }]],
      ['reminder-demo_anagrafe_2022-06-28', [{ says: 'integration-overdue', until: '2022-06-27' }]],
    ]);
  });
});
