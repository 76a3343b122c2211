import type { Mistake, Warning } from '#workflow';

type Language = 'it' | 'en';

const COUNT = {
  it: (count: number) => (count === 1 ? '1 errore' : `${count} errori`),
  en: (count: number) => (count === 1 ? '1 mistake' : `${count} mistakes`),
};

/** Mistakes as a compiler tells them: `file:line:column`, then what is wrong, what to do and which law says so. */
export function mistakeLines(file: string, mistakes: readonly Mistake[], language: Language): readonly string[] {
  return [
    ...mistakes.flatMap((one) => linesOf(file, one, language)),
    '',
    `${file}: ${COUNT[language](mistakes.length)}`,
  ];
}

/** Warnings likewise, of a file that may be published all the same. */
export function warningLines(file: string, warnings: readonly Warning[], language: Language): readonly string[] {
  return warnings.flatMap((one) => linesOf(file, { ...one, law: null }, language));
}

function linesOf(
  file: string,
  { line, column, path, code, what, remedy, law }: Omit<Mistake, 'code'> & { readonly code: string },
  language: Language,
): readonly string[] {
  return [
    `${file}:${line}:${column}  ${what[language]} ${remedy[language]}`,
    `    ${[path, code, law].filter((part) => part !== null && part !== '').join('  ·  ')}`,
  ];
}
