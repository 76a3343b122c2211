import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Position } from '#event-store';
import { react, type Reactions } from '#engine';
import { reactedPosition, recordReacted } from '#notifications';
import type { ReadTables } from '#postgres';
import { latest } from '../latest.js';

export interface ReactionsLoop extends Pick<Reactions, 'store' | 'engine' | 'body' | 'clock' | 'signal'> {
  readonly db: Kysely<ReadTables>;
  readonly log: Logger;
}

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
  await react({
    ...parts,
    signal,
    ...(after !== null && { after }),
    onProgress: progress.put,
    onRefused: (cause, refusal) => log.warn({ cause: cause.id, code: refusal.code }, 'a consequence was refused'),
  });
  await progress.written();
  if (failure !== undefined) throw failure;
}
