import { createStore } from './store.js';

export type Language = 'it' | 'en';

const KEPT = 'traguardo.language';

/** Italian unless somebody chose otherwise on this browser. */
export const language = createStore<Language>(localStorage.getItem(KEPT) === 'en' ? 'en' : 'it');

export function chooseLanguage(chosen: Language): void {
  localStorage.setItem(KEPT, chosen);
  language.set(chosen);
}
