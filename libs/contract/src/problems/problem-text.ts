import type { Text } from '../language.js';

/**
 * What a code means to a person and to HTTP. In `detail` a `{fact}` is filled in, `{fact|one|many}` chooses a word
 * by it, `[ … ]` falls away with its fact, and where that says nothing.
 */
export interface ProblemText {
  readonly status: number;
  readonly title: Text;
  readonly detail: Text;
}

/** `text(status, [title it, detail it], [title en, detail en])` */
export function text(status: number, it: readonly [string, string], en: readonly [string, string]): ProblemText {
  return { status, title: { it: it[0], en: en[0] }, detail: { it: it[1], en: en[1] } };
}

export type Facts = Readonly<Record<string, string | number>>;

const PLACE = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g;

/** Fills a detail with the facts of one case. */
export function fill(template: string, facts: Facts): string {
  const inserted = (part: string): string =>
    part.replace(PLACE, (_, name: string, one?: string, many?: string) => {
      const fact = facts[name];
      return many === undefined ? String(fact ?? '?') : String(fact === 1 ? one : many);
    });
  return inserted(
    template.replace(/\[([^\]]*)\]/g, (_, part: string) => {
      const names = [...part.matchAll(PLACE)].map(([, name]) => name ?? '');
      return names.every((name) => facts[name] !== undefined && facts[name] !== '') ? part : '';
    }),
  );
}
