import type { Language } from '../language.js';
import type { Facts } from '../problems/problem-text.js';
import { actionNames } from './action-names.js';
import { roleNames } from './role-names.js';

/** What was refused and who could do it, in words. */
export function whoCould(language: Language, { action, roles }: Facts): { what?: string; who?: string } {
  const what = actionNames[String(action)]?.[language];
  const names = String(roles ?? '')
    .split(', ')
    .map((role) => (Object.hasOwn(roleNames, role) ? roleNames[role as keyof typeof roleNames][language] : role))
    .filter((name) => name !== '');
  return {
    ...(what !== undefined && { what }),
    ...(names.length > 0 && { who: new Intl.ListFormat(language, { type: 'disjunction' }).format(names) }),
  };
}
