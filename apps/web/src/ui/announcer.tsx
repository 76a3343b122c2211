import { useEffect } from 'react';
import { createStore, useStore } from '../client/store.js';
import { Icon } from './icon.js';

const SHOWN_MS = 6000;

const said = createStore('');

/** Says what has been done, to those who see the page and to those who listen to it. */
export function announce(what: string): void {
  said.set('');
  setTimeout(() => said.set(what), 50);
}

export function Announcer() {
  const what = useStore(said);
  useEffect(() => {
    if (what === '') return;
    const timer = setTimeout(() => said.set(''), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [what]);
  return (
    <div className="announcer" role="status" aria-live="polite">
      {what !== '' && (
        <p>
          <Icon name="it-check-circle" /> {what}
        </p>
      )}
    </div>
  );
}
