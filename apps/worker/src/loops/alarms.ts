import { v5 as uuidv5 } from 'uuid';
import { approvedKinds, evaluatedOfRun, SYSTEM, type CommandContext, type Engine } from '#engine';
import { Refused, type Instant, type Staff, type WorkflowRef } from '#domain';
import { ring, type Alarm, type AlarmQueue, type Ringing } from '#notifications';
import type { Logger } from '#logging';

/** Names the commands that alarms send, so that an alarm that rings twice sends the same one (RFC 9562, version 5). */
const ALARMS = 'b1a7e8a2-5b0f-5d0e-9f0c-6f5d3a1f2c47';

/** Alarms that are answered once their command was sent: the table hears of it later. */
const COMMANDING: readonly Alarm['kind'][] = ['rung', 'term', 'ending'];

export interface AlarmsLoop {
  readonly queue: AlarmQueue;
  readonly engine: Engine;
  readonly ringing: Omit<Ringing, 'markMissed' | 'timeOut' | 'endTerm' | 'remindTerm' | 'sendReminder'>;
  /** Who holds what on the day of an instant, by the offices of the workflow that is followed. */
  readonly staffAt: (at: Instant, workflow: WorkflowRef | null) => Promise<Staff>;
  /** How many may ring at the same time. */
  readonly atOnce: number;
  /** Told when an alarm is over. */
  readonly onOver: (alarmId: string) => void;
  /** Told when one was answered by what it asks for. */
  readonly onAnswered: (alarmId: string) => void;
  readonly log: Logger;
}

/** Answers alarms with commands. BullMQ runs the loop itself and gets over lost connections. */
export async function answerAlarms(loop: AlarmsLoop): Promise<void> {
  const { queue, engine, ringing, staffAt, atOnce, onOver, onAnswered, log } = loop;
  const answer: Ringing = {
    ...ringing,
    markMissed: (objectiveId, alarm, at) =>
      engine.execute('objective', objectiveId, { type: 'objective.mark-missed-deadlines', by: SYSTEM, at }, of(alarm)),
    timeOut: async ({ kind, streamId, workflow, ...ref }, calendar, alarm, at) => {
      const owner = approvedKinds.find((known) => known === kind);
      if (owner === undefined) return;
      const staff = await staffAt(at, workflow);
      const deed = { do: 'time-out', calendar } as const;
      try {
        // silence agrees to a run no less than a vote does
        const standing = owner === 'premium' ? await evaluatedOfRun(engine, streamId, staff) : null;
        const given = { staff, ...(standing !== null && { standing }), by: SYSTEM, at };
        const command = { type: 'approval.act', ...ref, deed, ...given } as const;
        await engine.execute(owner, streamId, command, of(alarm));
      } catch (error) {
        // what the rules refuse today they refuse tomorrow: a person must act
        if (!(error instanceof Refused)) throw error;
        log.warn({ alarm: alarm.id, code: error.code }, 'a time-out was refused');
      }
    },
    endTerm: (evaluationId, alarm, at) =>
      engine.execute('evaluation', evaluationId, { type: 'evaluation.end-term', by: SYSTEM, at }, of(alarm)),
    remindTerm: (evaluationId, alarm, at) =>
      engine.execute('evaluation', evaluationId, { type: 'evaluation.remind-term', by: SYSTEM, at }, of(alarm)),
    sendReminder: ({ id, ...reminder }, alarm, at) =>
      engine.execute('reminder', id, { type: 'reminder.send', ...reminder, by: SYSTEM, at }, of(alarm)),
  };
  await queue.answer(
    async (alarm) => {
      const outcome = await ring(alarm, answer);
      if (COMMANDING.includes(alarm.kind) && outcome === 'done') onAnswered(alarm.id);
      log.debug({ alarm: alarm.id, outcome }, 'rang');
    },
    atOnce,
    onOver,
  );
}

/** The alarm itself is what is asked for: what it finds in the tables may differ from one ring to the next. */
function of(alarm: Alarm): CommandContext {
  const commandId = uuidv5(alarm.id, ALARMS);
  return { commandId, correlationId: commandId, causationId: commandId, request: { alarm: alarm.id } };
}
