import type { BodyState } from '#domain';
import type { Engine, Loaded } from '#engine';

/** Of the one stream in which a body says what it is. */
export const REGISTRY = 'registry';

/** Null before anything was said. */
export function registryOf(engine: Engine): Promise<Loaded<BodyState> | null> {
  return engine.load('body', REGISTRY);
}
