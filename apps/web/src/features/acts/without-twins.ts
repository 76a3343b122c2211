import { kindOf } from '#domain';

/** `determina, DET` are one kind. */
export function withoutTwins(kinds: readonly string[]): readonly string[] {
  const before = new Set<string>();
  return kinds.filter((kind) => !before.has(kindOf(kind)) && before.add(kindOf(kind)));
}
