import { actIdsOf, actKey, liftedMissOf, type InstanceRef, type LocalDate } from '#domain';
import type { Engine } from '#engine';

interface OfShare {
  readonly objectiveId: string;
  readonly shareId: string;
}

/** The date that the register gives the act which lifted a miss; null: it was not lifted, or its act is not loaded. */
export async function registeredDateOf(
  engine: Engine,
  { objectiveId, shareId }: OfShare,
  missed: InstanceRef,
): Promise<LocalDate | null> {
  const shares = (await engine.load('objective', objectiveId))?.state.shares ?? [];
  const share = shares.find((one) => one.shareId === shareId);
  const lifted = share && liftedMissOf(share, missed);
  for (const id of lifted === undefined ? [] : actIdsOf(actKey(lifted.act).id)) {
    const registered = (await engine.load('act', id))?.state.act ?? null;
    if (registered !== null) return registered.date;
  }
  return null;
}
