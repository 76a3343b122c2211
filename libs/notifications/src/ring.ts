import { romeDayOf, type Instant, type WorkingCalendar } from '#domain';
import { reminderId, type Alarm } from './alarms/alarm.js';
import { caughtUp, projectedPosition } from './alarms/caught-up.js';
import { readDueTable } from './alarms/due-table.js';
import { restingShares } from './alarms/resting-shares.js';
import { timedApproval, type ApprovalToRing } from './alarms/timed-approval.js';
import { endingAlarms, noticesFor, reminderItems, rungAlarms, termAlarm } from './alarms/plan.js';
import { settleEml } from './channels/eml.js';
import { deliver } from './deliver.js';
import { messageOf, recorded, type Letters, type ReminderToSend } from './recorded.js';

/** What an alarm sets going, given by whoever assembles the process. */
interface Consequences {
  /** Sends the objective the command that marks what is past due; nothing happens when nothing is. */
  markMissed(objectiveId: string, alarm: Alarm, at: Instant): Promise<unknown>;
  /** Sends what an approval belongs to the command that carries out its time-outs; nothing happens when none has come. */
  timeOut(approval: ApprovalToRing, calendar: WorkingCalendar, alarm: Alarm, at: Instant): Promise<unknown>;
  /** Sends an evaluation the command that tells the end of its term; nothing happens when none has ended. */
  endTerm(evaluationId: string, alarm: Alarm, at: Instant): Promise<unknown>;
  /** Sends an evaluation the command that reminds the person of a term; nothing happens when none waits for them. */
  remindTerm(evaluationId: string, alarm: Alarm, at: Instant): Promise<unknown>;
  /** Records the message as sent; `repeated`: one had been recorded before, which stays as it is. */
  sendReminder(reminder: ReminderToSend, alarm: Alarm, at: Instant): Promise<{ readonly repeated: boolean }>;
}

export interface Ringing extends Consequences, Letters {
  readonly clock: { now(): Instant };
}

/**
 * Answers an alarm: reads the truth again, and does what is still to be done.
 *
 * A message goes out once, although an alarm may ring twice, in two processes, or in one that is killed half-way:
 *
 * 1. What is recorded is not said again. The event `reminder.sent` is the only thing that counts; a day's message to
 *    an office has one stream, and its event is appended to no stream but a new one. Steps told by an earlier day's
 *    message are in the read model, which is waited for until it has caught up with the log.
 * 2. Before the event the message is staged, on the disk and not yet sent; the event releases it. A kill in between is
 *    made good by the next ring or the next start (`finishStaged`): what is recorded leaves, what is not never did.
 * 3. After the event the file is made to say what the event says. It differs only where two rang at once and saw
 *    different tables: the one whose event was taken has the last word. A file that is right is not touched.
 *
 * @returns what was done; `overtaken`: there was nothing left to do
 * @throws ReadModelBehind when the tables do not catch up within seconds; ring again later
 */
export async function ring(alarm: Alarm, ringing: Ringing): Promise<'done' | 'overtaken'> {
  switch (alarm.kind) {
    case 'missed':
      return ringMissed(alarm, ringing);
    case 'reminder':
      return ringReminder(alarm, ringing);
    case 'rung':
      return ringRung(alarm, ringing);
    case 'term':
      return ringTerm(alarm, ringing);
    case 'ending':
      return ringEnding(alarm, ringing);
  }
}

/** The command goes by what the log says; the tables only tell that its day has come for this very opening of the step. */
async function ringRung(alarm: Alarm & { kind: 'rung' }, ringing: Ringing): Promise<'done' | 'overtaken'> {
  const { db, store, body, clock } = ringing;
  const { approvalId } = alarm;
  await caughtUp(db, store, body, await projectedPosition(db));
  const now = clock.now();
  const { patronDay, timed } = await timedApproval(db, body, approvalId);
  if (timed === null) return 'overtaken';
  const due = rungAlarms({ timed: [timed], patronDay }).some(({ id, ringsAt }) => id === alarm.id && ringsAt <= now);
  if (!due) return 'overtaken';
  await ringing.timeOut(timed.of, { patronDay }, alarm, now);
  return 'done';
}

/** As of a step's time-out: the log decides, the tables only tell that it is still this very term. */
async function ringTerm(alarm: Alarm & { kind: 'term' }, ringing: Ringing): Promise<'done' | 'overtaken'> {
  const { db, store, body, clock } = ringing;
  const { evaluationId } = alarm;
  await caughtUp(db, store, body, await projectedPosition(db));
  const now = clock.now();
  const row = await db
    .selectFrom('read.evaluation')
    .select('term_until as until')
    .where('evaluation_id', '=', evaluationId)
    .executeTakeFirst();
  const until = row?.until ?? null;
  if (until === null) return 'overtaken';
  const standing = termAlarm({ evaluationId, until });
  if (standing.id !== alarm.id || standing.ringsAt > now) return 'overtaken';
  await ringing.endTerm(evaluationId, alarm, now);
  return 'done';
}

/** As `ringTerm`, while the term still runs. */
async function ringEnding(alarm: Alarm & { kind: 'ending' }, ringing: Ringing): Promise<'done' | 'overtaken'> {
  const { db, store, body, clock } = ringing;
  const { evaluationId } = alarm;
  await caughtUp(db, store, body, await projectedPosition(db));
  const now = clock.now();
  const { patronDay, unused } = await readDueTable(db, body, now);
  const ofThis = unused.filter((one) => one.evaluationId === evaluationId);
  const due = endingAlarms({ unused: ofThis, patronDay }).some(({ id, ringsAt }) => id === alarm.id && ringsAt <= now);
  if (!due) return 'overtaken';
  await ringing.remindTerm(evaluationId, alarm, now);
  return 'done';
}

async function ringMissed(alarm: Alarm & { kind: 'missed' }, ringing: Ringing): Promise<'done' | 'overtaken'> {
  const now = ringing.clock.now();
  const past = await ringing.db
    .selectFrom('read.due')
    .select('deadline_id')
    .where('objective_id', '=', alarm.objectiveId)
    .where('status', '=', 'open')
    .where('missed_at', '<=', now)
    .limit(1)
    .executeTakeFirst();
  const rested = (await restingShares(ringing.db, alarm.objectiveId)).some(({ until }) => until < romeDayOf(now));
  if (past === undefined && !rested) return 'overtaken';
  await ringing.markMissed(alarm.objectiveId, alarm, now);
  return 'done';
}

async function ringReminder(alarm: Alarm & { kind: 'reminder' }, ringing: Ringing): Promise<'done' | 'overtaken'> {
  const { db, store, body, clock, mail } = ringing;
  const { office, day } = alarm;
  const id = reminderId(office, day);
  const before = await recorded(id, ringing);
  if (before !== null) {
    await settleEml(mail, id, await messageOf(before, ringing));
    return 'overtaken';
  }
  const now = clock.now();
  if (romeDayOf(now) !== day) return 'overtaken'; // its steps are in the message of a later day
  await caughtUp(db, store, body, await projectedPosition(db));
  const table = await readDueTable(db, body, now, { office });
  const items = reminderItems(table, office, now);
  const approvals = noticesFor(table, office, day);
  if (items.length + approvals.length === 0) return 'overtaken';

  const reminder = { id, office, day, items, ...(approvals.length > 0 && { approvals }) };
  await deliver(reminder, now, ringing, () => ringing.sendReminder(reminder, alarm, now));
  return 'done';
}
