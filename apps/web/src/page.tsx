import { useEffect, useState } from 'react';
import { ask, type Answer } from './api.js';
import { Clock } from './clock/clock.js';
import { Dashboard } from './dashboard/dashboard.js';
import { Inbox } from './inbox/inbox.js';
import { Objective } from './objective/objective.js';
import { PlanTable } from './plan-table/plan-table.js';
import { SignIn } from './session/sign-in.js';

const KEPT = 'traguardo.token';

const views = { cruscotto: 'Cruscotto', 'da-fare': 'Da fare', tabella: 'Tabella del piano' } as const;
type View = keyof typeof views;

/** What the address names: a view, or an objective (`#/objectives/2022-1.1.1`, as messages write it). */
function placeInAddress(): { readonly view: View } | { readonly objectiveId: string } {
  const named = decodeURIComponent(location.hash.slice(1));
  const [, objectiveId] = /^\/objectives\/([^/]+)$/.exec(named) ?? [];
  if (objectiveId !== undefined) return { objectiveId };
  return { view: named in views ? (named as View) : 'cruscotto' };
}

/** One page: sign in, then the view that the address names. */
export function Page() {
  const [token, setToken] = useState(() => sessionStorage.getItem(KEPT));
  const [me, setMe] = useState<Answer<'me'> | null>(null);
  const [place, setPlace] = useState(placeInAddress);
  const [moment, setMoment] = useState(0);

  const view = 'view' in place ? place.view : null;

  const leave = () => {
    sessionStorage.removeItem(KEPT);
    setToken(null);
    setMe(null);
  };

  useEffect(() => {
    const follow = () => setPlace(placeInAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  useEffect(() => {
    if (token !== null) ask('me', 'GET', '/api/v1/me', { token }).then(setMe, leave);
  }, [token]);

  return (
    <>
      <header>
        <a className="brand" href="#cruscotto">
          Traguardo
        </a>
        {me !== null && <Menu view={view} />}
        <span className="spacer" />
        <a href="/api/docs">API</a>
        {me !== null && token !== null && (
          <button
            type="button"
            className="plain"
            onClick={() => void ask('signOut', 'DELETE', '/api/v1/sessions/current', { token }).finally(leave)}
          >
            Esci ({me.user.user})
          </button>
        )}
      </header>
      <main>
        {token === null || me === null ? (
          <SignIn
            onSignedIn={(session) => {
              sessionStorage.setItem(KEPT, session.token ?? '');
              setToken(session.token);
            }}
          />
        ) : (
          <>
            <Clock
              token={token}
              mayAdvance={me.actions.includes('clock.advance')}
              onMoved={() => setMoment((before) => before + 1)}
            />
            {'objectiveId' in place && <Objective token={token} id={place.objectiveId} moment={moment} />}
            {view === 'cruscotto' && <Dashboard token={token} moment={moment} />}
            {view === 'da-fare' && <Inbox token={token} moment={moment} />}
            {view === 'tabella' && <PlanTable token={token} moment={moment} />}
          </>
        )}
      </main>
    </>
  );
}

function Menu({ view }: { readonly view: View | null }) {
  return (
    <nav aria-label="Pagine">
      {Object.entries(views).map(([id, name]) => (
        <a key={id} href={`#${id}`} {...(id === view && { 'aria-current': 'page' })}>
          {name}
        </a>
      ))}
    </nav>
  );
}
