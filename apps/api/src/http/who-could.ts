import { actionNames, roleNames, type Facts, type Language } from '#contract';

/** What was refused and who could do it, in words. */
export function whoCould(language: Language, { action, roles }: Facts): Facts {
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
