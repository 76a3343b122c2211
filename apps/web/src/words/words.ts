import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { language, type Language } from '../client/language.js';
import { queries } from '../client/queries.js';
import { elision } from './elision.js';
import { italian } from './it/index.js';

/** Italian comes with the page; the others when somebody chooses them. */
const everywhere: Readonly<Record<Language, () => Promise<object>>> = {
  it: async () => italian,
  en: async () => (await import('./en/index.js')).english,
};
/** Words of screens that most people seldom see. */
const office: Readonly<Record<Language, () => Promise<object>>> = {
  it: async () => (await import('./it/office/index.js')).italianOffice,
  en: async () => (await import('./en/office/index.js')).englishOffice,
};
let withOffice = false;

/** Makes the words ready in the chosen language, and follows the choice. */
export async function startWords(): Promise<void> {
  await i18next
    .use(initReactI18next)
    .use(elision)
    .init({
      lng: 'it',
      fallbackLng: 'it',
      ns: ['words'],
      defaultNS: 'words',
      resources: { it: { words: italian } },
      interpolation: { escapeValue: false },
      returnNull: false,
      postProcess: elision.name,
      showSupportNotice: false,
    });
  await speak(language.get());
  language.subscribe(() => {
    // refusals and the plan's words come from the server in the language that was asked
    void speak(language.get()).then(() => queries.invalidateQueries());
  });
}

/** To be awaited before a screen with such words is shown. */
export async function needOfficeWords(): Promise<void> {
  withOffice = true;
  await learn('it'); // what a language lacks is said in Italian
  await learn(language.get());
}

async function speak(chosen: Language): Promise<void> {
  await learn(chosen);
  await i18next.changeLanguage(chosen);
  document.documentElement.lang = chosen;
}

async function learn(chosen: Language): Promise<void> {
  if (!i18next.exists('app.name', { lng: chosen, fallbackLng: [] })) add(chosen, await everywhere[chosen]());
  if (withOffice && !i18next.exists('password.new', { lng: chosen, fallbackLng: [] })) {
    add(chosen, await office[chosen]());
  }
}

function add(chosen: Language, words: object): void {
  i18next.addResourceBundle(chosen, 'words', words, true);
}
