import type { DegreesNow } from '#domain';
import type { Engine } from '#engine';

/** The degrees of the shares by which an evaluation was proposed, as they are now; what was removed since keeps that of then. */
export async function degreesNow(engine: Engine, evaluationId: string): Promise<DegreesNow> {
  const certified = (await engine.load('evaluation', evaluationId))?.state.certified ?? [];
  const degrees = await Promise.all(
    certified.map(async ({ objectiveId, shareId }) => {
      const objective = (await engine.load('objective', objectiveId))?.state;
      const share = objective?.shares.find((one) => one.shareId === shareId);
      return share === undefined || share.removal ? [] : [[shareId, share.score?.degree ?? null] as const];
    }),
  );
  return Object.fromEntries(degrees.flat());
}
