import { roleNames } from '#domain';
import type { Language, Text } from '../language.js';
import type { Facts } from '../problems/problem-text.js';
import { actionNames } from './action-names.js';
import { idInWords } from './id-in-words.js';

/**
 * What was refused and who could do it, in words: by their role, or as an office.
 *
 * @param nameOf  of an office that the body has
 */
export function whoCould(
  language: Language,
  { action, roles, offices }: Facts,
  nameOf: NameOf = () => undefined,
): { what?: string; who?: string } {
  const what = actionNames[String(action)]?.[language];
  const who = anyOf([...listed(roles), ...listed(offices)].join(', '), language, nameOf);
  return { ...(what !== undefined && { what }), ...(who !== null && { who }) };
}

type NameOf = (office: string) => string | undefined;

const SYSTEM: Text = { it: 'il sistema', en: 'the system' };

/**
 * Roles, offices or the system, `segretario, giunta`, as one says that any of them could; null for nobody.
 *
 * @param nameOf  of an office that the body has
 */
export function anyOf(ids: string, language: Language, nameOf: NameOf = () => undefined): string | null {
  return disjoined(
    listed(ids).map((id) => nameOfAny(id, language, nameOf)),
    language,
  );
}

function listed(ids: Facts[string] | undefined): readonly string[] {
  return String(ids ?? '')
    .split(', ')
    .filter((id) => id !== '');
}

/** An office is called as the body calls it, also where a role goes with it. */
function nameOfAny(id: string, language: Language, nameOf: NameOf): string {
  if (id === 'system') return SYSTEM[language];
  const role = Object.hasOwn(roleNames, id) ? roleNames[id as keyof typeof roleNames][language] : null;
  return nameOf(id) ?? role ?? idInWords(id);
}

function disjoined(names: readonly string[], language: Language): string | null {
  // an office may be called as the role that goes with it
  const distinct = new Set(names);
  return distinct.size === 0 ? null : new Intl.ListFormat(language, { type: 'disjunction' }).format(distinct);
}
