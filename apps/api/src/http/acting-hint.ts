import type { Facts, ProblemCode } from '#contract';

/** A refusal as far as it tells whose office it is for. */
export interface OfficeTold {
  readonly code: string;
  readonly detail: string;
  readonly facts?: Facts | undefined;
}

/** Refusals of who acts as an office, for which another might do. At a step the rules say which: they know who is barred. */
const BY_OFFICE: readonly ProblemCode[] = [
  'permission/denied',
  'lifecycle/not-yours',
  'objective/not-your-share',
  'objective/not-your-progress',
  'variation/not-yours',
];

/**
 * The offices as which a request could have been let through.
 *
 * @param lent  those as which whoever sent it could act by a delegation that covers the action
 */
export function couldActAs({ code, facts = {} }: OfficeTold, lent: readonly string[]): readonly string[] {
  if (facts['actAs'] !== undefined) return String(facts['actAs']).split(', ');
  const refused = code as ProblemCode; // of the table that describes it
  if (!BY_OFFICE.includes(refused)) return [];
  return refused === 'objective/not-your-share' ? lent.filter((office) => office === facts['office']) : lent;
}
