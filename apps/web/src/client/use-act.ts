import type { RouteName } from '#contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { ask, type Answer, type Request, type Sending } from './ask.js';
import { newKey } from './key.js';
import { untilAnswered } from './persist.js';

type With = Pick<Sending, 'ifMatch' | 'occurredOn'>;

export interface Act<Name extends RouteName> {
  /** Sends; a second call while one is under way does nothing. */
  readonly send: (request: Request<Name>, sending?: With) => Promise<Answer<Name> | null>;
  /** The same for what answers nothing. @returns whether it was done */
  readonly sendDone: (request: Request<Name>) => Promise<boolean>;
  readonly pending: boolean;
  readonly error: Error | null;
  /** Stops waiting for a server that does not answer. */
  readonly stop: () => void;
  readonly reset: () => void;
}

interface Doing<Name extends RouteName> {
  /** When it was answered: with null where a route answers nothing; and what had been asked. */
  readonly onDone?: (answer: Answer<Name>, request: Request<Name>) => void;
  /** When the answer was no, or the person stopped waiting. */
  readonly onRefused?: (failure: Error) => void;
  /** How long an answer may take. */
  readonly withinMs?: number;
}

/**
 * One act of the person. The key stays the same for as long as the same thing is asked, so that a repetition after a
 * failure does nothing twice; when done, everything shown is read again.
 */
export function useAct<Name extends RouteName>(
  name: Name,
  { onDone, onRefused, withinMs }: Doing<Name> = {},
): Act<Name> {
  const queries = useQueryClient();
  const last = useRef<{ readonly asked: string; readonly key: string } | null>(null);
  const waiting = useRef<AbortController | null>(null);
  const timed = withinMs === undefined ? {} : { withinMs };
  const mutation = useMutation({
    mutationFn: async ({ request, sending }: { request: Request<Name>; sending: With }) => {
      const asked = JSON.stringify([request, sending.occurredOn]);
      if (last.current?.asked !== asked) last.current = { asked, key: newKey() };
      const { key } = last.current;
      const controller = new AbortController();
      waiting.current = controller;
      return untilAnswered(
        () => ask(name, request, { ...sending, ...timed, key, signal: controller.signal }),
        controller.signal,
      );
    },
    onSuccess: (answer, { request }) => {
      last.current = null;
      onDone?.(answer, request);
      void queries.invalidateQueries();
    },
    onError: (failure) => onRefused?.(failure),
  });
  const attempt: (...asked: Parameters<Act<Name>['send']>) => Promise<{ answer: Answer<Name> } | null> = async (
    request,
    sending = {},
  ) => {
    if (mutation.isPending) return null;
    try {
      return { answer: await mutation.mutateAsync({ request, sending }) };
    } catch {
      return null; // told by `error`
    }
  };
  return {
    send: async (request, sending) => (await attempt(request, sending))?.answer ?? null,
    sendDone: async (request) => (await attempt(request)) !== null,
    pending: mutation.isPending,
    error: mutation.error?.name === 'AbortError' ? null : mutation.error,
    stop: () => waiting.current?.abort(),
    reset: mutation.reset,
  };
}
