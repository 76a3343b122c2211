import type { ApprovalSubject } from '#domain';
import type { Chain } from './chain.js';

/** Of which step of its chain a warning on a version is; null: of none. */
export function warnedAt(
  { facts }: { readonly facts: Readonly<Record<string, string | number>> },
  chains: Readonly<Partial<Record<ApprovalSubject, Chain>>>,
): { readonly subject: ApprovalSubject; readonly step: Chain['steps'][number] } | null {
  const [, subject, index] = /^chains\.([a-z-]+)\.steps\[(\d+)\]/.exec(String(facts['path'])) ?? [];
  if (subject === undefined || !isOf(chains, subject)) return null;
  const step = chains[subject]?.steps[Number(index)];
  return step === undefined ? null : { subject, step };
}

function isOf<Keys extends string>(table: Readonly<Partial<Record<Keys, unknown>>>, key: string): key is Keys {
  return Object.hasOwn(table, key);
}
