import { isRole } from '#auth';
import type { Facts, ProblemCode } from '#contract';

/** A refusal as far as it tells whose office it is for. */
export interface OfficeTold {
  readonly code: string;
  readonly detail: string;
  readonly facts?: Facts | undefined;
}

/**
 * Refusals of who acts as an office, for which another might do, with the fact that says which. At a step the rules say it: they
 * know who is barred.
 */
const BY_OFFICE: Readonly<Partial<Record<ProblemCode, string>>> = {
  'permission/denied': 'offices',
  'lifecycle/not-yours': 'who',
  'objective/not-your-share': 'office',
  'objective/not-your-progress': 'office',
  'variation/not-yours': 'office',
  'variation/not-concerned': 'offices',
};

/**
 * The offices as which a request could have been let through.
 *
 * @param others  those as which whoever sent it could have asked for it
 */
export function couldActAs({ code, facts = {} }: OfficeTold, others: readonly string[]): readonly string[] {
  if (facts['actAs'] !== undefined) return String(facts['actAs']).split(', ');
  const fact = BY_OFFICE[code as ProblemCode]; // of the table that describes it
  if (fact === undefined) return [];
  const wanted = String(facts[fact] ?? '').split(', ');
  // a role may be any office's
  return wanted.some((one) => one === '' || isRole(one)) || facts['roles']
    ? others
    : others.filter((office) => wanted.includes(office));
}
