import type { Language } from '#contract';
import type { Advised, Warning } from '#workflow';

/** What a file is warned of, as the answer to a command tells it: what it is, then what to write instead. */
export function advisedIn(language: Language, { code, path, what, remedy, ...place }: Advised | Warning) {
  return { code, title: what[language].replace(/\.$/, ''), detail: remedy[language], facts: { path, ...place } };
}
