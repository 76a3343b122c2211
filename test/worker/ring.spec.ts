import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v5 as uuidv5 } from 'uuid';
import { evaluations } from '#domain/testing';
import {
  finishStaged,
  reminderAlarmId,
  ring,
  rungAlarmId,
  endingAlarmId,
  termAlarmId,
  type Alarm,
  type Ringing,
} from '#notifications';
import { ensureReadSchema, startProjections, type Projections } from '#read-model';
import { SYSTEM } from '#engine';
import { BODY, openStack, type Stack } from './stack.js';

const NOW = '2022-06-23T06:00:00.000Z';
const ALARM: Alarm = {
  id: reminderAlarmId('anagrafe', '2022-06-23'),
  kind: 'reminder',
  office: 'anagrafe',
  day: '2022-06-23',
  ringsAt: NOW,
};
const COMMAND_ID = '4a4f1f0e-6f4a-5f6e-8f52-0d1b7a3c9e10';
const CONTEXT = {
  commandId: COMMAND_ID,
  correlationId: COMMAND_ID,
  causationId: COMMAND_ID,
  request: { alarm: ALARM.id },
};

let stack: Stack;
let projections: Projections;
let ringing: Ringing;
beforeEach(async () => {
  stack = await openStack();
  const { db, store, engine, mail } = stack;
  await ensureReadSchema(db);
  projections = startProjections({ store, db, body: BODY });
  ringing = {
    db,
    store,
    body: BODY,
    clock: { now: () => NOW },
    mail,
    mailDomain: 'demo.invalid',
    url: 'http://localhost:3000',
    markMissed: async () => undefined,
    timeOut: async () => undefined,
    endTerm: async () => undefined,
    remindTerm: async () => undefined,
    sendReminder: ({ id, office, day, items }, _, at) =>
      engine.execute('reminder', id, { type: 'reminder.send', office, day, items, by: SYSTEM, at }, CONTEXT),
  };
  await stack.define('1.1.1', ['anagrafe'], [{ id: 'd1', kind: 'fixed', on: '2022-06-30' }]);
});
afterEach(async () => {
  await projections.stop();
  await stack.close();
});

const killed = new Error('killed');
const killedBefore = (): Ringing => ({ ...ringing, sendReminder: () => Promise.reject(killed) });
const killedAfter = (): Ringing => ({
  ...ringing,
  sendReminder: async (...said) => {
    await ringing.sendReminder(...said);
    throw killed;
  },
});

describe('a message to an office', () => {
  it('leaves once when the process was killed before it was recorded', async () => {
    await expect(ring(ALARM, killedBefore())).rejects.toBe(killed);
    expect(await stack.letters()).toEqual([]);
    expect(await stack.events('reminder.sent.v1')).toEqual([]);

    expect(await ring(ALARM, ringing)).toBe('done');
    expect(await stack.events('reminder.sent.v1')).toHaveLength(1);
    const after = await stack.letters();
    expect(after).toHaveLength(1);
    expect(await ring(ALARM, ringing)).toBe('overtaken');
    expect(await stack.letters()).toEqual(after);
    expect(await readdir(stack.mail)).toEqual(['anagrafe_2022-06-23.eml']);
  });

  it('never left when the process was killed before it was recorded and nothing is left to say', async () => {
    await expect(ring(ALARM, killedBefore())).rejects.toBe(killed);
    await finishStaged(ringing);
    expect(await readdir(stack.mail)).toEqual([]);
  });

  it.each([
    ['the next ring', () => ring(ALARM, ringing)],
    ['the next start, though every job was lost', () => finishStaged(ringing)],
  ])('leaves with %s when the process was killed after it was recorded', async (_when, next) => {
    await expect(ring(ALARM, killedAfter())).rejects.toBe(killed);
    expect(await stack.letters()).toEqual([]);
    await next();
    expect(await readdir(stack.mail)).toEqual(['anagrafe_2022-06-23.eml']);
    const [letter] = await stack.letters();
    expect(letter?.text).toContain('2022-1.1.1');
  });

  it('says what was recorded when two rang at once and saw different tables', async () => {
    const slow: Ringing = {
      ...ringing,
      sendReminder: async (reminder, alarm, at) => {
        await stack.define('1.1.2', ['anagrafe'], [{ id: 'd1', kind: 'fixed', on: '2022-06-30' }]);
        await expect(ring(ALARM, killedBefore())).rejects.toBe(killed);
        return ringing.sendReminder(reminder, alarm, at);
      },
    };
    await ring(ALARM, slow);
    const [event] = await stack.events('reminder.sent.v1');
    expect(event?.data).toMatchObject({ items: [{ objectiveId: '2022-1.1.1' }] });
    const [letter] = await stack.letters();
    expect(letter?.text).toContain('2022-1.1.1');
    expect(letter?.text).not.toContain('2022-1.1.2');
  });

  it('is put right when its file says something else than what was recorded', async () => {
    await ring(ALARM, ringing);
    const [letter] = await stack.letters();
    await mkdir(stack.mail, { recursive: true });
    await writeFile(join(stack.mail, 'anagrafe_2022-06-23.eml'), 'half a');
    await ring(ALARM, ringing);
    expect((await stack.letters()).map(({ text }) => text)).toEqual([letter?.text]);
  });

  it('is not sent on another day than its own', async () => {
    expect(await ring(ALARM, { ...ringing, clock: { now: () => '2022-06-24T06:00:00.000Z' } })).toBe('overtaken');
    expect(await stack.letters()).toEqual([]);
  });
});

