import type { FundScope, Label } from '#domain';
import type { Language } from '../language.js';
import { idInWords } from './id-in-words.js';
import { shareInWords } from './share-in-words.js';

/** What a premium run is known by. */
export interface RunToName {
  readonly planId: string;
  readonly scope: FundScope;
  /** The run whose reserve it pays; null: it divides a fund. */
  readonly settles: string | null;
  /** Of a run that puts a payment right, its objective; null: of no such run. */
  readonly adjusted: string | null;
}

const FUNDS: Readonly<Record<Exclude<FundScope['kind'], 'share'>, Label>> = {
  areas: { it: 'Fondo delle aree', en: 'Fund of the areas' },
  segretario: { it: 'Fondo del Segretario', en: 'Fund of the Segretario' },
};

/**
 * How people call a run: by the money that it shares out, or that it pays what another has set aside, or puts right what
 * one has paid: `Conguaglio 5.3.1 2022`.
 *
 * @param nameOf  of an area
 */
export function runInWords(
  { planId, scope, settles, adjusted }: RunToName,
  language: Language,
  nameOf: (area: string) => string = idInWords,
): string {
  const isItalian = language === 'it';
  if (adjusted !== null) {
    const number = adjusted.slice(adjusted.indexOf('-') + 1);
    return `${isItalian ? 'Conguaglio' : 'Adjustment'} ${number} ${planId}`;
  }
  const run =
    scope.kind === 'share'
      ? `${isItalian ? 'Fondo di' : 'Fund of'} ${shareInWords(scope.shareId, nameOf)}, ${planId}`
      : `${FUNDS[scope.kind][language]} ${planId}`;
  if (settles === null) return run;
  return isItalian ? `${run}: quote accantonate` : `${run}: parts set aside`;
}
