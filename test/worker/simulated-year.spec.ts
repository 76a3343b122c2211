import { upcastChain } from '#domain';
import { nextAlarmAt } from '#notifications';
import { BODY, openStack, type Stack } from './stack.js';

let stack: Stack;
beforeEach(async () => {
  stack = await openStack();
});
afterEach(() => stack.close());

const SYSTEM = { id: 'system', office: 'system' };

/** From one alarm to the next until none is left. */
async function drive(from: string): Promise<string[]> {
  const instants = [from];
  await stack.moveTo(from);
  for (let now: string | null = from; now !== null;) {
    now = await nextAlarmAt(stack.db, BODY, now);
    if (now === null) break;
    instants.push(now);
    await stack.moveTo(now);
  }
  return instants;
}

describe('a worker under a simulated clock', () => {
  it('settles on a plan that is only drafted, whose deadlines are past, and misses none of them', async () => {
    await stack.startWorker();
    await stack.draft('1.1.1', ['anagrafe', 'tributi'], [{ id: 'd1', kind: 'fixed', on: '2022-06-30' }]);
    await stack.moveTo('2022-06-30T22:00:00.000Z');
    await stack.moveTo('2023-01-10T08:00:00.000Z');
    expect(await nextAlarmAt(stack.db, BODY, '2022-01-01T08:00:00.000Z')).toBeNull();
    expect(await stack.events('objective.deadline-missed.v1')).toEqual([]);
    expect(await stack.letters()).toEqual([]);
  });

  it('misses what is past at once when a share is assigned late, and that share’s only', async () => {
    await stack.startWorker();
    await stack.draft('1.1.1', ['anagrafe', 'tributi'], [{ id: 'd1', kind: 'fixed', on: '2022-06-30' }]);
    const at = '2022-07-15T10:00:00.000Z';
    await stack.moveTo(at);
    const shareId = '1.1.1-tributi';
    await stack.command('1.1.1', { type: 'objective.assign', shareId, office: 'tributi', by: SYSTEM, at });
    await stack.settled(at);
    const missed = await stack.events('objective.deadline-missed.v1');
    expect(missed.map(({ data }) => data)).toEqual([
      { shareId, deadlineId: 'd1', instance: '2022-06-30', dueOn: '2022-06-30' },
    ]);
  });

  it('misses nothing of a share whose rendicontazione was approved before the day', async () => {
    await stack.startWorker();
    await stack.define('1.1.1', ['anagrafe'], [{ id: 'h', kind: 'horizon', on: '2022-12-31' }]);
    const at = '2022-12-01T08:00:00.000Z';
    const shareId = '1.1.1-anagrafe';
    const by = { id: 'capo', office: 'anagrafe' };
    const name = { it: 'Verifica', en: 'Verification' };
    const step = { id: 'verifica', name, office: 'nucleo', substitute: null, mayReturn: true, needsAct: false };
    const tenure = { person: 'u-nucleo', office: 'nucleo', roles: [], from: '2022-01-01', to: null, act: null };
    const staff = { day: '2022-12-01', offices: [], tenures: [tenure], delegations: [], beneficiaries: [] };
    await stack.command('1.1.1', {
      type: 'objective.submit-rendicontazione',
      shareId,
      measurements: [],
      selfDegree: '100',
      note: '',
      evidence: [],
      chain: upcastChain({ id: 'rendicontazione', version: 1, steps: [step] }),
      workflow: null,
      staff,
      by,
      at,
    });
    await stack.command('1.1.1', {
      type: 'objective.approve-rendicontazione',
      shareId,
      step: 'verifica',
      note: '',
      act: null,
      staff,
      by: { id: 'u-nucleo', office: 'nucleo' },
      at,
    });
    expect(await drive(at)).toEqual([at]);
    await stack.moveTo('2023-01-10T08:00:00.000Z');
    expect(await stack.events('objective.deadline-missed.v1')).toEqual([]);
    expect(await stack.letters()).toEqual([]);
  });

  it('lets work go on by itself at the midnight after a rest, though nothing falls due', async () => {
    await stack.startWorker();
    await stack.define('1.1.1', ['anagrafe'], []);
    const at = '2022-07-01T08:00:00.000Z';
    await suspend(at);
    expect(await drive(at)).toEqual([at, '2022-07-10T22:00:00.000Z']);
    const resumed = await stack.events('objective.resumed.v1');
    expect(resumed.map(({ data }) => data)).toMatchObject([{ shareId: '1.1.1-anagrafe', on: '2022-07-11', days: 10 }]);
    expect(resumed[0]?.metadata).toMatchObject({ actor: { id: 'system' } });
  });

  it('misses a deadline that a rest has moved, though its alarm rang when the rest ended', async () => {
    await stack.startWorker();
    await stack.define('1.1.1', ['anagrafe'], [{ id: 'd1', kind: 'fixed', on: '2022-07-20' }]);
    const at = '2022-07-01T08:00:00.000Z';
    await stack.moveTo(at);
    await suspend(at);
    await drive(at);
    const missed = await stack.events('objective.deadline-missed.v1');
    expect(missed.map(({ data }) => data)).toMatchObject([
      { deadlineId: 'd1', instance: '2022-07-20', dueOn: '2022-07-30' },
    ]);
  });

  async function suspend(at: string): Promise<void> {
    const office = 'segretario-generale';
    const tenure = { person: 'u-sg', office, roles: ['segretario'], from: '2022-01-01', to: null, act: null };
    await stack.command('1.1.1', {
      type: 'objective.suspend',
      shareId: '1.1.1-anagrafe',
      reason: 'frana',
      from: '2022-07-01',
      until: '2022-07-10',
      act: { kind: 'DGC', number: '70', date: '2022-07-01' },
      staff: { day: '2022-07-01', offices: [], tenures: [tenure], delegations: [], beneficiaries: [] },
      by: { id: 'u-sg', office },
      at,
    });
  }

  it('misses a deadline once, at the midnight after its day', async () => {
    await stack.startWorker();
    await stack.define('1.1.1', ['anagrafe'], [{ id: 'd1', kind: 'fixed', on: '2022-06-30' }]);
    await stack.moveTo('2022-06-30T21:59:59.999Z');
    expect(await stack.events('objective.deadline-missed.v1')).toEqual([]);
    await stack.moveTo('2022-06-30T22:00:00.000Z');
    const missed = await stack.events('objective.deadline-missed.v1');
    expect(missed.map(({ data }) => data)).toEqual([
      { shareId: '1.1.1-anagrafe', deadlineId: 'd1', instance: '2022-06-30', dueOn: '2022-06-30' },
    ]);
    expect(missed[0]?.metadata).toMatchObject({ recordedAt: '2022-06-30T22:00:00.000Z', actor: { id: 'system' } });
    await stack.moveTo('2022-07-15T10:00:00.000Z');
    expect(await stack.events('objective.deadline-missed.v1')).toHaveLength(1);
  });

  it('reminds a day earlier where the patron saint’s day is no working day, from when it is registered', async () => {
    await stack.startWorker();
    // Thursday 30 June 2022: one working day before is the 29th, unless Saint Peter's is the body's own holiday
    await stack.define('1.1.1', ['anagrafe'], [{ id: 'd1', kind: 'fixed', on: '2022-06-30' }]);
    await stack.moveTo('2022-06-23T06:00:00.000Z');
    expect(await nextAlarmAt(stack.db, BODY, '2022-06-23T06:00:00.000Z')).toBe('2022-06-29T06:00:00.000Z');
    const at = '2022-06-24T08:00:00.000Z';
    await stack.moveTo(at);
    await stack.body({ type: 'body.set-patron-day', patronDay: '06-29', by: SYSTEM, at });
    await stack.settled(at);
    expect(await nextAlarmAt(stack.db, BODY, at)).toBe('2022-06-28T06:00:00.000Z');
    await stack.moveTo('2022-06-28T06:00:00.000Z');
    await stack.moveTo('2022-06-29T06:00:00.000Z');
    const sent = await stack.events('reminder.sent.v1');
    expect(sent.map(({ data }) => data['day'])).toEqual(['2022-06-23', '2022-06-28']);
    expect(sent[1]).toMatchObject({ data: { items: [{ step: '-1', dueOn: '2022-06-30' }] } });
  });

  it('sends an office one message a day: one event, one row of the inbox, one file', async () => {
    await stack.startWorker();
    await stack.define('1.1.1', ['anagrafe', 'tributi'], [{ id: 'd1', kind: 'fixed', on: '2022-06-30' }]);
    await stack.define('1.1.2', ['anagrafe'], [{ id: 'd1', kind: 'fixed', on: '2022-06-30' }]);
    await stack.moveTo('2022-06-23T05:59:59.999Z');
    expect(await stack.letters()).toEqual([]);
    await stack.moveTo('2022-06-23T06:00:00.000Z');

    const sent = await stack.events('reminder.sent.v1');
    expect(sent.map(({ stream }) => stream).toSorted()).toEqual([
      'reminder-demo_anagrafe_2022-06-23',
      'reminder-demo_tributi_2022-06-23',
    ]);
    const rows = await stack.db.selectFrom('read.reminder').select(['id', 'items']).orderBy('id').execute();
    expect(rows.map(({ id, items }) => [id, items.length])).toEqual([
      ['anagrafe_2022-06-23', 2],
      ['tributi_2022-06-23', 1],
    ]);
    const letters = await stack.letters();
    expect(letters.map(({ name }) => name)).toEqual(['anagrafe_2022-06-23.eml', 'tributi_2022-06-23.eml']);
    expect(letters[0]?.text).toContain('To: anagrafe@demo.invalid\r\n');
    expect(letters[0]?.text).toContain('Date: Thu, 23 Jun 2022 06:00:00 +0000\r\n');
  });

  it('tells of a step that came after the message of the day on the day after', async () => {
    await stack.startWorker();
    await stack.define('1.1.1', ['anagrafe'], [{ id: 'd1', kind: 'fixed', on: '2022-06-30' }]);
    await stack.moveTo('2022-06-23T06:00:00.000Z');
    await stack.define('1.1.2', ['anagrafe'], [{ id: 'd1', kind: 'fixed', on: '2022-06-29' }]);
    await stack.moveTo('2022-06-23T15:00:00.000Z');
    expect(await stack.events('reminder.sent.v1')).toHaveLength(1);
    await stack.moveTo('2022-06-24T06:00:00.000Z');
    const [, second] = await stack.events('reminder.sent.v1');
    expect(second).toMatchObject({
      stream: 'reminder-demo_anagrafe_2022-06-24',
      data: { items: [{ objectiveId: '2022-1.1.2', step: '-5' }] },
    });
  });

  it('does not remind of what was reported in time, nor miss it', async () => {
    await stack.startWorker();
    await stack.define('1.1.1', ['anagrafe'], [{ id: 'd1', kind: 'fixed', on: '2022-06-30' }]);
    const by = { id: 'capo', office: 'anagrafe' };
    const at = '2022-06-01T08:00:00.000Z';
    const shareId = '1.1.1-anagrafe';
    await stack.command('1.1.1', {
      type: 'objective.report-progress',
      shareId,
      progressId: 'p1',
      indicatorId: null,
      value: '100',
      note: 'fatto',
      evidence: [],
      fulfils: { deadlineId: 'd1', instance: '2022-06-30' },
      occurredOn: '2022-06-01',
      by,
      at,
    });
    expect(await drive(at)).toEqual([at]);
    await stack.moveTo('2022-12-31T23:00:00.000Z');
    expect(await stack.events('objective.deadline-missed.v1')).toEqual([]);
    expect(await stack.letters()).toEqual([]);
  });

  it('drives a year from alarm to alarm, and comes out with the same events the second time', async () => {
    const year = async () => {
      await stack.startWorker();
      const weekly = {
        kind: 'recurring',
        every: 'week',
        from: '2022-06-20',
        until: '2022-12-31',
        nilReturn: true,
      } as const;
      await stack.define('1.1.1', ['anagrafe'], [{ id: 'w', ...weekly }]);
      await stack.define('1.1.2', ['tributi', 'polizia'], [{ id: 'f', kind: 'fixed', on: '2022-09-30' }]);
      await stack.define('1.1.3', ['tributi'], [{ id: 'h', kind: 'horizon', on: '2022-12-31' }]);
      const instants = await drive('2022-05-16T08:00:00.000Z');
      const missed = await stack.events('objective.deadline-missed.v1');
      const sent = await stack.events('reminder.sent.v1');
      const facts = [...missed, ...sent].map(({ stream, data, metadata }) => [stream, data, metadata['hash']]);
      return { instants, missed: missed.length, sent: sent.length, facts, letters: await stack.letters() };
    };
    const first = await year();
    await stack.close();
    stack = await openStack();
    const second = await year();

    expect(first.missed).toBe(28 + 2 + 1);
    expect(first.sent).toBe(28 + 3 + 3 + 3);
    expect(second.instants).toEqual(first.instants);
    expect(second.facts).toEqual(first.facts);
    expect(second.letters.map(({ name, text }) => [name, text])).toEqual(
      first.letters.map(({ name, text }) => [name, text]),
    );
  }, 240_000);
});
