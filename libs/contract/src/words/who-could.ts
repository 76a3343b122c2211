import { roleNames } from '#domain';
import type { Language, Text } from '../language.js';
import type { Facts } from '../problems/problem-text.js';
import { actionNames } from './action-names.js';

/**
 * What was refused and who could do it, in words: by their role, or as an office.
 *
 * @param nameOf  of an office
 */
export function whoCould(
  language: Language,
  { action, roles, offices }: Facts,
  nameOf?: (office: string) => string,
): { what?: string; who?: string } {
  const what = actionNames[String(action)]?.[language];
  const asOffice = listed(offices);
  // an office is called as the body calls it, also where a role goes with it
  const called = (id: string) => {
    const name = asOffice.includes(id) ? (nameOf?.(id) ?? id) : id;
    return name === id ? nameOfAny(id, language) : name;
  };
  const who = disjoined([...listed(roles), ...asOffice].map(called), language);
  return { ...(what !== undefined && { what }), ...(who !== null && { who }) };
}

const SYSTEM: Text = { it: 'il sistema', en: 'the system' };

/**
 * Roles, offices or the system, `segretario, giunta`, as one says that any of them could; null for nobody.
 *
 * @param nameOf  of an office
 */
export function anyOf(ids: string, language: Language, nameOf = (office: string) => office): string | null {
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

function nameOfAny(id: string, language: Language, nameOf = (office: string) => office): string {
  if (id === 'system') return SYSTEM[language];
  return Object.hasOwn(roleNames, id) ? roleNames[id as keyof typeof roleNames][language] : nameOf(id);
}

function disjoined(names: readonly string[], language: Language): string | null {
  // an office may be called as the role that goes with it
  const distinct = new Set(names);
  return distinct.size === 0 ? null : new Intl.ListFormat(language, { type: 'disjunction' }).format(distinct);
}
