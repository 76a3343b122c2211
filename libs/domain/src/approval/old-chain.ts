import type { ChainDefinition } from '../workflow/chain-definition.js';

/** A chain as reports were submitted with until there were definitions: one office a step. */
export interface OldChain {
  readonly id: string;
  readonly version: number;
  readonly steps: readonly {
    readonly id: string;
    readonly name: { readonly it: string; readonly en: string };
    readonly office: string;
    readonly substitute: string | null;
    readonly mayReturn: boolean;
    readonly needsAct: boolean;
  }[];
}

/** The same chain in the words of a definition; an act of any kind will do, as it did. */
export function upcastChain({ id, version, steps }: OldChain): ChainDefinition {
  return {
    id,
    version,
    steps: steps.map(({ office, substitute, mayReturn, needsAct, ...step }) => ({
      ...step,
      who: [{ office }],
      agreement: { kind: 'one' },
      order: 'parallel',
      substitute: substitute === null ? null : { office: substitute },
      term: null,
      onTimeout: [],
      outcomes: mayReturn ? ['approve', 'return'] : ['approve'],
      act: needsAct ? { kinds: [] } : null,
    })),
  };
}
