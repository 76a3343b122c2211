import type { RouteName, WouldHappen } from '#contract';
import { useMutation } from '@tanstack/react-query';
import type { z } from 'zod';
import { ask, type Request, type Sending } from './ask.js';

export type PlannedEvent = z.output<typeof WouldHappen>['events'][number];

export interface Rehearsal<Name extends RouteName> {
  readonly ask: (request: Request<Name>, sending?: Pick<Sending, 'occurredOn'>) => Promise<void>;
  /** What would happen; null until that is known, and once it was forgotten. */
  readonly events: readonly PlannedEvent[] | null;
  readonly pending: boolean;
  /** Why it would be refused. */
  readonly error: Error | null;
  readonly forget: () => void;
}

/** What a command would do if it were sent now; nothing is written. */
export function useRehearsal<Name extends RouteName>(name: Name): Rehearsal<Name> {
  const mutation = useMutation({
    mutationFn: async ({ request, sending }: { request: Request<Name>; sending: Pick<Sending, 'occurredOn'> }) =>
      // whatever a command answers otherwise, asked like this it tells its events
      (await ask(name, request, { ...sending, dryRun: true })) as unknown as z.output<typeof WouldHappen>,
  });
  return {
    ask: async (request, sending = {}) => {
      await mutation.mutateAsync({ request, sending }).catch(() => undefined); // told by `error`
    },
    events: mutation.data?.events ?? null,
    pending: mutation.isPending,
    error: mutation.error,
    forget: mutation.reset,
  };
}
