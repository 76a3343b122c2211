import type { Answer } from '../../client/ask.js';

type Notice = Pick<Answer<'inbox'>['notices'][number], 'noticeId' | 'about'>;

/**
 * The notices that an evaluation is proposed which was proposed before, and not withdrawn between.
 *
 * @param notices  the latest first
 */
export function proposedAnew(notices: readonly Notice[]): ReadonlySet<string> {
  const standing = new Set<string>();
  const anew = new Set<string>();
  for (const { noticeId, about } of notices.toReversed()) {
    if (about.kind !== 'evaluation') continue;
    if (about.what === 'withdrawn') standing.delete(about.evaluationId);
    if (about.what !== 'proposed') continue;
    if (standing.has(about.evaluationId)) anew.add(noticeId);
    standing.add(about.evaluationId);
  }
  return anew;
}
