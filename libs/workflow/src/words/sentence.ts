import type { Wording } from '../mistake.js';

export interface Sentences {
  readonly what: Wording;
  readonly remedy: Wording;
}

export type Facts = Readonly<Record<string, string | number>>;

/** `[what it, what to do it], [what en, what to do en]`; `{fact}` is filled in, `{fact|one|many}` chooses a word by it, `[ … ]` falls away with its fact. */
export type Template = readonly [readonly [string, string], readonly [string, string]];

/** @param english  where those are called otherwise */
export function told([it, en]: Template, facts: Facts, english = facts): Sentences {
  return {
    what: { it: fill(it[0], facts), en: fill(en[0], english) },
    remedy: { it: fill(it[1], facts), en: fill(en[1], english) },
  };
}

function fill(template: string, facts: Facts): string {
  const has = (name: string) => facts[name] !== undefined && facts[name] !== '';
  return template
    .replace(/\[([^[\]]*\{\w+\}[^[\]]*)\]/g, (_, part: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].every(([, name]) => has(name ?? '')) ? part : '',
    )
    .replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, name: string, one?: string, many?: string) =>
      String((many === undefined ? facts[name] : facts[name] === 1 ? one : many) ?? '?'),
    );
}
