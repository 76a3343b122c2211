import { createStore } from './store.js';

const KEPT = 'traguardo.acting';

/** The office as which this tab acts, once one was chosen; gone with the tab. Null: the person's usual one, which the server knows. */
export const acting = createStore<string | null>(sessionStorage.getItem(KEPT));

export function actAs(office: string | null): void {
  if (office === null) sessionStorage.removeItem(KEPT);
  else sessionStorage.setItem(KEPT, office);
  acting.set(office);
}
