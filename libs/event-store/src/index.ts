// The log as the rest of the code sees it: append, read, follow.
export type {
  Appended,
  EventStore,
  ExpectedRevision,
  Followed,
  FollowOptions,
  Json,
  JsonObject,
  NewEvent,
  Position,
  ReadAllOptions,
  ReadOptions,
  RecordedEvent,
  Revision,
} from './event-store.js';
export { OutcomeUnknown, StoreUnavailable, WrongRevision } from './event-store.js';
