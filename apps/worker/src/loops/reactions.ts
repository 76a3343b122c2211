import { v5 as uuidv5 } from 'uuid';
import { isHeld, streamName, type Instant, type Staff, type WorkflowRef } from '#domain';
import type { Logger } from '#logging';
import type { Position, RecordedEvent } from '#event-store';
import { react, SYSTEM, type Reactions } from '#engine';
import {
  giveNotices,
  reactedPosition,
  recordReacted,
  recordRefused,
  type Letters,
  type NoticeToSend,
} from '#notifications';
import { latest } from '../latest.js';

export interface ReactionsLoop
  extends Pick<Reactions, 'store' | 'engine' | 'body' | 'clock' | 'signal'>, Omit<Letters, 'body' | 'store'> {
  /** Who holds what on the day of an instant. */
  readonly staffAt: (at: Instant, workflow: WorkflowRef | null) => Promise<Staff>;
  readonly log: Logger;
}

/** The note may be dropped with the rest of the read model, while nothing happens that would renew it. */
const NOTE_AGAIN_MS = 2000;

/** Lets events have their consequences in other streams, from where it was left, and notes how far it came. */
export async function reactionsLoop({ log, staffAt, ...parts }: ReactionsLoop): Promise<void> {
  const { db, body, engine } = parts;
  const after = await reactedPosition(db, body);
  const ended = new AbortController();
  let failure: unknown;
  const progress = latest<Position>(
    (position) => recordReacted(db, body, position),
    (error) => {
      failure = error;
      ended.abort();
    },
  );
  const signal = AbortSignal.any([parts.signal, ended.signal]);
  let noted: Promise<unknown> = Promise.resolve();
  let reached = after;
  const reach = (position: Position): void => {
    reached = position;
    progress.put(position);
  };
  const notingAgain = setInterval(() => reached !== null && progress.put(reached), NOTE_AGAIN_MS);
  const give = (notice: NoticeToSend, event: RecordedEvent, at: string) => {
    const commandId = uuidv5(notice.office, event.id);
    const context = { commandId, correlationId: event.id, causationId: event.id, request: { cause: event.id } };
    const { id, office, day, about } = notice;
    return engine.execute(
      'reminder',
      id,
      { type: 'reminder.give-notice', office, day, about, by: SYSTEM, at },
      context,
    );
  };
  const officeOf = async (person: string, at: Instant) => {
    const { day, tenures } = await staffAt(at, null);
    const held = tenures.filter((tenure) => tenure.person === person && isHeld(tenure, day));
    return held.map(({ office }) => office).toSorted()[0] ?? null;
  };
  const giving = { ...parts, give, officeOf };
  await react({
    ...parts,
    onReacted: (event) => giveNotices(event, giving),
    signal,
    ...(after !== null && { after }),
    onProgress: reach,
    onRefused: ({ cause, kind, id, code }) => {
      const stream = streamName(kind, body, id);
      log.warn({ cause: cause.id, stream, code }, 'a consequence was refused');
      // where the note is lost the log of the worker has it
      noted = noted
        .then(() => recordRefused(db, body, { cause, stream, code }))
        .catch((error: unknown) => log.warn({ error }, 'a refused consequence could not be noted'));
    },
  }).finally(() => clearInterval(notingAgain));
  await noted;
  await progress.written();
  if (failure !== undefined) throw failure;
}
