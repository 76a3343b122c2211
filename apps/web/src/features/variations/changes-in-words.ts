import type { Answer } from '../../client/ask.js';
import { numberOf } from '../objectives/number-of.js';

type Changes = Answer<'variations'>['variations'][number]['changes'];

/** In a line: what changes, each with the number of its objective. */
export function changesInWords(changes: Changes): string {
  return changes
    .map(({ objectiveId, says }) => (objectiveId === null ? says : `${numberOf(objectiveId)}: ${says}`))
    .join('; ');
}