describe('a time-out of a step', () => {
  const DAY_BEGINS = '2022-06-22T22:00:00.000Z';
  const alarm: Alarm = {
    id: rungAlarmId('objective~2022-1.1.1~rendicontazione~1.1.1-anagrafe', '2022-06-20T08:00:00.000Z', 0),
    kind: 'rung',
    approvalId: 'objective~2022-1.1.1~rendicontazione~1.1.1-anagrafe',
    ringsAt: DAY_BEGINS,
  };
  const staff = { day: '2022-06-23', offices: [], tenures: [], delegations: [], beneficiaries: [] };
  const timeOut: Ringing['timeOut'] = ({ streamId, subject, shareId }, calendar, { id }, at) => {
    const commandId = uuidv5(id, COMMAND_ID);
    const deed = { do: 'time-out', calendar } as const;
    return stack.engine.execute(
      'objective',
      streamId,
      { type: 'approval.act', subject, shareId, deed, staff, by: SYSTEM, at },
      { ...CONTEXT, commandId, request: { alarm: id } },
    );
  };
  const at = (now: string, what = timeOut): Ringing => ({ ...ringing, clock: { now: () => now }, timeOut: what });
  const reminded = () => stack.events('objective.approval-reminded.v1');

  beforeEach(() => stack.report('1.1.1', 'anagrafe', [{ after: 0, do: 'remind' }], '2022-06-20T08:00:00.000Z'));

  it('is not carried out before its day, nor twice', async () => {
    expect(await ring(alarm, at('2022-06-22T21:59:59.000Z'))).toBe('overtaken');
    expect(await ring(alarm, at(DAY_BEGINS))).toBe('done');
    expect(await ring(alarm, at(DAY_BEGINS))).toBe('overtaken');
    expect(await reminded()).toHaveLength(1);
  });

  it('is carried out once when the process was killed before the command, and when it was after it', async () => {
    await expect(
      ring(
        alarm,
        at(DAY_BEGINS, () => Promise.reject(killed)),
      ),
    ).rejects.toBe(killed);
    expect(await reminded()).toEqual([]);
    const killedLate: Ringing['timeOut'] = async (...told) => {
      await timeOut(...told);
      throw killed;
    };
    await expect(ring(alarm, at(DAY_BEGINS, killedLate))).rejects.toBe(killed);
    // the table may not have heard of it yet, nor does the ring after it need to
    await timeOut(
      {
        kind: 'objective',
        streamId: '2022-1.1.1',
        subject: 'rendicontazione',
        shareId: '1.1.1-anagrafe',
        workflow: null,
      },
      { patronDay: null },
      alarm,
      DAY_BEGINS,
    );
    expect(await ring(alarm, at(DAY_BEGINS))).toBe('overtaken');
    expect(await reminded()).toHaveLength(1);
  });
});

