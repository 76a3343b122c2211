import type { Executed } from '#engine';

/** What every command answers. */
export function answered({ revision, position }: Executed) {
  return { revision, position: String(position) };
}
