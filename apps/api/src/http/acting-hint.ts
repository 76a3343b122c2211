import type { Facts, ProblemCode } from '#contract';

/** A refusal as far as it tells whose office it is for. */
export interface OfficeTold {
  readonly code: string;
  readonly detail: string;
  readonly facts?: Facts | undefined;
}

/** Refusals of who acts as an office, for which another might do. */
const BY_OFFICE: readonly ProblemCode[] = [
  'permission/denied',
  'lifecycle/not-yours',
  'approval/not-your-step',
  'approval/not-your-turn',
  'objective/not-your-share',
  'objective/not-your-progress',
  'variation/not-yours',
];

/** Those that name the office that could; the others name roles, or whom a definition knows. */
const NAMING: readonly ProblemCode[] = ['approval/not-your-step', 'approval/not-your-turn', 'objective/not-your-share'];

/**
 * The offices as which a request could have been let through.
 *
 * @param lent  those as which whoever sent it could act by a delegation
 */
export function couldActAs({ code, facts = {} }: OfficeTold, lent: readonly string[]): readonly string[] {
  const refused = code as ProblemCode; // of the table that describes it
  if (!BY_OFFICE.includes(refused)) return [];
  const named = String(facts['office'] ?? '').split(', ');
  return NAMING.includes(refused) ? lent.filter((office) => named.includes(office)) : lent;
}
