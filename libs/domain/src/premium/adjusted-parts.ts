import { formatMoney, parseHundredths } from '../decimal.js';
import type { Decimal } from '../values.js';
import { partsOf } from './credits.js';
import type { PersonCredit, PremiumEntry } from './messages.js';

/** What an adjusting run makes of what an office was paid, in euros. */
export interface AdjustedPart {
  readonly office: string;
  readonly before: Decimal;
  /** In all, what was paid included. */
  readonly due: Decimal;
  /** To be paid more; below zero: to be recovered. Those of one entry add up to the difference of its amounts. */
  readonly difference: Decimal;
}

/** The same of the days of a person in that office. */
export interface AdjustedPersonPart extends AdjustedPart {
  /** Null: nobody held it. */
  readonly person: string | null;
}

/**
 * What each office gets more, or has to give back, because a payment is put right: those of then, and who gets something first.
 *
 * @param before  the entry of the run that is adjusted
 * @param now  of the one that adjusts it
 */
export function partsAdjusted(before: PremiumEntry, now: PremiumEntry): readonly AdjustedPart[] {
  return differing(
    partsOf(before),
    partsOf(now),
    ({ office }) => office,
    ({ office }) => ({ office }),
  );
}

/** The same by person and office. */
export function personsAdjusted(
  before: readonly PersonCredit[],
  now: readonly PersonCredit[],
): readonly AdjustedPersonPart[] {
  return differing(
    before,
    now,
    ({ office, person }) => `${office} ${person}`,
    ({ office, person }) => ({ office, person }),
  );
}

type Part = Pick<PersonCredit, 'office' | 'amount'>;

function differing<Of extends Part, Named>(
  before: readonly Of[],
  now: readonly Of[],
  keyOf: (part: Of) => string,
  named: (part: Of) => Named,
): readonly (Named & Omit<AdjustedPart, 'office'>)[] {
  const sum = (parts: readonly Of[], key: string) =>
    parts.reduce((cents, part) => (keyOf(part) === key ? cents + parseHundredths(part.amount, 'amount') : cents), 0n);
  const parts = new Map([...before, ...now].map((part) => [keyOf(part), part]));
  return [...parts].map(([key, part]) => {
    const paid = sum(before, key);
    const due = sum(now, key);
    return {
      ...named(part),
      before: formatMoney(paid),
      due: formatMoney(due),
      difference: formatMoney(due - paid),
    };
  });
}
