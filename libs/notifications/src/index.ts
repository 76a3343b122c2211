// From a due date to a message: plan the alarms, let them ring, write what is to be said.
export { reminderAlarmId, reminderId, missedAlarmId, type Alarm } from './alarms/alarm.js';
export { ReadModelBehind } from './alarms/caught-up.js';
export { createPlanner, type Pass, type Planner, type Planning } from './alarms/planner.js';
export { openAlarmQueue, type AlarmQueue, type AlarmQueueOptions, type JobStore } from './alarms/queue.js';
export { nextAlarmAt } from './next-alarm.js';
export { PROGRESS_CHANNEL, reactedPosition, recordReacted } from './progress.js';
export { ring, type Consequences, type ReminderToSend, type Ringing } from './ring.js';
