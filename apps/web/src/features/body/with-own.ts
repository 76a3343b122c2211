import type { Body } from './use-body.js';

export type Said = Partial<Pick<Body, 'name' | 'patronDay'>>;

/**
 * The body after a change of one's own. Where somebody else said something in between it stays as it was read, so that
 * what is decided on it is refused.
 *
 * @param revision  that the change was answered with
 */
export function withOwn<Known extends Pick<Body, 'revision'>>(body: Known, said: Said, revision: number): Known {
  return revision === body.revision + 1 ? { ...body, ...said, revision } : body;
}
