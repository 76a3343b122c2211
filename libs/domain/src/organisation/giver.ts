import type { EventMetadata } from '../metadata.js';
import type { Delegated } from './messages.js';

/**
 * A delegation as it is read today. Those of earlier releases do not say who gave it, but who wrote it: whoever did so as
 * the office itself gave their own. Of what another wrote, by an act, nothing is known.
 */
export function withGiver<Told extends Pick<Delegated, 'office' | 'holder'>>(
  told: Told,
  { actor, onBehalfOf }: Pick<EventMetadata, 'actor' | 'onBehalfOf'>,
): Told {
  const isOwn = told.holder === undefined && onBehalfOf === null && actor.office === told.office;
  return isOwn ? { ...told, holder: actor.id } : told;
}
