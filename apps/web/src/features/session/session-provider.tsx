import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ask } from '../../client/ask.js';
import { Problem } from '../../client/problem.js';
import { sessionLost } from '../../client/session-lost.js';
import { useStore } from '../../client/store.js';
import { useLive } from '../live/use-live.js';
import { SessionContext } from './session.js';
import { SignInAgain } from './sign-in-again.js';

/** Finds out who is signed in; where that ends while working, asks to sign in again over the page. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const lost = useStore(sessionLost);
  const { data, error } = useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => ask('me', {}, { signal, once: true }),
    staleTime: Infinity,
  });
  const nobody = error instanceof Problem && error.status === 401;
  const me = data ?? null;
  useLive(me?.user.id ?? null);
  return (
    <SessionContext value={{ me, known: me !== null || nobody, error: nobody ? null : error }}>
      {children}
      {lost && me !== null && (
        <SignInAgain
          user={me.user.user}
          onSignedIn={(session) => {
            // somebody else: nothing of what is shown is theirs
            if (session.user.id !== me.user.id) return location.reload();
            sessionLost.set(false);
            void queries.invalidateQueries();
          }}
        />
      )}
    </SessionContext>
  );
}
