import type { Language } from '../language.js';
import { elided } from './elision.js';

/** What somebody is told who was refused as one office and could have acted as another, of their own or by a delegation. */
export function actingAsTold(language: Language, offices: readonly string[]): string {
  const named = offices.join(', ');
  return language === 'it'
    ? elided(
        `Questo account può agire anche come ${named}: lo dica l’intestazione «Traguardo-Office», o la scelta dell’ufficio in alto nella pagina.`,
      )
    : `This account may act as ${named} too: say so with the header "Traguardo-Office", or by the choice of the office at the top of the page.`;
}
