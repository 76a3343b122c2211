import type { Mistake } from '#workflow';

type Language = 'it' | 'en';

const COUNT = {
  it: (count: number) => (count === 1 ? '1 errore' : `${count} errori`),
  en: (count: number) => (count === 1 ? '1 mistake' : `${count} mistakes`),
};

/** Mistakes as a compiler tells them: `file:line:column`, then what is wrong, what to do and which law says so. */
export function mistakeLines(file: string, mistakes: readonly Mistake[], language: Language): readonly string[] {
  const told = mistakes.flatMap(({ line, column, path, code, what, remedy, law }) => [
    `${file}:${line}:${column}  ${what[language]} ${remedy[language]}`,
    `    ${[path, code, law].filter((part) => part !== null && part !== '').join('  ·  ')}`,
  ]);
  return [...told, '', `${file}: ${COUNT[language](mistakes.length)}`];
}
