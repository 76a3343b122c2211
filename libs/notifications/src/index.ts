// From a due date to a message: plan the alarms, let them ring, write what is to be said.
export { endingAlarmId, missedAlarmId, reminderAlarmId, rungAlarmId, termAlarmId, type Alarm } from './alarms/alarm.js';
export { createPlanner, type Planner } from './alarms/planner.js';
export { openAlarmQueue, type AlarmQueue } from './alarms/queue.js';
export type { ApprovalToRing } from './alarms/timed-approval.js';
export { deliver } from './deliver.js';
export { finishStaged } from './finish-staged.js';
export { nextAlarmAt } from './next-alarm.js';
export { giveNotices } from './notices.js';
export { reactedPosition, recordReacted, recordRefused } from './progress.js';
export type { Letters, NoticeToSend } from './recorded.js';
export { ring, type Ringing } from './ring.js';
export { writeEml, type Message } from './channels/eml.js';
export { passwordText, type PasswordContent } from './messages/password.js';
