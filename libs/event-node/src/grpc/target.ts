import type { StreamIdentifier } from '@eventstore/db-client/generated/shared_pb.js';
import { isUtf8 } from 'node:buffer';
import { LARGEST_REVISION, revisionOf } from '../log/revision.js';
import { WHOLE_LOG } from '../log/whole-log.js';
import { accessDenied } from '../access/access.js';
import { invalidArgument } from './status.js';

/** What a client means by "no limit" or "the end". */
export const LARGEST_U64 = 2n ** 64n - 1n;

/** In bytes; every event carries the name of its stream. */
export const LONGEST_NAME = 64 * 1024;

export const NO_NAME = 'The name of the stream is missing, longer than 64 KiB, or no text in UTF-8.';

/** The name of a stream; undefined when it is none. */
export function nameOf(identifier: StreamIdentifier | undefined): string | undefined {
  const bytes = identifier?.getStreamName_asU8() ?? new Uint8Array();
  return nameFrom(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
}

/** The same from bytes that came another way. */
export function nameFrom(bytes: Buffer): string | undefined {
  if (bytes.length > LONGEST_NAME || !isUtf8(bytes)) return undefined;
  const name = bytes.toString();
  return name === '' || name === '$$' ? undefined : name;
}

/** @throws CallFailed INVALID_ARGUMENT */
export function requireName(identifier: StreamIdentifier | undefined): string {
  const name = nameOf(identifier);
  if (name === undefined) throw invalidArgument(NO_NAME);
  return name;
}

/** Whether events may be written to a stream of this name by anybody at all. */
export function isWritable(stream: string): boolean {
  return stream !== WHOLE_LOG;
}

/** @throws CallFailed PERMISSION_DENIED */
export function requireDeletable(stream: string): void {
  if (!isWritable(stream) || stream.startsWith('$$')) throw accessDenied();
}

/** Revisions and positions of 64 bits without a sign; undefined for those that no log can have. */
export function placeIn(text: string): number | undefined {
  return BigInt(text) > LARGEST_REVISION ? undefined : revisionOf(text);
}
