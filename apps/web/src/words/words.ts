import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { language, type Language } from '../client/language.js';
import { queries } from '../client/queries.js';
import { italian } from './it/index.js';

/** Italian comes with the page; the others when somebody chooses them. */
const others: Readonly<Record<Exclude<Language, 'it'>, () => Promise<unknown>>> = {
  en: async () => (await import('./en/index.js')).english,
};

/** Makes the words ready in the chosen language, and follows the choice. */
export async function startWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'it',
    fallbackLng: 'it',
    ns: ['words'],
    defaultNS: 'words',
    resources: { it: { words: italian } },
    interpolation: { escapeValue: false },
    returnNull: false,
    showSupportNotice: false,
  });
  await speak(language.get());
  language.subscribe(() => {
    // refusals and the plan's words come from the server in the language that was asked
    void speak(language.get()).then(() => queries.invalidateQueries());
  });
}

async function speak(chosen: Language): Promise<void> {
  if (chosen !== 'it' && !i18next.hasResourceBundle(chosen, 'words')) {
    i18next.addResourceBundle(chosen, 'words', await others[chosen]());
  }
  await i18next.changeLanguage(chosen);
  document.documentElement.lang = chosen;
}
