import type { Answer, Body } from '../../client/ask.js';

/** One of many things to do. */
export interface ManyItem {
  readonly key: string;
  /** How people tell it from the others. */
  readonly label: string;
  readonly command: Body<'bulk'>['items'][number];
}

/** What became of one. */
export interface Outcome {
  readonly key: string;
  readonly label: string;
  /** Why it was not done; null: it was. */
  readonly refusal: string | null;
}

/** Results, in the order of what was asked. */
export function outcomesOf(asked: readonly ManyItem[], { results }: Pick<Answer<'bulk'>, 'results'>): Outcome[] {
  return asked.map(({ key, label }, index) => {
    const result = results.find((each) => each.index === index);
    const said = result?.body['detail'];
    const done = result !== undefined && result.status < 300;
    return { key, label, refusal: done ? null : typeof said === 'string' ? said : String(result?.status ?? '') };
  });
}
