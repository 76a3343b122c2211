import { createStore } from './store.js';

const KEPT = 'traguardo.acting';

/** The office as which this tab acts, where it is not the person's usual one; gone with the tab. */
export const acting = createStore<string | null>(sessionStorage.getItem(KEPT));

export function actAs(office: string | null): void {
  if (office === null) sessionStorage.removeItem(KEPT);
  else sessionStorage.setItem(KEPT, office);
  acting.set(office);
}
