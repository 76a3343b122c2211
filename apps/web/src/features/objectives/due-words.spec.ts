import { createInstance, type TFunction } from 'i18next';
import { italian } from '../../words/it/index.js';
import { dueText } from './due-words.js';

it.each([
  ['fixed', 'Relazione alla Giunta', 'Relazione alla Giunta'],
  ['horizon', '', 'Termine del piano'],
  ['fixed', '', 'Scadenza'],
])('given a deadline of the kind %s with the words «%s», then it is called «%s»', async (kind, text, called) => {
  const words = createInstance();
  await words.init({
    lng: 'it',
    defaultNS: 'words',
    resources: { it: { words: italian } },
    showSupportNotice: false,
  });
  expect(dueText({ kind, text }, words.t as TFunction<'words'>)).toBe(called);
});
