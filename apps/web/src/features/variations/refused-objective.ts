import type { TypedObjective } from './typed-change.js';

/** A refusal of the request: its code, what it tells, and its sentence. */
export interface RequestRefused {
  readonly code: string;
  readonly details: { readonly facts: Readonly<Record<string, unknown>> };
  readonly message: string;
}

/** What a refusal of the request has to do with an objective that it adds: nothing, its number, or the weights of its shares. */
export interface RefusedObjective {
  /** The sentence for the number; null: it is none of that. */
  readonly number: string | null;
  readonly weightOf: (areaId: string) => 'over-ceiling' | 'no-points-given' | null;
}

const OF_NUMBER = ['variation/number-taken', 'variation/number-proposed'];

export function refusedObjective(refusal: RequestRefused | null, created: TypedObjective): RefusedObjective {
  const { code = '', message = '', details } = refusal ?? {};
  const { number, objective, area, share } = details?.facts ?? {};
  const typed = `${created.mission}.${created.strategicObjective}.${created.number.trim().toLowerCase()}`;
  return {
    number: OF_NUMBER.includes(code) && (number ?? objective) === typed ? message : null,
    weightOf: (areaId) => {
      if (code === 'plan/weights-over-ceiling' && area === areaId) return 'over-ceiling';
      return code === 'variation/no-points-given' && share === `${typed}-${areaId}` ? 'no-points-given' : null;
    },
  };
}
