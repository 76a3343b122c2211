import type { Logger } from '#logging';
import type { Position } from '#event-store';
import { react, type Reactions } from '#engine';
import { reactedPosition, recordReacted, type Ringing } from '#notifications';
import { latest } from '../latest.js';

export interface ReactionsLoop
  extends Pick<Reactions, 'store' | 'engine' | 'body' | 'clock' | 'signal'>, Pick<Ringing, 'db'> {
  readonly log: Logger;
}

/** The note may be dropped with the rest of the read model, while nothing happens that would renew it. */
const NOTE_AGAIN_MS = 2000;

/** Lets events have their consequences in other streams, from where it was left, and notes how far it came. */
export async function reactionsLoop({ db, log, ...parts }: ReactionsLoop): Promise<void> {
  const { body } = parts;
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
  let reached = after;
  const reach = (position: Position): void => {
    reached = position;
    progress.put(position);
  };
  const notingAgain = setInterval(() => reached !== null && progress.put(reached), NOTE_AGAIN_MS);
  await react({
    ...parts,
    signal,
    ...(after !== null && { after }),
    onProgress: reach,
    onRefused: (cause, refusal) => log.warn({ cause: cause.id, code: refusal.code }, 'a consequence was refused'),
  }).finally(() => clearInterval(notingAgain));
  await progress.written();
  if (failure !== undefined) throw failure;
}
