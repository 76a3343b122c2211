import type { ProposedEvent } from '../log/record.js';
import { accessDeniedAnswer, malformedAnswer, tooLargeAnswer } from './batch-answer.js';
import type { Target } from './batch-answer.js';
import type { Chunk, ChunkOptions, Deadline } from './batch-chunk.js';
import { countedSize } from './proposed.js';
import { isWritable, NO_NAME } from './target.js';

/** An append whose last chunk has not come yet. */
export interface Arriving extends Target {
  readonly deadlineMs: number;
  readonly events: ProposedEvent[];
  size: number;
}

/** @returns the append that begins with this chunk, or the answer that refuses it */
export function begin(
  correlationId: Buffer,
  { stream, expected, deadline }: ChunkOptions,
  nowMs: number,
): Arriving | Buffer {
  const target = { correlationId, stream: stream ?? '', expected: expected ?? 'any' };
  if (stream === undefined) return malformedAnswer(target, NO_NAME);
  if (expected === undefined) return malformedAnswer(target, 'The expected revision is missing, or too large.');
  if (!isWritable(stream)) return accessDeniedAnswer(target);
  return { correlationId, stream, expected, deadlineMs: deadlineMsOf(deadline, nowMs), events: [], size: 0 };
}

/** @returns the answer that refuses the append, when it cannot be taken any more */
export function add(append: Arriving, { events }: Chunk, maxAppendSize: number): Buffer | undefined {
  for (const event of events) {
    if (typeof event === 'string') return malformedAnswer(append, `An event is malformed: ${event}.`);
    append.events.push(event);
    append.size += countedSize(event);
    if (append.size > maxAppendSize) return tooLargeAnswer(append, maxAppendSize);
  }
  return undefined;
}

function deadlineMsOf(deadline: Deadline | undefined, nowMs: number): number {
  if (!deadline) return Infinity;
  return 'atMs' in deadline ? deadline.atMs : nowMs + deadline.inMs;
}
