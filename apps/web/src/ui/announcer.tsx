import { createStore, useStore } from '../client/store.js';

const said = createStore('');

/** Tells those who listen to the page what those who see it have seen happen. */
export function announce(what: string): void {
  said.set('');
  setTimeout(() => said.set(what), 50);
}

export function Announcer() {
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {useStore(said)}
    </div>
  );
}
