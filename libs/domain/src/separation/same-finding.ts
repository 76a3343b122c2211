import type { PlannedObjective } from '../plan/document.js';

type Measured = Pick<PlannedObjective, 'indicators'>;

/**
 * What is found about a share: the words of its indicators. One that stands twice in an objective, written again in the row of each
 * area, is one finding under two numbers.
 */
export function foundAbout({ indicators }: Measured, shareId: string): readonly string[] {
  const own = indicators.filter(({ shareIds }) => shareIds.includes(shareId));
  return [...new Set(own.map(({ text }) => inWords(text)))];
}

/** The other shares on which the same is found: who holds one is scored on what is found about the other. */
export function sharesOfSameFinding(objective: Measured, shareId: string): readonly string[] {
  const findings = foundAbout(objective, shareId);
  const together = objective.indicators.filter(({ text }) => findings.includes(inWords(text)));
  return [...new Set(together.flatMap(({ shareIds }) => shareIds))].filter((id) => id !== shareId);
}

/** Letters and digits: capitals, accents, blanks and stops are of the hand that wrote it. */
function inWords(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
