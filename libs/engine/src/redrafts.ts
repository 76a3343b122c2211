import type { PlanRedrafted } from '#domain';
import type { RecordedEvent } from '#event-store';
import { carry, type Carrier } from './variations.js';

/**
 * Another draft is in the place of the one before: what it has is defined or told anew, what it has no more is withdrawn.
 * Events are carried over in the order of the log, so that the draft before has had its consequences by now.
 */
export async function redefineObjectives(
  cause: RecordedEvent,
  { planId, document, workflow, withdrawn }: PlanRedrafted['data'],
  carrier: Carrier,
): Promise<void> {
  const { objectives, horizon } = document;
  await Promise.all([
    ...objectives.map((objective) => {
      const command = {
        type: 'objective.redefine',
        planId,
        objective,
        horizon,
        ...(workflow && { workflow }),
      } as const;
      return carry('objective', `${planId}-${objective.id}`, command, cause, carrier);
    }),
    ...withdrawn.map((id) => carry('objective', `${planId}-${id}`, { type: 'objective.withdraw' }, cause, carrier)),
  ]);
}