describe('the end of a term of an evaluation', () => {
  const LAST_DAY_OVER = '2023-01-30T23:00:00.000Z';
  const alarm: Alarm = {
    id: termAlarmId('2022-u-head', '2023-01-30'),
    kind: 'term',
    evaluationId: '2022-u-head',
    ringsAt: LAST_DAY_OVER,
  };
  const command = (sent: Parameters<typeof stack.engine.execute<'evaluation'>>[2], id: string) => {
    const commandId = uuidv5(id, COMMAND_ID);
    const context = { commandId, correlationId: commandId, causationId: commandId, request: { id } };
    return stack.engine.execute('evaluation', '2022-u-head', sent, context);
  };
  const endTerm: Ringing['endTerm'] = (_, { id }, at) => command({ type: 'evaluation.end-term', by: SYSTEM, at }, id);
  const at = (now: string, what = endTerm): Ringing => ({ ...ringing, clock: { now: () => now }, endTerm: what });
  const ended = () => stack.events('evaluation.term-ended.v1');

  beforeEach(async () => {
    for (const [index, sent] of evaluations.upTo.notified.entries()) await command(sent, `told ${index}`);
  });

  it('is told once, killed before the command or after it, and the evaluator’s office reads of it', async () => {
    expect(await ring(alarm, at('2023-01-30T22:59:59.000Z'))).toBe('overtaken');
    const killedEarly = at(LAST_DAY_OVER, () => Promise.reject(killed));
    await expect(ring(alarm, killedEarly)).rejects.toBe(killed);
    expect(await ended()).toEqual([]);
    const killedLate = at(LAST_DAY_OVER, async (...told) => {
      await endTerm(...told);
      throw killed;
    });
    await expect(ring(alarm, killedLate)).rejects.toBe(killed);
    // the table may not have heard of it yet, nor does the ring after it need to
    await endTerm('2022-u-head', alarm, LAST_DAY_OVER);
    expect(await ring(alarm, at(LAST_DAY_OVER))).toBe('overtaken');
    expect(await ended()).toHaveLength(1);
    const notices = await stack.db.selectFrom('read.approval_notice').select(['office', 'says', 'subject']).execute();
    expect(notices).toEqual([{ office: 'nucleo', says: 'waits', subject: 'evaluation' }]);
  });

  it('is near two working days before, and the person is reminded once', async () => {
    const MORNING = '2023-01-26T07:00:00.000Z';
    const near: Alarm = {
      id: endingAlarmId('2022-u-head', '2023-01-30'),
      kind: 'ending',
      evaluationId: '2022-u-head',
      ringsAt: MORNING,
    };
    const remindTerm: Ringing['remindTerm'] = (_, { id }, now) =>
      command({ type: 'evaluation.remind-term', by: SYSTEM, at: now }, id);
    const on = (now: string): Ringing => ({ ...ringing, clock: { now: () => now }, remindTerm });
    const reminded = () => stack.events('evaluation.term-reminded.v1');
    expect(await ring(near, on('2023-01-26T06:59:59.000Z'))).toBe('overtaken');
    expect(await ring(near, on(MORNING))).toBe('done');
    expect(await ring(near, on(MORNING))).toBe('overtaken');
    expect(await reminded()).toHaveLength(1);
  });

  it('is near for nobody who has answered', async () => {
    await command(evaluations.observe(), 'observes');
    const near = {
      id: endingAlarmId('2022-u-head', '2023-01-30'),
      kind: 'ending',
      evaluationId: '2022-u-head',
    } as const;
    const ringsAt = '2023-01-26T07:00:00.000Z';
    expect(await ring({ ...near, ringsAt }, { ...ringing, clock: { now: () => ringsAt } })).toBe('overtaken');
  });

  it('is not told of what was judged meanwhile', async () => {
    await command(evaluations.observe(), 'observes');
    await command(evaluations.judge(), 'judges');
    expect(await ring(alarm, at(LAST_DAY_OVER))).toBe('overtaken');
    expect(await ended()).toEqual([]);
  });
});
