import { z } from 'zod';
import type { Language } from './language.js';
import { fill, text, type Facts, type ProblemText } from './problems/problem-text.js';
import { elided } from './words/elision.js';

/** Of the answer to a command and of its dry run: what it brings with it, and hinders nothing. */
export const Warning = z
  .object({
    code: z.string().meta({ examples: ['objective/judges-no-more'] }),
    title: z.string(),
    detail: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .meta({ id: 'Warning', description: 'What a command brings with it that whoever sends it may not know.' });

const warnings = {
  'objective/judges-no-more': text(
    200,
    [
      'Chi scrive non giudica più questa quota',
      'Con questa registrazione si diventa autori della quota[ {share}], per sempre: il passo[ «{step}»] non sarà più di chi scrive[ come {office}][ e spetterà a: {offices}]. Chi deve giudicare lasci scrivere un altro.',
    ],
    [
      'Who writes judges this share no more',
      'With this entry one becomes an author of share[ {share}], for good: the step[ “{step}”] will no longer be for who writes[ as {office}][ and falls to: {offices}]. Whoever is to judge lets another write.',
    ],
  ),
  'objective/last-judge': text(
    200,
    [
      'Nessun altro potrebbe giudicare questa quota',
      'Con questa registrazione si diventa autori della quota[ {share}], per sempre: il passo[ «{step}»] oggi lo può compiere solo chi scrive[ come {office}], e poi nessuno. Far scrivere a un’altra persona, o nominare prima chi giudichi (un altro titolare, o un `substitute` nel file del flusso).',
    ],
    [
      'Nobody else could judge this share',
      'With this entry one becomes an author of share[ {share}], for good: the step[ “{step}”] can be taken today only by who writes[ as {office}], and then by nobody. Have another person write, or first name who judges (another holder, or a `substitute` in the workflow file).',
    ],
  ),
} as const satisfies Readonly<Record<string, ProblemText>>;

export type WarningCode = keyof typeof warnings;

/** @param words  what the sentence calls otherwise than the facts do, in the language */
export function describeWarning(code: WarningCode, language: Language, facts: Facts, words: Facts = {}) {
  const { title, detail } = warnings[code];
  const told = fill(detail[language], { ...facts, ...words });
  return { code, title: title[language], detail: language === 'it' ? elided(told) : told, facts };
}
