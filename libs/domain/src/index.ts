// The rules: commands and state in, events or a refusal out. No package, no clock, no randomness.
export type { Decider } from './decider.js';
export { Refused, type RefusalCode } from './refused.js';
export type { ActReference, Actor, Decimal, Evidence, Instant, LocalDate, Source } from './values.js';
export type { ApprovalChain, ApprovalStep } from './approval/chain.js';
export type { Deadline, DeadlineInstance } from './deadline/deadline.js';
export type {
  Area,
  Indicator,
  Mission,
  PlanDocument,
  PlannedObjective,
  PlannedShare,
  Reading,
  Target,
} from './plan/document.js';
export type { PlanCommand, PlanEvent } from './plan/messages.js';
export type {
  InstanceRef,
  Justification,
  LateReason,
  Measurement,
  ObjectiveCommand,
  ObjectiveEvent,
  ProgressReport,
} from './objective/messages.js';
export type { FundScope, PremiumClaim, PremiumCommand, PremiumEntry, PremiumEvent } from './premium/messages.js';
export { idOfStream, streamName, streamPrefix, type Category } from './streams.js';
export type { EventMetadata } from './metadata.js';
export { reminder } from './reminder/reminder.js';
export type { ReminderCommand, ReminderEvent, ReminderItem, ReminderState } from './reminder/reminder.js';
export { clock } from './clock/clock.js';
export type { ClockCommand, ClockEvent, ClockState } from './clock/clock.js';
