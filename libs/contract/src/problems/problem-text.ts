import type { Text } from '../language.js';

/** What a code means to a person and to HTTP. In `detail` a `{fact}` is filled in; `[ … ]` falls away with its fact. */
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

/** Fills a detail with the facts of one case. */
export function fill(template: string, facts: Facts): string {
  const inserted = (part: string): string =>
    part.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '?'));
  return inserted(
    template.replace(/\[([^\]]*)\]/g, (_, part: string) => {
      const names = [...part.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
      return names.every((name) => facts[name] !== undefined) ? part : '';
    }),
  );
}
