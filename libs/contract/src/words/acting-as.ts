import type { Language } from '../language.js';
import { elided } from './elision.js';

/** What a delegate is told who was refused as their own office. */
export function actingAsTold(language: Language, offices: readonly string[]): string {
  const named = offices.join(', ');
  return language === 'it'
    ? elided(
        `Questo account può agire per delega come ${named}: lo dica l’intestazione «Traguardo-Office», o la scelta dell’ufficio in alto nella pagina.`,
      )
    : `This account may act as ${named} by a delegation: say so with the header "Traguardo-Office", or by the choice of the office at the top of the page.`;
}
