import { firstLanguage, type Language } from './first-language.js';
import { createStore } from './store.js';

export type { Language } from './first-language.js';

const KEPT = 'traguardo.language';

/** As somebody chose on this browser, else as the browser asks. */
export const language = createStore<Language>(firstLanguage(localStorage.getItem(KEPT), navigator.languages));

export function chooseLanguage(chosen: Language): void {
  localStorage.setItem(KEPT, chosen);
  language.set(chosen);
}
