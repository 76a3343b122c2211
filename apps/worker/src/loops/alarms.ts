import { v5 as uuidv5 } from 'uuid';
import { SYSTEM, type CommandContext, type Engine } from '#engine';
import { ring, type Alarm, type AlarmQueue, type Ringing } from '#notifications';
import type { Logger } from '#logging';

/** Names the commands that alarms send, so that an alarm that rings twice sends the same one (RFC 9562, version 5). */
const ALARMS = 'b1a7e8a2-5b0f-5d0e-9f0c-6f5d3a1f2c47';

export interface AlarmsLoop {
  readonly queue: AlarmQueue;
  readonly engine: Engine;
  readonly ringing: Omit<Ringing, 'markMissed' | 'sendReminder'>;
  /** How many may ring at the same time. */
  readonly atOnce: number;
  /** Told when an alarm is over. */
  readonly onOver: (alarmId: string) => void;
  readonly log: Logger;
}

/** Answers alarms with commands. BullMQ runs the loop itself and gets over lost connections. */
export async function answerAlarms({ queue, engine, ringing, atOnce, onOver, log }: AlarmsLoop): Promise<void> {
  const answer: Ringing = {
    ...ringing,
    markMissed: (objectiveId, alarm, at) =>
      engine.execute('objective', objectiveId, { type: 'objective.mark-missed-deadlines', by: SYSTEM, at }, of(alarm)),
    sendReminder: ({ id, office, day, items }, alarm, at) =>
      engine.execute('reminder', id, { type: 'reminder.send', office, day, items, by: SYSTEM, at }, of(alarm)),
  };
  await queue.answer(
    async (alarm) => {
      const outcome = await ring(alarm, answer);
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
