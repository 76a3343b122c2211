import { onThePage } from './on-the-page.js';

it.each([
  ['Chi lo sa lo conferma (`knowingly`).', 'Chi lo sa lo conferma.'],
  ['Tocca al vicesegretario (l’ufficio che ne ha la funzione, `segretario-substitute`).', 'Tocca al vicesegretario.'],
  ['Per sempre (art. 6-bis L. 241/1990).', 'Per sempre (art. 6-bis L. 241/1990).'],
])('given «%s», then the page says «%s»', (sentence, said) => {
  expect(onThePage(sentence)).toBe(said);
});
