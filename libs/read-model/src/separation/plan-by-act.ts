import type { SeparationCheckRow } from '#postgres';
import type { Known } from './known.js';

/** That an act was recorded by which a plan was approved, without a chain. */
export function isPlanByAct({ subject, step, outcome }: SeparationCheckRow): boolean {
  return subject === 'plan' && step === 'approve' && outcome === 'act';
}

/** What the proof finds of an act that is not the political body's, by the file in force then; null: it is, or no file says. */
export function ofOtherKind({ act, recorded_at }: SeparationCheckRow, { files }: Known): 'act-of-other-kind' | null {
  const file = files.find(({ publishedAt }) => publishedAt <= recorded_at);
  const kinds = file?.planKinds ?? [];
  return act === null || kinds.length === 0 || kinds.includes(act.kind) ? null : 'act-of-other-kind';
}

/** Whoever recorded it also wrote the plan: told, and no violation. */
export function toldOfAuthor({ person, authors }: SeparationCheckRow): 'author' | null {
  return authors.includes(person) ? 'author' : null;
}
