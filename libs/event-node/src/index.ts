// The event node: EventStoreDB's gRPC protocol over a log on disk.
export { CertificateUnusable, DataFolderInUse, DataFolderUnusable, ExposureRefused, PortTaken } from './errors.js';
export type { EventNode, EventNodeOptions } from './start-event-node.js';
export { startEventNode } from './start-event-node.js';
export { copyLog, lastPositionIn } from './lmdb/copy-log.js';
