import { createContext, useContext } from 'react';
import type { Answer } from '../../client/ask.js';
import { draftsOf, type Drafts } from '../../client/drafts.js';

export type Me = Answer<'me'>;

export interface SessionState {
  readonly me: Me | null;
  /** False until the server has said whether somebody is signed in. */
  readonly known: boolean;
  /** Why that could not be found out. */
  readonly error: Error | null;
}

export const SessionContext = createContext<SessionState>({ me: null, known: false, error: null });

/** Who is signed in, or nobody. */
export function useSession(): SessionState {
  return useContext(SessionContext);
}

/** Who is signed in; only on screens that need it. */
export function useMe(): Me {
  const { me } = useSession();
  if (me === null) throw new Error('nobody is signed in here');
  return me;
}

/** Whether the roles of who is signed in allow an action. The server decides; this only hides what it would refuse. */
export function useMay(): (action: string) => boolean {
  const { actions } = useMe();
  return (action) => actions.includes(action);
}

/** What who is signed in has typed on this browser and not sent. */
export function useDrafts(): Drafts {
  const { user } = useMe();
  return draftsOf(user.id, localStorage, Date.now);
}
