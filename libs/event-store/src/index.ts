// The log as the rest of the code sees it: append, read, follow, and the hash chain of a stream.
export type { ChainVerdict, Link } from './chain.js';
export { chained, hashOf, verifyStream } from './chain.js';
export { digestOf } from './digest.js';
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
export { AppendRefused, OutcomeUnknown, StoreUnavailable, WrongRevision } from './event-store.js';
export { eventStoreDb } from './eventstoredb.js';
