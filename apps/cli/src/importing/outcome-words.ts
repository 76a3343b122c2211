import type { Language } from '#plan-import';

/** How an import that wrote something ended, in words. */
export interface Outcome {
  readonly planId: string;
  /** The same import had drafted it before: nothing was written this time. */
  readonly already: boolean;
}

const WORDS = {
  it: {
    drafted: (id: string) => `Il piano ${id} è in bozza.`,
    already: (id: string) => `Il piano ${id} era già stato messo in bozza da questa stessa importazione: non è cambiato nulla.`,
  },
  en: {
    drafted: (id: string) => `The plan ${id} has been drafted.`,
    already: (id: string) => `The plan ${id} had been drafted already by this same import: nothing has changed.`,
  },
} as const; // prettier-ignore

export function outcomeWords({ planId, already }: Outcome, language: Language): string {
  return already ? WORDS[language].already(planId) : WORDS[language].drafted(planId);
}
