// The event node: EventStoreDB's gRPC protocol over a log on disk.
export { LARGEST_APPEND, nodeEnvironment, parseWhole, type NodeSettings } from './environment.js';
export {
  AddressUnusable,
  CertificateUnusable,
  DataFolderInUse,
  DataFolderUnusable,
  ExposureRefused,
  LogBackupFailure,
  LogMissing,
  OptionInvalid,
  PortTaken,
} from './errors.js';
export { nodeOptions } from './node-options.js';
export type { EventNodeOptions } from './event-node-options.js';
export type { EventNode } from './start-event-node.js';
export { startEventNode } from './start-event-node.js';
export { copyLog, lastPositionIn } from './lmdb/copy-log.js';
export { backUpLog, restoreLog } from './backup/back-up-log.js';
export type { LogBackup } from './backup/manifest.js';
