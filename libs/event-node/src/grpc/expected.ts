import type { ExpectedRevision } from '../log/append.js';
import { invalidArgument } from './status.js';
import { placeIn } from './target.js';

/** The options of every call that writes name the expected revision in the same way. */
interface Options {
  hasRevision(): boolean;
  getRevision(): string;
  hasNoStream(): boolean;
  hasAny(): boolean;
  hasStreamExists(): boolean;
}

/** @throws CallFailed INVALID_ARGUMENT when it is missing, or larger than any revision */
export function expectedRevision(options: Options): ExpectedRevision {
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasStreamExists()) return 'stream-exists';
  if (options.hasAny()) return 'any';
  if (!options.hasRevision()) throw invalidArgument('The expected revision is missing.');
  const revision = placeIn(options.getRevision());
  if (revision === undefined) throw invalidArgument('The expected revision is larger than any can be.');
  return revision;
}
