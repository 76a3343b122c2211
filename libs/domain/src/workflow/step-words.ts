import { delayOf, type Agreement, type StepDefinition } from './chain-definition.js';

type Language = 'it' | 'en';

/** Somebody who is asked at a step, as a drawing calls them. */
export interface Named {
  readonly name: string;
  /** Null: only the day tells which. */
  readonly office: string | null;
  /** How many sit there; null: it is not said. */
  readonly members: number | null;
}

const WORDS = {
  it: {
    or: ' o ',
    all: 'tutti',
    members: 'tutti i componenti',
    of: 'di',
    weight: 'peso almeno',
    inOrder: 'uno dopo l’altro',
    silent: 'senza risposta',
    lastDay: 'ultimo giorno',
    remind: 'sollecito',
    escalate: (who: string) => `decide anche ${who}`,
    substitute: (who: string) => `decide in sua vece ${who}`,
    'approve-silently': 'silenzio-assenso',
  },
  en: {
    or: ' or ',
    all: 'all',
    members: 'all members',
    of: 'of',
    weight: 'weight at least',
    inOrder: 'one after the other',
    silent: 'unanswered',
    lastDay: 'last day',
    remind: 'reminder',
    escalate: (who: string) => `${who} may decide too`,
    substitute: (who: string) => `${who} decides instead`,
    'approve-silently': 'silent approval',
  },
} as const;

/** Who must agree, and how many of how many, or with which weights: `2 di 3: OIV`, `peso almeno 3: Segretario (2), Nucleo (1)`. */
export function agreementInWords(
  { agreement, order }: Pick<StepDefinition, 'agreement' | 'order'>,
  who: readonly Named[],
  language: Language,
): string {
  const agreed = agreeing(agreement, who, language);
  return order === 'in-order' && who.length > 1 ? `${agreed}, ${WORDS[language].inOrder}` : agreed;
}

function agreeing(agreement: Agreement, who: readonly Named[], language: Language): string {
  const words = WORDS[language];
  const names = who.map(({ name }) => name);
  switch (agreement.kind) {
    case 'one':
      return names.join(words.or);
    case 'all':
      return `${agreement.of === 'members' ? words.members : words.all}: ${names.join(', ')}`;
    case 'quorum': {
      const most = who.reduce<number | null>(
        (sum, { members }) => (sum === null || members === null ? null : sum + members),
        0,
      );
      return `${agreement.count} ${words.of}${most === null ? '' : ` ${most}`}: ${names.join(', ')}`;
    }
    case 'weighted': {
      const weighed = who.map(({ name, office }) =>
        office === null ? name : `${name} (${agreement.weights[office] ?? 0})`,
      );
      return `${words.weight} ${agreement.threshold}: ${weighed.join(', ')}`;
    }
  }
}

type Timeout<Who> =
  | { readonly after: number; readonly do: 'remind' | 'approve-silently' }
  | { readonly after: number; readonly do: 'escalate'; readonly to: Who }
  | { readonly after: number; readonly do: 'substitute'; readonly by: Who };

/** What happens if nobody acts, by working days after the term: `senza risposta: sollecito (+1), silenzio-assenso (+5)`. Null: nothing. */
export function timeoutsInWords<Who>(
  onTimeout: readonly Timeout<Who>[],
  named: (who: Who) => string,
  language: Language,
): string | null {
  if (onTimeout.length === 0) return null;
  const words = WORDS[language];
  const what = (action: Timeout<Who>) => {
    if (action.do === 'escalate') return words.escalate(named(action.to));
    return action.do === 'substitute' ? words.substitute(named(action.by)) : words[action.do];
  };
  const rungs = onTimeout.map((action) => {
    const days = delayOf(action);
    return `${what(action)} (${days === 0 ? words.lastDay : days > 0 ? `+${days}` : days})`;
  });
  return `${words.silent}: ${rungs.join(', ')}`;
}
